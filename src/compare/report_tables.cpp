// A comparison as tables: what changed, the sums, the cases that are decided otherwise, what each amendment does alone.
#include "tiaoli/compare/report.hpp"

#include "phrases.hpp"

#include "tiaoli/report/plain_table.hpp"

#include <algorithm>

namespace tiaoli::compare {

namespace {

using report::PlainCell;
using report::PlainTable;

class ReportTables {
  public:
    explicit ReportTables(const Report& report) : report_(report), phrases_(report) {}

    PlainTable changes() const;
    PlainTable sums() const;
    PlainTable flips() const;
    PlainTable alone() const;

  private:
    std::string in(std::string_view chinese, std::string_view english) const {
        return std::string{phrases_.in(chinese, english)};
    }
    void add_group(PlainTable& table, const MatterSums& matter, const std::string& dimension,
                   const std::string& group, const Sums& sums) const;
    std::string cause(std::size_t at) const;
    std::vector<PlainCell> article_row(std::size_t at) const;

    const Report& report_;
    Phrases phrases_;
};

PlainCell money_cell(const value::Number& yuan) { return {value::money_plain(yuan), yuan}; }

PlainCell count_cell(std::size_t count) {
    return {std::to_string(count), value::Number{static_cast<std::int64_t>(count)}};
}

std::optional<value::Number> amount_of(const Outcome& outcome, const std::string& output) {
    const auto found = outcome.outputs.find(output);
    return found == outcome.outputs.end() ? std::nullopt : found->second.amount;
}

std::string law_text(const model::Version& version, model::ArticleId article) {
    std::string text;
    if (article.valid()) {
        for (const std::string& paragraph : version.articles[article].paragraphs)
            text += (text.empty() ? "" : "\n") + paragraph;
    }
    return text;
}

std::vector<PlainCell> ReportTables::article_row(std::size_t at) const {
    const ArticlePair& pair = report_.comparison.articles[at];
    std::string names;
    for (const std::string& name : phrases_.article_names(at))
        names += (names.empty() ? "" : "、") + name;
    return {{phrases_.article_way(pair)},
            {names},
            {in("条文", "text")},
            {phrases_.figures(pair.words.figures)},
            {law_text(phrases_.before(), pair.before)},
            {law_text(phrases_.after(), pair.after)}};
}

PlainTable ReportTables::changes() const {
    PlainTable table{in("修改", "changes"),
                     {{in("条", "article")},
                      {in("改变", "change")},
                      {in("是什么", "what")},
                      {in("改了的数", "figures")},
                      {in("旧", "old")},
                      {in("新", "new")}},
                     {}};
    for (std::size_t at = 0; at < report_.comparison.articles.size(); ++at) {
        if (!phrases_.article_names(at).empty())
            table.rows.push_back(article_row(at));
    }
    for (const Change& change : report_.comparison.changes) {
        const bool outside = change.pair == Change::no_pair;
        table.rows.push_back({{outside ? in("条文以外", "outside the articles")
                                       : phrases_.article_way(report_.comparison.articles[change.pair])},
                              {phrases_.change_name(change)},
                              {phrases_.unit(change)},
                              {phrases_.figures(change.figures)},
                              {change.before ? change.before->words : std::string{}},
                              {change.after ? change.after->words : std::string{}}});
    }
    return table;
}

void ReportTables::add_group(PlainTable& table, const MatterSums& matter, const std::string& dimension,
                             const std::string& group, const Sums& sums) const {
    const auto row = [&](const std::string& what, PlainCell old, PlainCell now, PlainCell change) {
        table.rows.push_back({{matter.matter},
                              {dimension},
                              {group},
                              {what},
                              std::move(old),
                              std::move(now),
                              std::move(change)});
    };
    const auto counts = [&](const std::string& what, const std::size_t(&both)[2]) {
        const auto signed_count = static_cast<std::int64_t>(both[1]) - static_cast<std::int64_t>(both[0]);
        row(what, count_cell(both[0]), count_cell(both[1]), {std::to_string(signed_count), signed_count});
    };
    counts(in("件数", "decided"), sums.decided);
    counts(in("通过件数", "passed"), sums.passed);
    for (const std::string& output : matter.outputs) {
        const value::Number old = sums.of(0, output);
        const value::Number now = sums.of(1, output);
        row(output, money_cell(old), money_cell(now), money_cell(now - old));
    }
}

PlainTable ReportTables::sums() const {
    PlainTable table{in("合计", "sums"),
                     {{in("事项", "matter")},
                      {in("按什么", "by")},
                      {in("组", "group")},
                      {in("是什么", "what")},
                      {in("旧", "old"), model::TypeKind::Number},
                      {in("新", "new"), model::TypeKind::Number},
                      {in("增减", "change"), model::TypeKind::Number}},
                     {}};
    for (const MatterSums& matter : report_.decisions->matters) {
        add_group(table, matter, in("全部", "all"), "", matter.sums);
        for (const Dimension& dimension : matter.dimensions) {
            for (const auto& [group, sums] : dimension.groups)
                add_group(table, matter, dimension.name, group, sums);
        }
    }
    return table;
}

std::string ReportTables::cause(std::size_t at) const {
    const std::optional<Attribution>& attribution = report_.attribution;
    return attribution && attribution->sound ? phrases_.cause(attribution->causes[at]) : std::string{};
}

PlainTable ReportTables::flips() const {
    PlainTable table{in("改变的案卷", "changed cases"),
                     {{in("事项", "matter")},
                      {in("键", "key")},
                      {in("期间", "period")},
                      {in("改变的是", "what")},
                      {in("旧", "old")},
                      {in("新", "new")},
                      {in("增减", "change"), model::TypeKind::Money},
                      {in("起因", "cause")}},
                     {}};
    for (std::size_t at = 0; at < report_.decisions->flips.size(); ++at) {
        const Flip& flip = report_.decisions->flips[at];
        for (const Phrases::Difference& each : phrases_.differences(flip)) {
            PlainCell change;
            const auto amount = [&](const std::optional<Outcome>& side) {
                return side ? amount_of(*side, each.name) : std::nullopt;
            };
            const auto old = amount(flip.before);
            const auto now = amount(flip.after);
            if (old && now)
                change = money_cell(*now - *old);
            table.rows.push_back({{flip.id.matter},
                                  {flip.id.key},
                                  {flip.id.period},
                                  {each.name.empty() ? in("结论", "verdict") : each.name},
                                  {each.before},
                                  {each.after},
                                  change,
                                  {cause(at)}});
        }
    }
    return table;
}

PlainTable ReportTables::alone() const {
    PlainTable table{in("逐条修改的作用", "each amendment alone"),
                     {{in("修改", "amendment")},
                      {in("单独修改改变几件", "cases changed alone"), model::TypeKind::Integer},
                      {in("事项", "matter")},
                      {in("输出", "output")},
                      {in("合计增减", "change of the sum"), model::TypeKind::Money}},
                     {}};
    for (std::size_t at = 0; at < report_.attribution->alone.size(); ++at) {
        const Alone& alone = report_.attribution->alone[at];
        const std::string name = phrases_.amendment(report_.attribution->amendments[at]);
        const PlainCell flips =
            alone.stands ? count_cell(alone.flips) : PlainCell{in("不能单独修改", "cannot stand alone"), {}};
        if (alone.money.empty())
            table.rows.push_back({{name}, flips, {}, {}, {}});
        for (const auto& [key, sum] : alone.money)
            table.rows.push_back({{name}, flips, {key.first}, {key.second}, money_cell(sum)});
    }
    return table;
}

} // namespace

std::string flips_csv(const Report& report) { return report::plain_csv(ReportTables{report}.flips()); }

base::Result<std::string> report_workbook(const Report& report) {
    const ReportTables tables{report};
    std::vector<PlainTable> sheets{tables.changes()};
    if (report.decisions) {
        sheets.push_back(tables.flips());
        sheets.push_back(tables.sums());
    }
    if (report.attribution)
        sheets.push_back(tables.alone());
    return report::plain_workbook(sheets);
}

} // namespace tiaoli::compare
