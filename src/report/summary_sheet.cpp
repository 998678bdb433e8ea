// The sheet 小结: what the run came to, with a chart of the articles of each matter.
#include "results_workbook.hpp"

#include "figures.hpp"
#include "workbook.hpp"

#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::report {

namespace {

constexpr lxw_col_t chart_column = 10;
constexpr lxw_row_t first_chart_row = 3;
constexpr lxw_row_t chart_rows = 16;
constexpr int name_width = 20;
constexpr int count_width = 11;

/// What a failing article can come to, worst first, and the colours of the chart.
constexpr std::array consequences{std::pair{model::Verdict::Fail, lxw_color_t{0xC0504D}},
                                  std::pair{model::Verdict::Return, lxw_color_t{0xE6A23C}},
                                  std::pair{model::Verdict::Defer, lxw_color_t{0x8064A2}},
                                  std::pair{model::Verdict::Manual, lxw_color_t{0x4F81BD}}};
constexpr lxw_color_t undecided_colour = 0xA6A6A6;

class SummarySheet {
  public:
    SummarySheet(Workbook& book, const Outcome& outcome)
        : book_(book), outcome_(outcome), figures_(figures(outcome)), sheet_(book.add_sheet("小结")) {}

    void write();

  private:
    void write_heading();
    void write_verdicts();
    void write_articles();
    void write_sums();
    void write_turned_back();
    void open_table(const std::string& title, const std::vector<std::string>& headings);
    void write_text(lxw_col_t column, const std::string& text) {
        book_.write(sheet_, {row_, column}, text, Style::Text);
    }
    void write_count(lxw_col_t column, std::size_t count) {
        book_.write(sheet_, {row_, column}, value::Number{static_cast<std::int64_t>(count)}, Style::Count);
    }
    void add_chart(const MatterFigures& matter, lxw_row_t first, lxw_row_t last);
    void add_series(lxw_chart* chart, lxw_col_t column, lxw_color_t colour, lxw_row_t first, lxw_row_t last);
    const std::string& name_of(const MatterFigures& matter) const {
        return outcome_.scene.schema().matters[matter.matter].name;
    }

