// Explanations as one page that needs nothing but itself: no script, no network.
#include "tiaoli/explain/explanation.hpp"

#include "marks.hpp"
#include "page_steps.hpp"
#include "tiaoli/explain/page_style.hpp"

#include <fmt/format.h>

#include <set>

namespace tiaoli::explain {

namespace {

class DecisionPage {
  public:
    DecisionPage(const Scene& scene, const Explanation& explanation, PageWriter& page)
        : scene_(scene), explanation_(explanation), page_(page), steps_(scene, explanation, page) {}

    void write();

  private:
    void write_head();
    void write_grounds();
    void write_outputs();
    void write_output(const OutputEntry& output);
    void write_articles();
    void write_rule(const RuleEntry& rule);
    void write_said(std::string_view what, const std::string& words, std::string_view css_class);
    void write_readings();
    void write_other_readings();
    void write_other_periods();
    void write_heading_row(const std::vector<std::string_view>& names);
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }
    bool has_version() const { return explanation_.decision.version.valid(); }
    const model::Version& version() const { return scene_.version(explanation_.decision.version); }

    const Scene& scene_;
    const Explanation& explanation_;
    PageWriter& page_;
    PageSteps steps_;
};

struct VerdictLook {
    std::string_view sign;
    std::string_view css_class;
};
VerdictLook look_of(model::Verdict verdict);
std::string_view look_of(interp::RuleState state);
void open_page(const Scene& scene, const std::vector<Explanation>& explanations, PageWriter& page);

} // namespace

void write_decision(const Scene& scene, const Explanation& explanation, PageWriter& page) {
    DecisionPage{scene, explanation, page}.write();
}

std::string decisions_page(const Scene& scene, const std::vector<Explanation>& explanations) {
    PageWriter page;
    open_page(scene, explanations, page);
    for (const Explanation& each : explanations)
        write_decision(scene, each, page);
    page.close(); // main
    page.raw("</body></html>\n");
    return page.take();
}

