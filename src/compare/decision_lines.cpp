// What two versions decide otherwise, and why.
#include "decision_lines.hpp"

#include "phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::compare {

namespace {

/// So many groups of a dimension are listed; the tables have them all.
constexpr std::size_t most_groups = 12;

class DecisionLines {
  public:
    explicit DecisionLines(const Report& report)
        : report_(report), decisions_(*report.decisions), phrases_(report) {}

    std::string write();

  private:
    void write_matter(const MatterSums& matter);
    void write_verdicts(const MatterSums& matter);
    void write_dimensions(const MatterSums& matter);
    void write_groups(const MatterSums& matter, const Dimension& dimension);
    void write_gains(const MatterSums& matter, const Dimension& dimension);
    void write_flips();
    void write_causes();
    void write_alone(std::size_t at);
    std::string sums_text(const MatterSums& matter, const Sums& sums) const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return phrases_.in(chinese, english);
    }
    void line(const std::string& text) { out_ += text + "\n"; }
    template <class... Values>
    void line(std::string_view chinese, std::string_view english, const Values&... values) {
        line(fmt::format(fmt::runtime(in(chinese, english)), values...));
    }

    const Report& report_;
    const DecisionChanges& decisions_;
    Phrases phrases_;
    std::string out_;
};

std::string DecisionLines::write() {
    line("\n三、结论（今日按 {}；全部案卷按两个版本各办一遍，不问哪一个在施行）",
         "\n3. Decisions (today being {}; every case is decided under both versions, whichever is in force)",
         report_.today->to_text());
    if (decisions_.turned_back[0] + decisions_.turned_back[1] > 0)
        line("  案卷里读不了而退回的：旧版 {} 行，新版 {} 行；它们不在下面的数里",
             "  rows turned back: {} by the old version, {} by the new; they are not counted below",
             decisions_.turned_back[0], decisions_.turned_back[1]);
    if (decisions_.flips.empty())
        line("  两个版本各办 {} 件，结论和各项输出都没有改变", "  {} decided under each version, all alike",
             decisions_.decided[1]);
    else
        line("  旧版办 {} 件，新版办 {} 件，有改变的 {} 件",
             "  {} decided by the old version, {} by the new; {} differ", decisions_.decided[0],
             decisions_.decided[1], decisions_.flips.size());
    for (const MatterSums& matter : decisions_.matters)
        write_matter(matter);
    write_flips();
    write_causes();
    return std::move(out_);
}

void DecisionLines::write_matter(const MatterSums& matter) {
    const bool flipped = std::any_of(decisions_.flips.begin(), decisions_.flips.end(),
                                     [&](const Flip& flip) { return flip.id.matter == matter.matter; });
    if (!flipped)
        return;
    write_verdicts(matter);
    for (const std::string& output : matter.outputs) {
        const value::Number old = matter.sums.of(0, output);
        const value::Number now = matter.sums.of(1, output);
        if (!(old == now))
            line("    通过的合计　{} {}→{}（{}）", "    sum of those passed: {} {}→{} ({})", output,
                 phrases_.money(old), phrases_.money(now), phrases_.signed_money(now - old));
    }
    write_dimensions(matter);
}

/// Dimensions under which the same is to be said (a size that is worked out, and the same that was stated) share their lines.
void DecisionLines::write_dimensions(const MatterSums& matter) {
    struct Said {
        std::string names;
        std::string lines;
    };
    std::vector<Said> all;
    for (const Dimension& dimension : matter.dimensions) {
        const std::size_t begin = out_.size();
        write_groups(matter, dimension);
        std::string lines = out_.substr(begin);
        out_.resize(begin);
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const Said& said) { return said.lines == lines; });
        if (same != all.end())
            same->names += std::string{in("、", ", ")} + dimension.name;
        else if (!lines.empty())
            all.push_back({dimension.name, std::move(lines)});
    }
    for (const Said& said : all) {
        line("    按{}", "    by {}", said.names);
        out_ += said.lines;
    }
}

void DecisionLines::write_verdicts(const MatterSums& matter) {
    std::string text;
    for (int at = 0; at <= static_cast<int>(model::Verdict::NotApplicable); ++at) {
        const auto verdict = static_cast<model::Verdict>(at);
        const auto count = [&](int side) {
            const auto found = matter.verdicts[side].find(verdict);
            return found == matter.verdicts[side].end() ? std::size_t{0} : found->second;
        };
        if (count(0) + count(1) > 0)
            text += fmt::format("{}{} {}→{}", text.empty() ? "" : "，", model::verdict_name(verdict),
                                count(0), count(1));
    }
    line("  " + matter.matter + "　" + text);
}

