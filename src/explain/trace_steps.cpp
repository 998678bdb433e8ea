// Words for each kind of traced step: fields, cells with their place in the case files, totals, parameters, clauses.
#include "trace_steps.hpp"

#include "deadline_text.hpp"
#include "split_text.hpp"

#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace tiaoli::explain {

namespace {

/// Wider sets name their first records only.
constexpr std::size_t elements_named = 5;

std::string place_text(const Scene& scene, const source::CellPlace& place);
const model::Clause* clause_in(const model::DefinitionPart& part, model::ExprId value);
Step remark(StepKind kind, std::string text);

} // namespace

std::vector<Step> TraceSteps::parts(const interp::TraceStep& step) {
    opened_here_.clear();
    Steps out;
    add_parts(step, out);
    return out;
}

void TraceSteps::add_parts(const interp::TraceStep& step, Steps& into) {
    for (const interp::TraceStep& part : step.parts)
        add(part, into);
}

void TraceSteps::add(const interp::TraceStep& step, Steps& into) {
    switch (step.kind) {
    case interp::TraceStep::Kind::Expression:
    case interp::TraceStep::Kind::Rule:
        return add_parts(step, into); // the words as written already show how the parts are joined
    case interp::TraceStep::Kind::Field:
        return add_field(step, into);
    case interp::TraceStep::Kind::Cell:
        return add_cell(step, into);
    case interp::TraceStep::Kind::Aggregate:
        return add_total(step, into);
    case interp::TraceStep::Kind::Parameter:
        return add_parameter(step, into);
    case interp::TraceStep::Kind::Clause:
        return add_clause(step, into);
    case interp::TraceStep::Kind::Adjustment:
        return add_adjustment(step, into);
    case interp::TraceStep::Kind::State:
        return add_state(step, into);
    case interp::TraceStep::Kind::Split:
        return add_split(step, into);
    case interp::TraceStep::Kind::Deadline:
        return add_deadline(step, into);
    }
}

void TraceSteps::add_field(const interp::TraceStep& step, Steps& into) {
    if (!is_new_here(step))
        return;
    const model::Field& field = scene_.schema().fields[step.field];
    Step words{StepKind::Field, {}, field_name(step), value_text(scene_, field.type, step.value)};
    const bool is_new = open(words, step);
    const std::string above{!is_new && !step.parts.empty() ? in(scene_.language, "（见上）", " (see above)")
                                                           : ""};
    words.text = fmt::format("{} ＝ {}{}", words.name, words.value, above);
    if (is_new) {
        add_formula(step, words.parts);
        add_parts(step, words.parts);
    }
    into.push_back(std::move(words));
}

bool TraceSteps::open(Step& words, const interp::TraceStep& step) {
    const auto [found, is_new] = opened_.try_emplace({step.row, step.field}, last_id_ + 1);
    (is_new ? words.id : words.opened_at) = found->second;
    last_id_ += is_new ? 1 : 0;
    return is_new;
}

/// The statement that gave the value; where several define the field, those whose clause was taken.
void TraceSteps::add_formula(const interp::TraceStep& step, Steps& into) {
    const model::Definition* definition = definition_of(step);
    if (definition == nullptr)
        return;
    const auto is_taken = [&](const model::DefinitionPart& part) {
        return std::any_of(step.parts.begin(), step.parts.end(), [&](const interp::TraceStep& taken) {
            return taken.kind == interp::TraceStep::Kind::Clause && clause_in(part, taken.expr) != nullptr;
        });
    };
    for (const model::DefinitionPart& part : definition->parts) {
        const std::string words = quoted(scene_, part.span);
        if (!is_taken(part) || source::display_width(words) > formula_width)
            continue;
        Step formula = remark(StepKind::Formula, words);
        formula.article = {step.version, part.article};
        formula.words = part.span;
        into.push_back(std::move(formula));
    }
}

void TraceSteps::add_cell(const interp::TraceStep& step, Steps& into) {
    if (!is_new_here(step))
        return;
    const model::Field& field = scene_.schema().fields[step.field];
    const data::Table& table = scene_.data.table(step.row.record);
    std::string value = value_text(scene_, field.type, step.value);
    if (table.presence(step.row.row, step.field) == data::Presence::Missing)
        value = in(scene_.language, "没有填", "not supplied");
    Step words{StepKind::Cell, {}, field_name(step), value};
    words.place = table.place(step.row.row, step.field);
    words.written = table.text(step.row.row, step.field);
    words.text = fmt::format("{} ＝ {}　{}", words.name, words.value, place_text(scene_, *words.place));
    into.push_back(std::move(words));
}

void TraceSteps::add_total(const interp::TraceStep& step, Steps& into) {
    const model::Expr& expr = scene_.version(step.version).exprs[step.expr];
    Step words{StepKind::Total, {}, quoted(scene_, expr.span), value_text(scene_, expr.type, step.value)};
    words.text = fmt::format("{} ＝ {}{}", words.name, words.value, elements_text(step));
    add_parts(step, words.parts);
    into.push_back(std::move(words));
}

void TraceSteps::add_parameter(const interp::TraceStep& step, Steps& into) {
    const model::Parameter& parameter = scene_.version(step.version).parameters[step.parameter];
    Step words{StepKind::Parameter, {}, parameter.name, value_text(scene_, parameter.type, step.value)};
    words.text =
        fmt::format("{} {} ＝ {}", in(scene_.language, "参数", "parameter"), words.name, words.value);
    into.push_back(std::move(words));
}

