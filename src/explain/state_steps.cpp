// How a state stands, since when, and what brought it about.
#include "trace_steps.hpp"

#include "tiaoli/model/walk.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace tiaoli::explain {

namespace {

using Kind = interp::StateNote::Kind;

/// "业务恢复 H001（业务恢复.csv:2）".
std::string event_text(const Scene& scene, const model::RowRef& row) {
    const model::FieldId key = scene.schema().records[row.record].key.front();
    const source::CellPlace& place = scene.data.table(row.record).place(row.row, key);
    const std::string name = std::filesystem::path{place.file}.filename().string();
    const std::string file = place.sheet.empty() ? name : name + " " + place.sheet;
    return fmt::format(fmt::runtime(in(scene.language, "{}（{}:{}）", "{} ({}:{})")), row_text(scene, row),
                       file, place.row);
}

struct StateWords {
    const Scene& scene;
    const interp::TraceStep& step;
    std::string name;    ///< of the state
    std::string subject; ///< "合作机构 B01"

    std::string say(std::string_view chinese, std::string_view english) const {
        const std::string day = step.state.since ? step.state.since->to_text() : std::string{};
        return fmt::format(fmt::runtime(in(scene.language, chinese, english)), fmt::arg("row", subject),
                           fmt::arg("state", name), fmt::arg("day", day), fmt::arg("cause", cause()));
    }
    /// The record that did it, or the condition's words.
    std::string cause() const {
        if (step.state.by.record.valid())
            return event_text(scene, step.state.by);
        if (!step.expr.valid())
            return {};
        return "“" + quoted(scene, scene.version(step.version).exprs[step.expr].span) + "”";
    }
    std::string running() const {
        if (!step.state.since)
            return say("{row} 处于{state}，起日不能确定", "{row} is in {state}; since when is not certain");
        return step.state.by.record.valid() ? say("{row} 处于{state}：自 {day} 起，由{cause}引起",
                                                  "{row} is in {state} since {day}, because of {cause}")
                                            : say("{row} 处于{state}：自 {day} 起，当日{cause}",
                                                  "{row} is in {state} since {day}, when {cause}");
    }
    std::string ended() const {
        if (!step.state.version.valid())
            return say("{row} 不处于{state}：{day} 起施行的版本没有这个状态",
                       "{row} is not in {state}: the version in force since {day} has no such state");
        return step.state.by.record.valid() ? say("{row} 不处于{state}：已于 {day} 由{cause}结束",
                                                  "{row} is not in {state}: ended on {day} by {cause}")
                                            : say("{row} 不处于{state}：已于 {day} 结束，当日{cause}",
                                                  "{row} is not in {state}: ended on {day}, when {cause}");
    }
    std::string text() const {
        switch (step.state.kind) {
        case Kind::Running:
            return running();
        case Kind::Ended:
            return ended();
        case Kind::NotBegun:
            return say("{row} 不处于{state}：到这时还没有开始过",
                       "{row} is not in {state}: it has never begun");
        case Kind::Doubtful:
            return say("{row} 是否处于{state}，自 {day} 起不能判断",
                       "whether {row} is in {state} cannot be told since {day}");
        }
        return {};
    }
};

} // namespace

void TraceSteps::add_state(const interp::TraceStep& step, Steps& into) {
    if (!is_new_here(step))
        return;
    const model::Field& field = scene_.schema().fields[step.field];
    const StateWords words{scene_, step, state_name(step.field), row_text(scene_, step.row)};
    Step state{StepKind::State, {}, {}, {}};
    const bool is_new = open(state, step);
    const bool opens = step.state.version.valid() && is_new;
    const std::string above{
        !is_new && step.state.version.valid() ? in(scene_.language, "（见上）", " (see above)") : ""};
    state.text = words.text() + above;
    state.name = words.name;
    if (opens)
        add_state_terms(step, state.parts);
    if (field.role != model::FieldRole::StateStart)
        return into.push_back(std::move(state));
    Step start{StepKind::Field, {}, field_name(step), value_text(scene_, field.type, step.value)};
    start.text = fmt::format("{} ＝ {}", start.name, start.value);
    start.parts.push_back(std::move(state));
    into.push_back(std::move(start));
}

/// The statement, and what it saw on the day of the change.
void TraceSteps::add_state_terms(const interp::TraceStep& step, Steps& into) {
    const auto say = [&](std::string text) {
        Step line;
        line.text = std::move(text);
        into.push_back(std::move(line));
    };
    const model::Version& version = scene_.version(step.state.version);
    const auto& rule = *model::state_of(version, step.field);
    if (const std::string written = quoted(scene_, rule.second.span);
        source::display_width(written) <= formula_width) {
        say(written);
        into.back().kind = StepKind::Formula;
        into.back().article = {step.state.version, rule.second.article};
        into.back().words = rule.second.span;
    }
    if (step.state.holds_still)
        say(fmt::format(
            fmt::runtime(in(scene_.language, "结束时“{}”仍然成立；先不成立、再成立时，才重新开始",
                            "“{}” still held when it ended; it begins anew only after it has ceased")),
            quoted(scene_, version.exprs[rule.second.begins.condition].span)));
    for (const interp::Reason& reason : step.state.reasons)
        say(fmt::format("！{}", reason_text(scene_, step.state.version, reason)));
    // What is opened below holds on the day of the change, not at the decision.
    const auto opened = std::exchange(opened_, {});
    const auto opened_here = std::exchange(opened_here_, {});
    add_parts(step, into);
    opened_ = opened;
    opened_here_ = opened_here;
}

/// The name of the state that the field is or begins.
std::string TraceSteps::state_name(model::FieldId field) const {
    for (const model::Version& version : scene_.project.policy.versions) {
        if (const auto* state = model::state_of(version, field))
            return scene_.schema().fields[state->first].name;
    }
    return scene_.schema().fields[field].name;
}

} // namespace tiaoli::explain
