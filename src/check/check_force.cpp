// The days on which no version is in force between two, and those on which two are.
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using value::Date;

std::string days_text(Date first, Date last) {
    return first == last ? first.to_chinese_text() : first.to_chinese_text() + "至" + last.to_chinese_text();
}

class Forces {
  public:
    explicit Forces(Workbench& bench) : bench_(bench) {}

    void run() {
        for (std::size_t index = 0; index + 1 < bench_.versions.size(); ++index) {
            const model::Version& older = bench_.version(bench_.versions[index]);
            const model::Version& newer = bench_.version(bench_.versions[index + 1]);
            if (!older.effective || !newer.effective) {
                continue;
            }
            const Date last_before{newer.effective->days - 1};
            if (older.expires && *older.expires < last_before) {
                say_gap(index, Date{older.expires->days + 1}, last_before);
            } else if (!older.expires || *older.expires >= *newer.effective) {
                say_overlap(index);
            }
        }
    }

  private:
    Workbench& bench_;

    /// Where a version says that it takes effect, or ends; its first words where it does not say so.
    source::Span place(std::size_t index, Kind kind) const {
        const VersionWork& work = bench_.versions[index];
        for (const Statement& at : work.statements) {
            if (at.tree->kind(at.node) == kind) {
                return at.tree->span(at.node);
            }
        }
        const source::Span whole = work.trees.front()->span(work.trees.front()->root());
        return {whole.source, whole.begin, whole.begin};
    }

    /// 届满后仍适用 fills the gap for its matters; the version's others have none in force.
    void say_gap(std::size_t index, Date first, Date last) {
        const model::Version& older = bench_.version(bench_.versions[index]);
        std::string matters;
        for (const model::MatterTerms& terms : older.matters) {
            if (!terms.survives_expiry) {
                matters += (matters.empty() ? "" : "、") + bench_.schema().matters[terms.matter].name;
            }
        }
        if (matters.empty() && !older.matters.empty()) {
            return;
        }
        bench_.messages
            .add(Message::VersionGap, place(index, Kind::expires), {days_text(first, last), matters})
            .notes = {{place(index + 1, Kind::effective), Message::OtherPlace, {}}};
    }

    void say_overlap(std::size_t index) {
        const model::Version& older = bench_.version(bench_.versions[index]);
        const model::Version& newer = bench_.version(bench_.versions[index + 1]);
        const std::string days = older.expires ? days_text(*newer.effective, *older.expires)
                                               : "自" + newer.effective->to_chinese_text() + "起";
        bench_.messages
            .add(Message::VersionOverlap, place(index + 1, Kind::effective), {days, older.name, newer.name})
            .notes = {
            {place(index, older.expires ? Kind::expires : Kind::effective), Message::OtherPlace, {}}};
    }
};

} // namespace

void check_force(Workbench& bench) { Forces(bench).run(); }

} // namespace tiaoli::check
