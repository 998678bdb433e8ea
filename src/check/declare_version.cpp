// Declares what a version says of itself: name, number, days of force, what it repeals; and how its sentences are read.
#include "literals.hpp"
#include "workbench.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

class VersionDeclaration {
  public:
    VersionDeclaration(Workbench& bench, const VersionWork& work)
        : bench_(bench), work_(work), version_(bench.version(work)) {}

    void run() {
        for (const Statement& statement : work_.statements) {
            take(statement);
        }
        if (!version_.effective && !met_.contains("施行")) {
            const auto named = met_.find("版本");
            const source::Span whole = work_.trees.front()->span(work_.trees.front()->root());
            const source::Span start{whole.source, whole.begin, whole.begin};
            bench_.messages.add(Message::NoEffectiveDay, named == met_.end() ? start : named->second,
                                {version_.name});
        }
        if (version_.effective && version_.expires && *version_.expires < *version_.effective) {
            bench_.messages.add(Message::ExpiresEarly, met_.at("有效期至"));
        }
    }

  private:
    Workbench& bench_;
    const VersionWork& work_;
    model::Version& version_;
    std::map<std::string, source::Span> met_; ///< what can be stated once

    void take(const Statement& at) {
        switch (at.tree->kind(at.node)) {
        case Kind::policy_decl:
            return once(at, "政策") ? take_policy(at) : void();
        case Kind::version_decl:
            version_.name = once(at, "版本") ? string_of(at) : version_.name;
            return;
        case Kind::document_number:
            version_.document_number = once(at, "文号") ? string_of(at) : version_.document_number;
            return;
        case Kind::effective:
            return once(at, "施行") ? take_effective(at) : void();
        case Kind::expires:
            version_.expires = once(at, "有效期至") ? day(at) : version_.expires;
            return;
        case Kind::repeals:
            for (const std::string& text : strings_of(at)) {
                version_.repeals.push_back(text);
            }
            return;
        case Kind::interpretation:
        case Kind::unsettled:
            return take_notes(at);
        case Kind::no_rule:
            return take_no_rule(at);
        default:
            return;
        }
    }

    bool once(const Statement& at, const std::string& word) {
        const auto [before, is_new] = met_.try_emplace(word, at.tree->span(at.node));
        if (!is_new) {
            bench_.messages.add(Message::StatedTwice, at.tree->span(at.node), {word}).notes = {
                {before->second, Message::OtherPlace, {}}};
        }
        return is_new;
    }

    static std::vector<std::string> strings_of(const Statement& at) {
        std::vector<std::string> found;
        for (NodeId part : at.tree->children(at.node)) {
            found.emplace_back(at.tree->verbatim(part));
        }
        return found;
    }

    static std::string string_of(const Statement& at) { return strings_of(at).front(); }

    void take_policy(const Statement& at) {
        const std::string name = string_of(at);
        std::string& known = bench_.schema().policy_name;
        if (known.empty()) {
            known = name;
        } else if (known != name) {
            bench_.messages.add(Message::PolicyNameDiffers, at.tree->span(at.node), {name, known});
        }
    }

    std::optional<value::Date> day(const Statement& at) {
        const NodeId written = at.tree->child(at.node, Kind::literal_text);
        const auto found = read_day(at.tree->text(written));
        if (!found) {
            bench_.messages.add(Message::DayUnreadable, at.tree->span(written), {at.tree->display(written)});
        }
        return found;
    }

    void take_effective(const Statement& at) {
        version_.effective = day(at);
        version_.provisional = at.tree->child(at.node, Kind::provisional).valid();
        if (version_.effective && version_.provisional) {
            bench_.messages.add(Message::ProvisionalDay, at.tree->span(at.node),
                                {version_.effective->to_chinese_text()});
        }
    }

    void take_notes(const Statement& at) {
        for (const std::string& text : strings_of(at)) {
            model::ReadingNote note;
            note.article = at.article;
            note.text = text;
            note.settled = at.tree->kind(at.node) == Kind::interpretation;
            note.span = at.tree->span(at.node);
            if (at.home.kind == Home::Kind::Matter) {
                note.matter = at.home.matter;
            } else if (at.home.kind == Home::Kind::Record) {
                note.record = at.home.record;
            }
            version_.readings.push_back(std::move(note));
        }
    }

    void take_no_rule(const Statement& at) {
        if (at.article.valid()) {
            std::string& reason = version_.articles[at.article].no_rule;
            reason += (reason.empty() ? "" : "；") + string_of(at);
        }
    }
};

} // namespace

void declare_version(Workbench& bench, const VersionWork& work) { VersionDeclaration(bench, work).run(); }

} // namespace tiaoli::check
