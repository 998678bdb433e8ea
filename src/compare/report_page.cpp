// A comparison as one page that needs nothing but itself: no script, no network.
#include "tiaoli/compare/report.hpp"

#include "page_look.hpp"
#include "page_sums.hpp"
#include "phrases.hpp"

#include "tiaoli/explain/page_style.hpp"
#include "tiaoli/explain/page_writer.hpp"

#include <fmt/format.h>

namespace tiaoli::compare {

namespace {

class ReportPage {
  public:
    ReportPage(const Report& report, const ExplainFlip& explain)
        : report_(report), phrases_(report), explain_(explain) {}

    std::string write();

  private:
    void open_page();
    void write_head();
    void write_notices();
    void write_fact(std::string_view words, const std::string& number);
    void write_articles();
    void write_article(std::size_t at);
    void write_words(const ArticlePair& pair);
    void write_changes(const std::vector<const Change*>& changes);
    void write_flips();
    void write_flip(std::size_t at);
    std::string title() const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return phrases_.in(chinese, english);
    }

    const Report& report_;
    Phrases phrases_;
    const ExplainFlip& explain_;
    explain::PageWriter page_;
};

std::string ReportPage::title() const { return phrases_.before().name + " → " + phrases_.after().name; }

std::string ReportPage::write() {
    open_page();
    write_head();
    write_articles();
    if (report_.attribution && report_.attribution->sound)
        write_effects(report_, phrases_, page_);
    if (report_.decisions) {
        write_sums(report_, phrases_, page_);
        write_flips();
    }
    page_.close(); // main
    page_.raw("</body></html>\n");
    return page_.take();
}

void ReportPage::open_page() {
    page_.raw("<!DOCTYPE html>\n<html lang=\"");
    page_.raw(report_.language == diag::Language::Chinese ? "zh-CN" : "en");
    page_.raw(
        "\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page_.text(std::string{in("对比　", "Comparison: ")} + title());
    page_.raw("</title>\n<style>");
    page_.raw(explain::page_style);
    page_.raw(page_look);
    page_.raw("</style></head>\n<body>\n");
    page_.open("main");
}

void ReportPage::write_fact(std::string_view words, const std::string& number) {
    page_.open("span");
    page_.element("b", number);
    page_.text(words);
    page_.close();
}

void ReportPage::write_head() {
    page_.open("section", "sheet");
    page_.open("h1");
    page_.element("span", report_.after.policy.schema.policy_name);
    page_.close();
    page_.element("p", title());
    std::size_t articles = 0;
    for (std::size_t at = 0; at < report_.comparison.articles.size(); ++at)
        articles += phrases_.article_names(at).empty() ? 0 : 1;
    page_.open("div", "facts");
    write_fact(in("条有修改", "articles amended"), std::to_string(articles));
    write_fact(in("处规则、定义等改变", "rules, definitions … changed"),
               std::to_string(report_.comparison.changes.size()));
    if (report_.decisions) {
        write_fact(in("件结论或金额改变", "cases decided otherwise"),
                   std::to_string(report_.decisions->flips.size()));
        write_fact(in("件按新版办理", "cases decided by the new version"),
                   std::to_string(report_.decisions->decided[1]));
    }
    page_.close();
    if (report_.decisions)
        page_.element(
            "p",
            fmt::format(
                fmt::runtime(
                    in("全部案卷按两个版本各办一遍，不问哪一个在施行；今日按 {}。金额是通过的各件的合计。",
                       "Every case was decided under both versions, whichever is in force; today is {}. "
                       "Amounts are sums of those passed.")),
                report_.today->to_text()),
            "soft");
    write_notices();
    page_.close();
}

/// What the page does not say, and why.
void ReportPage::write_notices() {
    if (report_.attribution && !report_.attribution->sound)
        page_.element("p",
                      in("把修改逐条放回旧版再办，与实际结果对不上，所以没有说明起因。",
                         "Put into the old version one by one, the amendments do not give what the versions "
                         "give: no causes are told."),
                      "notice");
    if (report_.attribution && report_.attribution->sound && !report_.attribution->exact)
        page_.element("p",
                      in("修改的处数多，只试了逐处修改和逐处去掉，没有试几处一起。",
                         "There are many amendments: only each alone and all but each were tried."),
                      "notice");
}

void ReportPage::write_articles() {
    page_.open("section", "sheet");
    page_.element("h2", in("修改对照", "Before and after, article by article"));
    bool any = false;
    for (std::size_t at = 0; at < report_.comparison.articles.size(); ++at) {
        if (phrases_.article_names(at).empty())
            continue;
        write_article(at);
        any = true;
    }
    if (const auto outside = report_.comparison.changes_of(Change::no_pair); !outside.empty()) {
        page_.open("div", "changed-article");
        page_.element("h3", in("条文以外", "Outside the articles"));
        write_changes(outside);
        page_.close();
        any = true;
    }
    if (!any)
        page_.element("p", in("条文和规则都没有改变。", "Neither text nor rules changed."));
    page_.close();
}

void ReportPage::write_article(std::size_t at) {
    const ArticlePair& pair = report_.comparison.articles[at];
    page_.open("div", "changed-article");
    page_.open("h3");
    page_.element("span", phrases_.article_way(pair));
    for (const std::string& name : phrases_.article_names(at))
        page_.element("span", name, "tag");
    page_.close();
    if (pair.reworded)
        write_words(pair);
    write_changes(report_.comparison.changes_of(at));
    page_.close();
}

void ReportPage::write_words(const ArticlePair& pair) {
    page_.open("div", "pairs");
    for (const PieceKind mine : {PieceKind::Removed, PieceKind::Added}) {
        page_.open("div");
        page_.open("p");
        for (const Piece& piece : pair.words.pieces) {
            if (piece.kind == PieceKind::Same)
                page_.text(piece.text);
            if (piece.kind != mine)
                continue;
            page_.raw(mine == PieceKind::Removed ? "<del>" : "<ins>"); // an element would end its line
            page_.text(piece.text);
            page_.raw(mine == PieceKind::Removed ? "</del>" : "</ins>");
        }
        page_.close();
        page_.close();
    }
    page_.close();
}

void ReportPage::write_changes(const std::vector<const Change*>& changes) {
    if (changes.empty())
        return;
    page_.open("table", "units");
    page_.open("tr");
    for (const std::string_view heading :
         {in("改变", "change"), in("是什么", "what"), in("旧", "old"), in("新", "new")})
        page_.element("th", heading);
    page_.close();
    for (const Change* change : changes) {
        page_.open("tr");
        const std::string figures = change->figures.empty() ? "" : " " + phrases_.figures(change->figures);
        page_.element("td", phrases_.change_name(*change) + figures);
        page_.element("td", phrases_.unit(*change));
        page_.element("td", change->before ? change->before->words : std::string{});
        page_.element("td", change->after ? change->after->words : std::string{});
        page_.close();
    }
    page_.close();
}

void ReportPage::write_flips() {
    page_.open("section", "sheet");
    page_.element("h2", in("结论或金额改变的各件", "Cases decided otherwise"));
    if (report_.decisions->flips.empty())
        page_.element("p", in("没有。", "None."));
    else
        page_.element(
            "p",
            in("点开一件，左边是按旧版的说明，右边是按新版的说明。",
               "Open a case: the explanation by the old version on the left, by the new one on the right."),
            "soft screen");
    for (std::size_t at = 0; at < report_.decisions->flips.size(); ++at)
        write_flip(at);
    page_.close();
}

void ReportPage::write_flip(std::size_t at) {
    const Flip& flip = report_.decisions->flips[at];
    page_.open("details", "flip");
    page_.open("summary");
    page_.element("span", flip.id.matter + "　" + phrases_.case_name(flip.id));
    page_.open("span", "what");
    const std::vector<Phrases::Difference> differences = phrases_.differences(flip);
    for (const Phrases::Difference& each : differences) {
        page_.text(each.name.empty() ? std::string{} : each.name + " ");
        page_.text(each.before + " → " + each.after);
        page_.raw("<br>");
    }
    page_.close();
    const bool told = report_.attribution && report_.attribution->sound;
    page_.element("span", told ? phrases_.cause(report_.attribution->causes[at]) : std::string{}, "cause");
    page_.close();
    const auto [before, after] = explain_(flip);
    page_.open("div", "both");
    for (const std::string& side : {before, after}) {
        page_.open("div");
        if (side.empty())
            page_.element("p", in("这个版本不审核这一件。", "This version does not review the case."));
        page_.raw(side); // an element that explain has written and escaped
        page_.close();
    }
    page_.close();
    page_.close();
}

} // namespace

std::string report_page(const Report& report, const ExplainFlip& explain) {
    return ReportPage{report, explain}.write();
}

} // namespace tiaoli::compare
