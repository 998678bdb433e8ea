// Result tables as JSON, one line a row.
#include "results_json.hpp"

#include "figures.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/json.hpp"

#include <fmt/format.h>

namespace tiaoli::report {

namespace {

std::string list(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items)
        out += (out.empty() ? "" : ", ") + item;
    return out;
}

std::string_view type_name(model::TypeKind kind) {
    switch (kind) {
    case model::TypeKind::Bool:
        return "是否";
    case model::TypeKind::Integer:
        return "整数";
    case model::TypeKind::Number:
        return "数值";
    case model::TypeKind::Money:
        return "金额";
    case model::TypeKind::Ratio:
        return "比例";
    case model::TypeKind::Date:
        return "日期";
    case model::TypeKind::Text:
    case model::TypeKind::Duration:
    case model::TypeKind::Period:
    case model::TypeKind::Enumeration:
    case model::TypeKind::Reference:
    case model::TypeKind::Unknown:
        return "文本";
    }
    return "文本";
}

std::string cell_json(const Cell& cell, model::TypeKind kind) {
    if (cell.value) {
        if (const auto* yes = std::get_if<bool>(&*cell.value))
            return *yes ? "true" : "false";
        const auto* number = std::get_if<value::Number>(&*cell.value);
        if (number != nullptr && kind == model::TypeKind::Ratio)
            return source::json_text(number->to_text());
    }
    return cell.text.empty() ? "null" : source::json_text(cell.text);
}

std::string table_json(const ResultTable& table) {
    std::vector<std::string> columns;
    for (const Column& column : table.columns)
        columns.push_back(fmt::format(R"({{"名": {}, "类型": "{}"}})", source::json_text(column.heading),
                                      type_name(column.kind)));
    std::string out = fmt::format("    {{\"名\": {}, \"列\": [{}],\n     \"行\": [",
                                  source::json_text(table.name), list(columns));
    std::string_view between = "\n";
    for (const std::vector<Cell>& row : table.rows) {
        out += between;
        out += "      [";
        for (std::size_t at = 0; at < row.size(); ++at)
            out += (at == 0 ? "" : ", ") + cell_json(row[at], table.columns[at].kind);
        out += ']';
        between = ",\n";
    }
    return out + "]}";
}

std::string article_json(const ArticleFigures& article) {
    std::string out =
        fmt::format(R"({{"条": {}, "未通过": {})", source::json_text(article.label), article.failing);
    for (const auto& [verdict, count] : article.worst)
        out += fmt::format(R"(, "{}": {})", model::verdict_name(verdict), count);
    return out + fmt::format(R"(, "无法判断": {}}})", article.undecided);
}

std::string figures_json(const explain::Scene& scene, const MatterFigures& matter) {
    std::vector<std::string> verdicts;
    for (const model::Verdict verdict : listed_verdicts) {
        const auto count = matter.verdicts.find(verdict);
        if (count != matter.verdicts.end())
            verdicts.push_back(fmt::format(R"("{}": {})", model::verdict_name(verdict), count->second));
    }
    std::vector<std::string> articles;
    for (const ArticleFigures& article : matter.articles)
        articles.push_back(article_json(article));
    std::vector<std::string> sums;
    for (const SumFigure& figure : matter.sums)
        sums.push_back(fmt::format("{}: {}", source::json_text(scene.schema().fields[figure.field].name),
                                   source::json_text(value::money_plain(figure.sum))));
    return fmt::format(
        R"(    {{"事项": {}, "件数": {}, "结论": {{{}}}, "其中试算": {}, "条": [{}], "合计": {{{}}}}})",
        source::json_text(scene.schema().matters[matter.matter].name), matter.decided, list(verdicts),
        matter.trials, list(articles), list(sums));
}

std::string lines(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items)
        out += (out.empty() ? "\n" : ",\n") + item;
    return out;
}

} // namespace

std::string results_json(const Outcome& outcome, const std::vector<ResultTable>& tables) {
    std::vector<std::string> summaries;
    for (const MatterFigures& matter : figures(outcome))
        summaries.push_back(figures_json(outcome.scene, matter));
    std::vector<std::string> written;
    for (const ResultTable& table : tables)
        written.push_back(table_json(table));
    return fmt::format("{{\n  \"程序\": {},\n  \"政策\": {},\n  \"今日\": {},\n  \"小结\": [{}],\n  "
                       "\"表\": [{}]\n}}\n",
                       source::json_text("tiaoli " + outcome.program_version),
                       source::json_text(outcome.scene.schema().policy_name),
                       source::json_text(outcome.options.today.to_text()), lines(summaries), lines(written));
}

} // namespace tiaoli::report
