// Draws sums by amendment and by the groups of each dimension.
#include "page_sums.hpp"

#include "bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tiaoli::compare {

namespace {

/// So many bars are drawn; more would be a wall, and stand in a table instead.
constexpr std::size_t most_bars = 16;

class PageSums {
  public:
    PageSums(const Report& report, const Phrases& phrases, explain::PageWriter& page)
        : report_(report), phrases_(phrases), page_(page) {}

    void write_effects();
    void write_sums();

  private:
    void write_legend();
    void write_output(const MatterSums& matter, const std::string& output, bool open);
    void write_dimension(const Dimension& dimension, const std::string& output, bool open);
    void write_verdicts(const MatterSums& matter);
    Bar bar(const std::string& label, const value::Number& old, const value::Number& now) const {
        return {label, old, now, phrases_.money(old),
                phrases_.money(now) + "（" + phrases_.signed_money(now - old) + "）"};
    }
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return phrases_.in(chinese, english);
    }

    const Report& report_;
    const Phrases& phrases_;
    explain::PageWriter& page_;
};

void PageSums::write_legend() {
    page_.open("p", "legend");
    for (const auto& [css, words] : {std::pair{"old", in("旧", "old")}, std::pair{"new", in("新", "new")}}) {
        page_.open("span");
        page_.open("i", css);
        page_.close();
        page_.text(words);
        page_.close();
    }
    page_.close();
}

void PageSums::write_effects() {
    std::set<std::pair<std::string, std::string>> touched;
    for (const Alone& alone : report_.attribution->alone) {
        for (const auto& [key, sum] : alone.money)
            touched.insert(key);
    }
    if (touched.empty())
        return;
    page_.open("section", "sheet");
    page_.element("h2", in("每一处修改单独的作用", "What each amendment does alone"));
    page_.element(
        "p",
        in("旧版只改这一处，通过的合计从多少变成多少。几处一起的作用不一定是各处之和。",
           "The sum of those passed before, and with this amendment alone. Together they need not add up."),
        "soft");
    write_legend();
    for (const auto& [matter, output] : touched) {
        const auto sums =
            std::find_if(report_.decisions->matters.begin(), report_.decisions->matters.end(),
                         [&, name = matter](const MatterSums& each) { return each.matter == name; });
        const value::Number old = sums->sums.of(0, output);
        std::vector<Bar> bars;
        for (std::size_t at = 0; at < report_.attribution->alone.size(); ++at) {
            const auto& money = report_.attribution->alone[at].money;
            const auto found = money.find({matter, output});
            if (found != money.end())
                bars.push_back(
                    bar(phrases_.amendment(report_.attribution->amendments[at]), old, old + found->second));
        }
        bars.push_back(bar(std::string{in("全部修改", "all amendments")}, old, sums->sums.of(1, output)));
        page_.element("h3", matter + "　" + output);
        page_.raw(bars_svg(bars, matter + " " + output));
    }
    page_.close();
}

void PageSums::write_sums() {
    for (const MatterSums& matter : report_.decisions->matters) {
        const bool flipped = std::any_of(report_.decisions->flips.begin(), report_.decisions->flips.end(),
                                         [&](const Flip& flip) { return flip.id.matter == matter.matter; });
        if (!flipped)
            continue;
        page_.open("section", "sheet");
        page_.element("h2", matter.matter);
        write_verdicts(matter);
        bool first = true;
        for (const std::string& output : matter.outputs) {
            if (matter.sums.of(0, output) == matter.sums.of(1, output))
                continue;
            write_output(matter, output, first);
            first = false;
        }
        page_.close();
    }
}

void PageSums::write_verdicts(const MatterSums& matter) {
    page_.open("table");
    page_.open("tr");
    page_.element("th", in("结论", "verdict"));
    page_.element("th", in("旧", "old"), "figure");
    page_.element("th", in("新", "new"), "figure");
    page_.close();
    for (int at = 0; at <= static_cast<int>(model::Verdict::NotApplicable); ++at) {
        const auto verdict = static_cast<model::Verdict>(at);
        const auto count = [&](int side) {
            const auto found = matter.verdicts[side].find(verdict);
            return found == matter.verdicts[side].end() ? std::size_t{0} : found->second;
        };
        if (count(0) + count(1) == 0)
            continue;
        page_.open("tr");
        page_.element("td", model::verdict_name(verdict));
        page_.element("td", std::to_string(count(0)), "figure");
        page_.element("td", std::to_string(count(1)), "figure");
        page_.close();
    }
    page_.close();
}

void PageSums::write_output(const MatterSums& matter, const std::string& output, bool open) {
    const value::Number old = matter.sums.of(0, output);
    const value::Number now = matter.sums.of(1, output);
    page_.open("details", "sum", open ? "open" : "");
    page_.open("summary");
    page_.text(output + "　" + phrases_.money(old) + " → " + phrases_.money(now) + "（" +
               phrases_.signed_money(now - old) + "）");
    page_.close();
    write_legend();
    bool first = true;
    for (const Dimension& dimension : matter.dimensions) {
        const bool differs =
            std::any_of(dimension.groups.begin(), dimension.groups.end(), [&](const auto& each) {
                return !(each.second.of(0, output) == each.second.of(1, output));
            });
        if (differs)
            write_dimension(dimension, output, first && dimension.groups.size() <= most_bars);
        first = first && !(differs && dimension.groups.size() <= most_bars);
    }
    page_.close();
}

void PageSums::write_dimension(const Dimension& dimension, const std::string& output, bool open) {
    page_.open("details", "dimension", open || dimension.is_reference ? "open" : "");
    page_.element("summary", std::string{in("按", "by ")} + dimension.name);
    std::vector<Bar> bars;
    std::size_t unchanged = 0;
    for (const auto& [group, sums] : dimension.groups) {
        if (dimension.groups.size() <= most_bars || !(sums.of(0, output) == sums.of(1, output)))
            bars.push_back(bar(group, sums.of(0, output), sums.of(1, output)));
        else
            ++unchanged;
    }
    page_.raw(bars_svg(bars, dimension.name + " " + output));
    if (unchanged > 0)
        page_.element("p",
                      fmt::format(fmt::runtime(in("另有 {} 个没有改变，没有画",
                                                  "{} more without a change are not drawn")),
                                  unchanged),
                      "soft");
    page_.close();
}

} // namespace

void write_effects(const Report& report, const Phrases& phrases, explain::PageWriter& page) {
    PageSums{report, phrases, page}.write_effects();
}

void write_sums(const Report& report, const Phrases& phrases, explain::PageWriter& page) {
    PageSums{report, phrases, page}.write_sums();
}

} // namespace tiaoli::compare