    Workbook& book_;
    const Outcome& outcome_;
    std::vector<MatterFigures> figures_;
    lxw_worksheet* sheet_;
    lxw_row_t row_ = 0;
    lxw_row_t article_headings_ = 0;
    lxw_row_t chart_row_ = first_chart_row;
    int widest_sum_ = count_width;
};

std::size_t count_of(const std::map<model::Verdict, std::size_t>& counts, model::Verdict verdict) {
    const auto found = counts.find(verdict);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

void add_summary_sheet(Workbook& book, const Outcome& outcome) { SummarySheet{book, outcome}.write(); }

namespace {

void SummarySheet::write() {
    book_.set_width(sheet_, 0, name_width);
    book_.set_width(sheet_, 1, name_width);
    for (lxw_col_t column = 2; column < chart_column; ++column)
        book_.set_width(sheet_, column, count_width);
    write_heading();
    write_verdicts();
    write_articles();
    write_sums();
    write_turned_back();
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9); // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
}

void SummarySheet::write_heading() {
    const model::Policy& policy = outcome_.scene.project.policy;
    book_.write(sheet_, {0, 0}, policy.schema.policy_name + "　办理小结", Style::Title);
    std::string how =
        fmt::format("今日按 {}；程序 tiaoli {}", outcome_.options.today.to_text(), outcome_.program_version);
    if (outcome_.options.only_version.valid())
        how += "；全部按 " + policy.versions[outcome_.options.only_version].name;
    book_.write(sheet_, {1, 0}, how, Style::Line);
    row_ = 3;
}

void SummarySheet::write_verdicts() {
    std::vector<std::string> headings{"事项", "件数"};
    for (const model::Verdict verdict : listed_verdicts)
        headings.emplace_back(model::verdict_name(verdict));
    headings.emplace_back("其中试算");
    open_table("一、各事项的结论（件）", headings);
    for (const MatterFigures& matter : figures_) {
        write_text(0, name_of(matter));
        write_count(1, matter.decided);
        lxw_col_t column = 2;
        for (const model::Verdict verdict : listed_verdicts)
            write_count(column++, count_of(matter.verdicts, verdict));
        write_count(column, matter.trials);
        ++row_;
    }
    ++row_;
}

void SummarySheet::write_articles() {
    std::vector<std::string> headings{"事项", "条"};
    for (const auto& [verdict, colour] : consequences)
        headings.emplace_back(model::verdict_name(verdict));
    headings.emplace_back("无法判断");
    open_table("二、没有通过的条（件，每件每条按最重的一项计）", headings);
    article_headings_ = row_ - 1;
    for (const MatterFigures& matter : figures_) {
        const lxw_row_t first = row_;
        for (const ArticleFigures& article : matter.articles) {
            write_text(0, name_of(matter));
            write_text(1, article.label.empty() ? "（不在条下）" : article.label);
            lxw_col_t column = 2;
            for (const auto& [verdict, colour] : consequences)
                write_count(column++, count_of(article.worst, verdict));
            write_count(column, article.undecided);
            ++row_;
        }
        if (row_ > first)
            add_chart(matter, first, row_ - 1);
    }
    ++row_;
}

void SummarySheet::write_sums() {
    open_table("三、通过的合计（元；只列可以相加的金额，不含试算）", {"事项", "输出", "合计"});
    for (const MatterFigures& matter : figures_) {
        for (const SumFigure& figure : matter.sums) {
            write_text(0, name_of(matter));
            write_text(1, outcome_.scene.schema().fields[figure.field].name);
            book_.write(sheet_, {row_, 2}, figure.sum, Style::Money);
            // Amounts are wider than counts; a number that does not fit its column shows as signs.
            const int width = source::display_width(value::money_text(figure.sum)) + 2;
            widest_sum_ = std::max(widest_sum_, width);
            ++row_;
        }
    }
    book_.set_width(sheet_, 2, widest_sum_);
    ++row_;
}

void SummarySheet::write_turned_back() {
    book_.write(sheet_, {row_, 0},
                fmt::format("四、退回 {} 行{}", outcome_.scene.data.turned_back.size(),
                            outcome_.scene.data.turned_back.empty() ? "" : "，见工作表“退回”"),
                Style::Title);
}

void SummarySheet::open_table(const std::string& title, const std::vector<std::string>& headings) {
    book_.write(sheet_, {row_++, 0}, title, Style::Title);
    lxw_col_t column = 0;
    for (const std::string& heading : headings)
        book_.write(sheet_, {row_, column++}, heading, Style::KeyHeading);
    ++row_;
}

void SummarySheet::add_chart(const MatterFigures& matter, lxw_row_t first, lxw_row_t last) {
    lxw_chart* chart = book_.add_chart(LXW_CHART_COLUMN_STACKED);
    lxw_col_t column = 2;
    for (const auto& [verdict, colour] : consequences)
        add_series(chart, column++, colour, first, last);
    add_series(chart, column, undecided_colour, first, last);
    chart_title_set_name(chart, (name_of(matter) + "：没有通过的条（件）").c_str());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_axis_set_num_format(chart->y_axis, "0");
    lxw_chart_options options{};
    options.x_scale = last - first > 8 ? 2 : 1;
    options.y_scale = 1;
    worksheet_insert_chart_opt(sheet_, chart_row_, chart_column, chart, &options);
    chart_row_ += chart_rows;
}

void SummarySheet::add_series(lxw_chart* chart, lxw_col_t column, lxw_color_t colour, lxw_row_t first,
                              lxw_row_t last) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, sheet_->name, first, 1, last, 1);
    chart_series_set_values(series, sheet_->name, first, column, last, column);
    chart_series_set_name_range(series, sheet_->name, article_headings_, column);
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_fill(series, &fill);
}

} // namespace

} // namespace tiaoli::report
