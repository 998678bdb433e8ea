// Words for each kind of traced step: fields, cells with their place in the case files, totals, parameters, clauses.
#include "trace_text.hpp"

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

} // namespace

std::string TraceText::parts(const interp::TraceStep& step, std::size_t depth) {
    out_.clear();
    opened_here_.clear();
    write_parts(step, depth);
    return std::move(out_);
}

void TraceText::write_parts(const interp::TraceStep& step, std::size_t depth) {
    for (const interp::TraceStep& part : step.parts)
        write(part, depth);
}

void TraceText::write(const interp::TraceStep& step, std::size_t depth) {
    switch (step.kind) {
    case interp::TraceStep::Kind::Expression:
    case interp::TraceStep::Kind::Rule:
        return write_parts(step, depth); // the words as written already show how the parts are joined
    case interp::TraceStep::Kind::Field:
        return write_field(step, depth);
    case interp::TraceStep::Kind::Cell:
        return write_cell(step, depth);
    case interp::TraceStep::Kind::Aggregate:
        return write_aggregate(step, depth);
    case interp::TraceStep::Kind::Parameter:
        return write_parameter(step, depth);
    case interp::TraceStep::Kind::Clause:
        return write_clause(step, depth);
    case interp::TraceStep::Kind::Adjustment:
        return write_adjustment(step, depth);
    case interp::TraceStep::Kind::State:
        return write_state(step, depth);
    case interp::TraceStep::Kind::Split:
        return write_split(step, depth);
    case interp::TraceStep::Kind::Deadline:
        return write_deadline(step, depth);
    }
}

void TraceText::write_field(const interp::TraceStep& step, std::size_t depth) {
    if (!is_new_here(step))
        return;
    const model::Field& field = scene_.schema().fields[step.field];
    const std::string value = value_text(scene_, field.type, step.value);
    const bool is_new = opened_.insert({step.row, step.field}).second;
    const std::string above{!is_new && !step.parts.empty() ? in(scene_.language, "（见上）", " (see above)")
                                                           : ""};
    line(depth, fmt::format("{} ＝ {}{}", field_name(step), value, above));
    if (!is_new)
        return;
    write_formula(step, depth + 1);
    write_parts(step, depth + 1);
}

/// The statement that gave the value; where several define the field, those whose clause was taken.
void TraceText::write_formula(const interp::TraceStep& step, std::size_t depth) {
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
        if (is_taken(part) && source::display_width(words) <= formula_width)
            line(depth, words);
    }
}

void TraceText::write_cell(const interp::TraceStep& step, std::size_t depth) {
    if (!is_new_here(step))
        return;
    const model::Field& field = scene_.schema().fields[step.field];
    const data::Table& table = scene_.data.table(step.row.record);
    std::string value = value_text(scene_, field.type, step.value);
    if (table.presence(step.row.row, step.field) == data::Presence::Missing)
        value = in(scene_.language, "没有填", "not supplied");
    line(depth, fmt::format("{} ＝ {}　{}", field_name(step), value,
                            place_text(scene_, table.place(step.row.row, step.field))));
}

void TraceText::write_aggregate(const interp::TraceStep& step, std::size_t depth) {
    const model::Expr& expr = scene_.version(step.version).exprs[step.expr];
    line(depth, fmt::format("{} ＝ {}{}", quoted(scene_, expr.span),
                            value_text(scene_, expr.type, step.value), elements_text(step)));
    write_parts(step, depth + 1);
}

void TraceText::write_parameter(const interp::TraceStep& step, std::size_t depth) {
    const model::Parameter& parameter = scene_.version(step.version).parameters[step.parameter];
    line(depth, fmt::format("{} {} ＝ {}", in(scene_.language, "参数", "parameter"), parameter.name,
                            value_text(scene_, parameter.type, step.value)));
}

/// A formula of one clause has been shown as it was written: only a choice among several is worth a line.
void TraceText::write_clause(const interp::TraceStep& step, std::size_t depth) {
    const model::Definition* definition = definition_of(step);
    if (write_row(step, depth))
        return write_parts(step, depth);
    const bool is_choice = definition != nullptr &&
                           (definition->parts.size() > 1 || definition->parts.front().clauses.size() > 1 ||
                            !definition->parts.front().adjustments.empty());
    if (is_choice) {
        const model::Type type = scene_.schema().fields[step.field].type;
        const model::Expr& expr = scene_.version(step.version).exprs[step.expr];
        const std::string words = quoted(scene_, expr.span);
        const std::string value = value_text(scene_, type, step.value);
        if (words != value)
            line(depth, fmt::format("{} {} → {}", in(scene_.language, "取", "takes"), words, value));
    }
    write_parts(step, depth);
}

/// All parts of a split, once; its other parts only point to it.
void TraceText::write_split(const interp::TraceStep& step, std::size_t depth) {
    if (!splits_.insert(step.allocation).second)
        return line(depth,
                    std::string{in(scene_.language, "与同一分配的其他各份一并算出，见上",
                                   "worked out with the other parts of the same allocation, see above")});
    if (step.split != nullptr) {
        for (const std::string& words : split_lines(scene_, scene_.version(step.version), *step.split))
            line(depth, words);
    }
    write_parts(step, depth);
}

void TraceText::write_deadline(const interp::TraceStep& step, std::size_t depth) {
    if (step.deadline != nullptr) {
        for (const std::string& words : deadline_lines(scene_, scene_.version(step.version), *step.deadline))
            line(depth, words);
    }
    write_parts(step, depth);
}

void TraceText::write_adjustment(const interp::TraceStep& step, std::size_t depth) {
    if (const model::Definition* definition = definition_of(step)) {
        for (const model::DefinitionPart& part : definition->parts) {
            for (const model::Adjustment& adjustment : part.adjustments) {
                if (adjustment.operand == step.expr)
                    line(depth, fmt::format(
                                    "{} → {}", quoted(scene_, adjustment.span),
                                    value_text(scene_, scene_.schema().fields[step.field].type, step.value)));
            }
        }
    }
    write_parts(step, depth);
}

const model::Definition* TraceText::definition_of(const interp::TraceStep& step) const {
    if (!step.version.valid() || !step.field.valid())
        return nullptr;
    const auto& definitions = scene_.version(step.version).definitions;
    const auto found = definitions.find(step.field);
    return found == definitions.end() ? nullptr : &found->second;
}

bool TraceText::is_new_here(const interp::TraceStep& step) {
    return opened_here_.insert({step.row, step.field}).second;
}

std::string TraceText::field_name(const interp::TraceStep& step) const {
    const std::string& name = scene_.schema().fields[step.field].name;
    if (!step.row.record.valid() || step.row == own_)
        return name;
    return row_text(scene_, step.row) + std::string{in(scene_.language, " 的", " · ")} + name;
}

std::string TraceText::elements_text(const interp::TraceStep& step) const {
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

void TraceText::line(std::size_t depth, const std::string& text) {
    out_ += std::string(depth * 2, ' ') + text + "\n";
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

} // namespace

} // namespace tiaoli::explain