std::string DecisionLines::sums_text(const MatterSums& matter, const Sums& sums) const {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "，") + part; };
    if (sums.decided[0] != sums.decided[1])
        add(fmt::format(fmt::runtime(in("{}→{} 件", "{}→{} decided")), sums.decided[0], sums.decided[1]));
    if (sums.passed[0] != sums.passed[1])
        add(fmt::format(fmt::runtime(in("通过 {}→{}", "passed {}→{}")), sums.passed[0], sums.passed[1]));
    for (const std::string& output : matter.outputs) {
        const value::Number change = sums.of(1, output) - sums.of(0, output);
        if (!change.is_zero())
            add(output + " " + phrases_.signed_money(change));
    }
    return text;
}

/// The groups in which something has changed, if any.
void DecisionLines::write_groups(const MatterSums& matter, const Dimension& dimension) {
    std::size_t changed = 0;
    for (const auto& [group, sums] : dimension.groups)
        changed += sums.differs() ? 1 : 0;
    if (changed == 0)
        return;
    std::size_t listed = 0;
    for (const auto& [group, sums] : dimension.groups) {
        if (sums.differs() && listed++ < most_groups)
            line("      " + group + "　" + sums_text(matter, sums));
    }
    if (changed > most_groups)
        line("      另有 {} 个有改变的没有列出，见工作簿或 JSON",
             "      {} more are in the workbook and the JSON", changed - most_groups);
    if (dimension.is_reference)
        write_gains(matter, dimension);
}

/// How many have more and how many less, of each amount.
void DecisionLines::write_gains(const MatterSums& matter, const Dimension& dimension) {
    for (const std::string& output : matter.outputs) {
        std::size_t more = 0;
        std::size_t less = 0;
        for (const auto& [group, sums] : dimension.groups) {
            const value::Number change = sums.of(1, output) - sums.of(0, output);
            more += !change.is_zero() && !change.is_negative() ? 1 : 0;
            less += change.is_negative() ? 1 : 0;
        }
        if (more + less > 0)
            line("      {}：增加的 {} 个，减少的 {} 个", "      {}: {} have more, {} have less", output, more,
                 less);
    }
}

void DecisionLines::write_flips() {
    if (decisions_.flips.empty())
        return;
    line("  有改变的各件", "  What is decided otherwise");
    for (std::size_t at = 0; at < decisions_.flips.size(); ++at) {
        const Flip& flip = decisions_.flips[at];
        line("    " + flip.id.matter + " " + phrases_.case_name(flip.id));
        for (const Phrases::Difference& each : phrases_.differences(flip))
            line("      " + (each.name.empty() ? std::string{in("结论", "verdict")} : each.name) + " " +
                 each.before + "→" + each.after);
        if (report_.attribution && report_.attribution->sound)
            line("      起因：{}", "      caused by: {}", phrases_.cause(report_.attribution->causes[at]));
    }
}

void DecisionLines::write_causes() {
    if (!report_.attribution || decisions_.flips.empty())
        return;
    const Attribution& attribution = *report_.attribution;
    line("\n四、起因", "\n4. Causes");
    if (!attribution.sound)
        return line("  把修改逐条放回旧版再办，与{}的结果对不上，所以不说明起因",
                    "  put into the old version one by one, the amendments do not give what {} gives: no "
                    "causes are told",
                    attribution.fails_at_old ? in("旧版", "the old version") : in("新版", "the new version"));
    if (attribution.exact)
        line("  {} 处修改逐处、几处一起放进旧版办过，共办 {} 遍；起因是够用的最少几处",
             "  {} amendments were put into the old version alone and together, {} times in all; a cause is "
             "the fewest that suffice",
             attribution.amendments.size(), attribution.tried);
    else
        line("  修改有 {} 处，多于 {} 处，只试了逐处放进旧版和逐处从新版拿掉，共办 {} 遍，没有试几处一起",
             "  there are {} amendments, more than {}: only each alone and all but each were tried, {} times "
             "in all",
             attribution.amendments.size(), Attribution::most_exact, attribution.tried);
    for (std::size_t at = 0; at < attribution.amendments.size(); ++at)
        write_alone(at);
}

void DecisionLines::write_alone(std::size_t at) {
    const Alone& alone = report_.attribution->alone[at];
    const std::string name = phrases_.amendment(report_.attribution->amendments[at]);
    if (!alone.stands)
        return line("  {}　不能单独修改，要和别的修改一起", "  {}: cannot stand without another amendment",
                    name);
    line("  {}　单独修改：改变 {} 件", "  {}: alone it changes {}", name, alone.flips);
    for (const auto& [key, sum] : alone.money)
        line("    " + key.first + "　" + key.second + " " + phrases_.signed_money(sum));
}

} // namespace

std::string decision_lines(const Report& report) { return DecisionLines{report}.write(); }

} // namespace tiaoli::compare
