// Words for the last day of a deadline and for the record that fulfils it.
#include "deadline_text.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

std::string breach_text(const Scene& scene, const interp::DeadlineOutcome& outcome) {
    switch (outcome.state) {
    case interp::DeadlineState::Late:
        return fmt::format(fmt::runtime(in(scene.language, "迟报{}日", "{} days late (迟报)")),
                           outcome.days_late);
    case interp::DeadlineState::Missed:
        return std::string{in(scene.language, "逾期未履行", "not met (逾期未履行)")};
    case interp::DeadlineState::Early:
        return std::string{in(scene.language, "早报", "before its time (早报)")};
    case interp::DeadlineState::Fulfilled:
    case interp::DeadlineState::NotDue:
    case interp::DeadlineState::Unknown:
    case interp::DeadlineState::NoValue:
        break;
    }
    return {};
}

std::vector<std::string> deadline_lines(const Scene& scene, const model::Version& version,
                                        const interp::DeadlineOutcome& outcome) {
    std::vector<std::string> out;
    const auto say = [&](std::string_view chinese, std::string_view english, const auto&... values) {
        out.push_back(fmt::format(fmt::runtime(in(scene.language, chinese, english)), values...));
    };
    const model::Deadline& deadline = version.deadlines[outcome.deadline];
    if (outcome.due && deadline.last_day == model::LastDay::RollsForward)
        say("截止日 {}（首日不算，末日遇休息日顺延）",
            "last day {} (the first day does not count; a day off rolls over)", outcome.due->to_text());
    else if (outcome.due)
        say("截止日 {}", "last day {}", outcome.due->to_text());
    if (outcome.by.record.valid()) {
        const model::FieldId day = scene.schema().records[outcome.by.record].day;
        const auto& date =
            std::get<value::Date>(scene.data.table(outcome.by.record).scalar(outcome.by.row, day));
        say("由 {} 履行，{} 是 {}", "met by {}, whose {} is {}", row_text(scene, outcome.by),
            scene.schema().fields[day].name, date.to_text());
    } else if (outcome.state == interp::DeadlineState::Missed ||
               outcome.state == interp::DeadlineState::NotDue) {
        say("没有符合的记录", "no such record");
    }
    for (const interp::Reason& reason : outcome.reasons)
        out.push_back("！" + reason_text(scene, {}, reason));
    return out;
}

} // namespace tiaoli::explain