namespace {

void open_page(const Scene& scene, const std::vector<Explanation>& explanations, PageWriter& page) {
    const bool is_chinese = scene.language == diag::Language::Chinese;
    page.raw("<!DOCTYPE html>\n<html lang=\"");
    page.raw(is_chinese ? "zh-CN" : "en");
    page.raw(
        "\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    for (std::size_t at = 0; at < explanations.size(); ++at)
        page.text((at == 0 ? "" : " · ") + explanations[at].record + " " + explanations[at].matter);
    page.raw("</title>\n<style>");
    page.raw(page_style);
    page.raw("</style></head>\n<body>\n");
    page.open("main");
    page.element(
        "p",
        in(scene.language, "点开任何一个数，看它的算式、字段、案卷里的出处和条文。打印时只印展开的部分。",
           "Open any figure to see its formula, fields, cells and article. Only what is open is printed."),
        "soft screen");
}

void DecisionPage::write() {
    page_.open("article", "decision");
    write_head();
    if (explanation_.not_reviewed.empty()) {
        write_grounds();
        write_outputs();
        write_articles();
        write_other_readings();
        write_readings();
        write_other_periods();
    }
    page_.close();
}

void DecisionPage::write_head() {
    page_.open("h1");
    page_.element("span", explanation_.record);
    page_.element("span", explanation_.matter +
                              (explanation_.period.empty() ? std::string{} : "　" + explanation_.period));
    if (explanation_.not_reviewed.empty()) {
        const VerdictLook look = look_of(explanation_.decision.verdict);
        page_.element("span", std::string{look.sign} + " " + explanation_.verdict,
                      "verdict " + std::string{look.css_class});
    } else {
        page_.element("span", explanation_.not_reviewed, "verdict v-other");
    }
    page_.close();
    if (!has_version())
        return;
    std::string line = scene_.schema().policy_name + "　" + version().name;
    if (!version().document_number.empty())
        line += "　" + version().document_number;
    page_.element("p", line, "soft");
}

void DecisionPage::write_grounds() {
    if (explanation_.grounds.empty())
        return;
    page_.element("h2", in("结论的理由", "Why"));
    page_.open("table");
    for (const Ground& ground : explanation_.grounds) {
        page_.open("tr");
        page_.element("td", ground_word(scene_, ground.kind), "kind");
        page_.element("td", has_version() ? ground.cited(version()) : ground.text);
        page_.close();
    }
    page_.close();
}

void DecisionPage::write_outputs() {
    if (explanation_.outputs_withheld && !explanation_.decision.outputs.empty())
        page_.element("p", in("结论如此，没有输出。", "With this verdict there are no outputs."), "soft");
    if (explanation_.outputs.empty())
        return;
    page_.element("h2", in("输出", "Outputs"));
    page_.open("table");
    page_.open("tr");
    page_.element("th", in("名称", "Name"));
    page_.element("th", in("结果", "Value"), "figure");
    page_.close();
    for (const OutputEntry& output : explanation_.outputs)
        write_output(output);
    page_.close();
}

void DecisionPage::write_output(const OutputEntry& output) {
    const bool opens = !output.formulas.empty() || !output.steps.empty();
    page_.open("tr", opens ? "total" : "");
    page_.element("td", output.name);
    page_.element("td", output.value, "figure");
    page_.close();
    if (!opens)
        return;
    page_.open("tr", "how");
    page_.open("td", {}, "colspan=\"2\"");
    page_.open("details");
    page_.element("summary", in("怎样算出来的", "How it was worked out"), "soft");
    page_.open("div", "steps");
    for (const FormulaEntry& formula : output.formulas)
        steps_.write_formula(formula.words, formula.article, formula.place);
    page_.close();
    steps_.write_output(output);
    page_.close();
    page_.close();
    page_.close();
}

/// The rules of an article, and beside them its words (where the article comes again, only its name).
void DecisionPage::write_articles() {
    if (explanation_.articles.empty())
        return;
    page_.element("h2", in("逐条说明", "Article by article"));
    std::set<model::ArticleId> quoted;
    for (const ArticleEntry& entry : explanation_.articles) {
        page_.open("section", "article");
        page_.open("div");
        for (const RuleEntry& rule : entry.rules)
            write_rule(rule);
        page_.close();
        page_.open("aside");
        if (entry.id.valid()) {
            const model::Article& article = version().articles[entry.id];
            page_.element("h3", article.title.empty() ? article.label : article.label + "　" + article.title);
            page_.open("blockquote");
            for (const std::string& paragraph : article.paragraphs) {
                if (!quoted.contains(entry.id))
                    page_.element("p", paragraph);
            }
            page_.close();
            quoted.insert(entry.id);
        } else {
            page_.element("p", in("条文以外的核对", "Checks outside the articles"), "soft");
        }
        page_.close();
        page_.close();
    }
}

void DecisionPage::write_rule(const RuleEntry& rule) {
    const bool is_plain =
        rule.state == interp::RuleState::Held || rule.state == interp::RuleState::NotApplicable;
    page_.open("details", "rule " + std::string{look_of(rule.state)}, is_plain ? "" : "open");
    page_.open("summary");
    page_.element("span", mark(rule.state), "mark");
    page_.text(rule.label);
    if (rule.state != interp::RuleState::NotApplicable) // what follows says it
        page_.element("span", state_word(scene_, rule.state), "tag");
    page_.text(rule_ending(scene_, rule));
    page_.close();
    write_said(in("规则：", "rule: "), rule.words, {});
    for (const std::string& exception : rule.exceptions)
        write_said(in("例外：", "exception: "), exception, {});
    if (!rule.remark.empty())
        write_said(in("说明：", "note: "), rule.remark, {});
    for (const std::string& reason : rule.reasons)
        write_said("！", reason, {});
    for (const Distance& distance : rule.distances)
        write_said(in("差距：", "distance: "), distance_line(scene_, distance), "gap");
    steps_.write(rule.steps);
    page_.close();
}

void DecisionPage::write_said(std::string_view what, const std::string& words, std::string_view css_class) {
    page_.open("div", "said " + std::string{css_class});
    page_.element("b", what);
    page_.text(words);
    page_.close();
}

void DecisionPage::write_readings() {
    if (explanation_.readings.empty())
        return;
    page_.element("h2", in("所依据的解释", "Readings that this rests on"));
    page_.open("ul", "readings");
    for (const ReadingEntry& reading : explanation_.readings) {
        page_.open("li");
        page_.text(reading.article + " ");
        page_.element("span", reading.settled ? in("解释", "settled") : in("待释", "not settled"), "tag");
        page_.text(" " + reading.text);
        page_.close();
    }
    page_.close();
}

void DecisionPage::write_heading_row(const std::vector<std::string_view>& names) {
    page_.open("tr");
    for (const std::string_view name : names)
        page_.element("th", name);
    page_.close();
}

void DecisionPage::write_other_readings() {
    if (explanation_.other_readings.empty() && explanation_.readings_without_effect.empty())
        return;
    page_.element("h2", in("换一种读法", "Under other readings"));
    page_.open("table");
    write_heading_row({in("换成", "Instead"), in("改变", "Change"), in("现在", "Now"), in("变为", "Then")});
    for (const OtherReading& reading : explanation_.other_readings) {
        for (const OtherReading::Change& change : reading.changes) {
            page_.open("tr");
            page_.element("td", &change == &reading.changes.front() ? reading_line(scene_, reading) : "");
            page_.element("td", change.name.empty() ? in("结论", "verdict") : change.name);
            page_.element("td", change.before, "figure");
            page_.element("td", change.after, "figure");
            page_.close();
        }
    }
    page_.close();
    if (!explanation_.readings_without_effect.empty())
        page_.element("p", without_effect_line(scene_, explanation_), "soft");
}

void DecisionPage::write_other_periods() {
    if (explanation_.other_periods.empty())
        return;
    page_.element("h2", in("其他各期", "The other periods"));
    page_.open("table");
    write_heading_row({in("期间", "Period"), in("结论", "Verdict")});
    for (const PeriodVerdict& each : explanation_.other_periods) {
        page_.open("tr");
        page_.element("td", each.period);
        page_.element("td", each.verdict);
        page_.close();
    }
    page_.close();
}

VerdictLook look_of(model::Verdict verdict) {
    switch (verdict) {
    case model::Verdict::Pass:
        return {"✓", "v-pass"};
    case model::Verdict::Fail:
        return {"✗", "v-fail"};
    case model::Verdict::Return:
        return {"↩", "v-wait"};
    case model::Verdict::Defer:
        return {"‖", "v-wait"};
    case model::Verdict::Manual:
        return {"？", "v-wait"};
    case model::Verdict::NotApplicable:
        return {"－", "v-other"};
    }
    return {};
}

std::string_view look_of(interp::RuleState state) {
    switch (state) {
    case interp::RuleState::Held:
        return "held";
    case interp::RuleState::Failed:
        return "failed";
    case interp::RuleState::NotApplicable:
        return "idle";
    case interp::RuleState::Unknown:
    case interp::RuleState::NoValue:
        return "doubtful";
    }
    return {};
}

} // namespace

} // namespace tiaoli::explain
