// 期限 in decisions: every outcome of both forms, days off, a calendar that is not published.
#include "small_policy.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;
using namespace tiaoli::interp;
using namespace tiaoli::interp::testing;
using model::TypeKind;

namespace {

/// Duties that are met by reports: within five days of the duty, or within the quarter that it names.
struct Duties : SmallPolicy {
    explicit Duties(model::LastDay last_day = model::LastDay::Stays) {
        duty = dated("义务", 1);
        quarter = stored(duty, "季", TypeKind::Period, model::Absence::Nullable);
        report = dated("报送", 2);
        of_duty = reference(report, "义务", duty);
        sure = stored(report, "属实", TypeKind::Bool, model::Absence::Optional);
        review = matter("核对", duty);
        terms(review).facts_until = expr(model::Today{});
        outcome = output(review, "报送情况", TypeKind::Text);
        due = output(review, "截止日", TypeKind::Date);
        deadline.matter = review;
        deadline.outcome = outcome;
        deadline.due = due;
        deadline.start = own(day(duty));
        deadline.length = expr(model::Constant{value::Duration{0, 5, 0}});
        deadline.last_day = last_day;
        const model::ExprId self = expr(model::OwnRecord{});
        deadline.fulfilment = total(model::Total::Earliest, {report, {{of_duty, self, {}}}, {element(sure)}});
        read_calendar();
    }

    void read_calendar() {
        std::vector<value::CalendarMistake> mistakes;
        policy.calendar =
            value::Calendar::parse("日期,休班,名称\n2025-01-01,休,元旦\n2025-05-01,休,劳动节\n"
                                   "2025-05-02,休,劳动节\n2025-10-01,休,国庆\n2025-10-02,休,国庆\n"
                                   "2025-10-03,休,国庆\n",
                                   mistakes);
    }

    void by_period() {
        deadline.start = {};
        deadline.length = {};
        deadline.period = own(quarter);
    }

    void settle() {
        const model::DeadlineId id = now().deadlines.add(deadline);
        now().timed[outcome] = id;
        now().timed[due] = id;
    }

    void duty_row(const std::string& key, const std::string& day, const std::string& in = "") {
        dated_row(duty, key, day, {{quarter, in}});
    }
    void report_row(const std::string& key, const std::string& day, const std::string& on,
                    const std::string& is_sure = "是") {
        dated_row(report, key, day, {{of_duty, on}, {sure, is_sure}});
    }

    model::RecordId duty, report;
    model::FieldId quarter, of_duty, sure, outcome, due;
    model::MatterId review;
    model::Deadline deadline;
};

std::string said(Run& run, const Duties& small, const std::string& key) {
    return run.verdict(small.review, key) + " " + run.value(small.outcome, key) + " " +
           run.value(small.due, key);
}

} // namespace

TEST_CASE("from a day: met, not due, late, not met") {
    Duties small;
    small.duty_row("按", "2025-06-11");
    small.report_row("1", "2025-06-16", "按");
    small.report_row("2", "2025-06-20", "按");
    small.duty_row("迟", "2025-06-11");
    small.report_row("3", "2025-06-17", "迟");
    small.report_row("4", "2025-06-20", "迟");
    small.duty_row("无", "2025-06-11");
    small.duty_row("未", "2025-06-27");
    small.settle();
    Run run(small, "2025-07-01");
    CHECK(said(run, small, "按") == "通过 已履行 2025-06-16");
    CHECK(said(run, small, "迟") == "通过 迟报1日 2025-06-16");
    CHECK(said(run, small, "无") == "通过 逾期未履行 2025-06-16");
    CHECK(said(run, small, "未") == "通过 未到期 2025-07-02");
    Run last(small, "2025-07-02");
    CHECK(said(last, small, "未") == "通过 未到期 2025-07-02");
    Run over(small, "2025-07-03");
    CHECK(said(over, small, "未") == "通过 逾期未履行 2025-07-02");
    CHECK(run.decision(small.review, "迟").deadlines.at(0).days_late == 1);
}