/// A formula of one clause has been shown as it was written: only a choice among several is worth a line.
void TraceSteps::add_clause(const interp::TraceStep& step, Steps& into) {
    const model::Definition* definition = definition_of(step);
    if (add_row(step, into))
        return add_parts(step, into);
    const bool is_choice = definition != nullptr &&
                           (definition->parts.size() > 1 || definition->parts.front().clauses.size() > 1 ||
                            !definition->parts.front().adjustments.empty());
    if (is_choice) {
        const model::Type type = scene_.schema().fields[step.field].type;
        const model::Expr& expr = scene_.version(step.version).exprs[step.expr];
        Step words{StepKind::Choice, {}, quoted(scene_, expr.span), value_text(scene_, type, step.value)};
        words.text = fmt::format("{} {} → {}", in(scene_.language, "取", "takes"), words.name, words.value);
        if (words.name != words.value)
            into.push_back(std::move(words));
    }
    add_parts(step, into);
}

/// All parts of a split, once; its other parts only point to it.
void TraceSteps::add_split(const interp::TraceStep& step, Steps& into) {
    const auto [found, is_new] = splits_.try_emplace(step.allocation, last_id_ + 1);
    if (!is_new) {
        Step above =
            remark(StepKind::Split,
                   std::string{in(scene_.language, "与同一分配的其他各份一并算出，见上",
                                  "worked out with the other parts of the same allocation, see above")});
        above.opened_at = found->second;
        return into.push_back(std::move(above));
    }
    ++last_id_;
    if (step.split != nullptr) {
        Step split = split_step(scene_, step.version, *step.split);
        split.id = found->second;
        into.push_back(std::move(split));
    }
    add_parts(step, into);
}

void TraceSteps::add_deadline(const interp::TraceStep& step, Steps& into) {
    if (step.deadline != nullptr) {
        for (const std::string& words : deadline_lines(scene_, scene_.version(step.version), *step.deadline))
            into.push_back(remark(StepKind::Deadline, words));
    }
    add_parts(step, into);
}

void TraceSteps::add_adjustment(const interp::TraceStep& step, Steps& into) {
    const model::Definition* definition = definition_of(step);
    for (std::size_t at = 0; definition != nullptr && at < definition->parts.size(); ++at) {
        for (const model::Adjustment& adjustment : definition->parts[at].adjustments) {
            if (adjustment.operand != step.expr)
                continue;
            Step words{StepKind::Adjustment,
                       {},
                       quoted(scene_, adjustment.span),
                       value_text(scene_, scene_.schema().fields[step.field].type, step.value)};
            words.text = fmt::format("{} → {}", words.name, words.value);
            into.push_back(std::move(words));
        }
    }
    add_parts(step, into);
}

const model::Definition* TraceSteps::definition_of(const interp::TraceStep& step) const {
    if (!step.version.valid() || !step.field.valid())
        return nullptr;
    const auto& definitions = scene_.version(step.version).definitions;
    const auto found = definitions.find(step.field);
    return found == definitions.end() ? nullptr : &found->second;
}

bool TraceSteps::is_new_here(const interp::TraceStep& step) {
    return opened_here_.insert({step.row, step.field}).second;
}

std::string TraceSteps::field_name(const interp::TraceStep& step) const {
    const std::string& name = scene_.schema().fields[step.field].name;
    if (!step.row.record.valid() || step.row == own_)
        return name;
    return row_text(scene_, step.row) + std::string{in(scene_.language, " 的", " · ")} + name;
}

std::string TraceSteps::elements_text(const interp::TraceStep& step) const {
    std::string keys;
    std::size_t named = 0;
    for (const model::RowRef& row : step.elements) {
        if (named++ == elements_named)
            break;
        keys += (keys.empty() ? "" : "，") + scene_.data.table(row.record).key(row.row);
    }
    if (step.set_size > elements_named)
        keys += " …";
    if (step.set_size == 0 && std::holds_alternative<interp::UnknownValue>(step.value))
        return {};
    if (step.set_size == 0)
        return std::string{in(scene_.language, "（没有符合的记录）", " (no such record)")};
    return fmt::format(fmt::runtime(in(scene_.language, "（{} 条：{}）", " ({}: {})")), step.set_size, keys);
}

namespace {

/// "（贷款.csv:2:5“合同本金”）"; the folder is the one that was asked about.
std::string place_text(const Scene& scene, const source::CellPlace& place) {
    const std::string name = std::filesystem::path{place.file}.filename().string();
    const std::string file = place.sheet.empty() ? name : name + " " + place.sheet;
    if (place.column == 0)
        return fmt::format(
            fmt::runtime(in(scene.language, "（{}:{}，没有这一列）", "({}:{}, no such column)")), file,
            place.row);
    return fmt::format(fmt::runtime(in(scene.language, "（{}:{}“{}”）", "({}:{} “{}”)")), file,
                       source::position_text(place), place.heading);
}

const model::Clause* clause_in(const model::DefinitionPart& part, model::ExprId value) {
    for (const model::Clause& clause : part.clauses) {
        if (clause.value == value)
            return &clause;
    }
    return nullptr;
}

Step remark(StepKind kind, std::string text) {
    Step step;
    step.kind = kind;
    step.text = std::move(text);
    return step;
}

} // namespace

} // namespace tiaoli::explain