TEST_CASE("within a period: met, early, late, not met, not due") {
    Duties small;
    small.by_period();
    for (const char* key : {"内", "早", "早又内", "迟", "无", "未"})
        small.duty_row(key, "2025-01-02", std::string(key) == "未" ? "2025年第4季度" : "2025年第2季度");
    small.report_row("1", "2025-04-01", "内");
    small.report_row("2", "2025-03-31", "早");
    small.report_row("3", "2025-03-30", "早又内");
    small.report_row("4", "2025-06-30", "早又内");
    small.report_row("5", "2025-07-02", "迟");
    small.settle();
    Run run(small, "2025-08-01");
    CHECK(said(run, small, "内") == "通过 已履行 2025-06-30");
    CHECK(said(run, small, "早") == "通过 早报 2025-06-30");
    CHECK(said(run, small, "早又内") == "通过 已履行 2025-06-30");
    CHECK(said(run, small, "迟") == "通过 迟报2日 2025-06-30");
    CHECK(said(run, small, "无") == "通过 逾期未履行 2025-06-30");
    CHECK(said(run, small, "未") == "通过 未到期 2025-12-31");
}

TEST_CASE("a last day that is a day off goes on to the next working day, if it says so") {
    Duties small(model::LastDay::RollsForward);
    small.duty_row("劳动节", "2025-04-26"); // the fifth day is 1 May; 3 and 4 May are a weekend
    small.duty_row("周日", "2025-06-10");
    small.report_row("1", "2025-05-05", "劳动节");
    small.report_row("2", "2025-06-17", "周日");
    small.settle();
    Run run(small);
    CHECK(said(run, small, "劳动节") == "通过 已履行 2025-05-05");
    CHECK(said(run, small, "周日") == "通过 迟报1日 2025-06-16");
}

TEST_CASE("working days are counted; a year without a calendar is for a person") {
    Duties small;
    small.deadline.length = small.expr(model::Constant{value::Duration{0, 0, 5}});
    small.duty_row("有", "2025-06-11");
    small.duty_row("没有", "2026-06-11");
    small.report_row("1", "2025-06-18", "有");
    small.settle();
    Run run(small);
    CHECK(said(run, small, "有") == "通过 已履行 2025-06-18");
    CHECK(said(run, small, "没有") == "转人工 未知 未知");
    CHECK(run.decision(small.review, "没有").reasons.at(0).kind == AbsenceReason::CalendarMissing);
}

TEST_CASE("a report that may not count leaves the outcome unknown unless another settles it") {
    Duties small;
    for (const char* key : {"疑", "疑而有", "疑而迟", "迟而疑"})
        small.duty_row(key, "2025-06-11");
    small.report_row("1", "2025-06-12", "疑", "");
    small.report_row("2", "2025-06-12", "疑而有", "");
    small.report_row("3", "2025-06-13", "疑而有");
    small.report_row("4", "2025-06-12", "疑而迟", "");
    small.report_row("5", "2025-06-18", "疑而迟");
    small.report_row("6", "2025-06-17", "迟而疑");
    small.report_row("7", "2025-06-18", "迟而疑", "");
    small.settle();
    Run run(small);
    CHECK(said(run, small, "疑") == "退回补正 未知 无值");
    CHECK(said(run, small, "疑而有") == "通过 已履行 2025-06-16");
    CHECK(said(run, small, "疑而迟") == "退回补正 未知 无值");
    CHECK(said(run, small, "迟而疑") == "通过 迟报1日 2025-06-16");
}

TEST_CASE("what follows is what the statement says") {
    Duties small;
    small.deadline.late.consequence = model::Consequence::Manual;
    small.deadline.missed.consequence = model::Consequence::Fail;
    small.duty_row("迟", "2025-06-11");
    small.duty_row("无", "2025-06-11");
    small.report_row("1", "2025-06-17", "迟");
    small.settle();
    Run run(small);
    CHECK(run.verdict(small.review, "迟") == "转人工");
    CHECK(run.verdict(small.review, "无") == "不通过");
}
