// Which row of a table gave a value, and what each tier of a 超额累进 table adds.
#include "trace_steps.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

namespace {

/// The step of an expression, however deep; nullptr where it was not evaluated.
const interp::TraceStep* step_of(const interp::TraceStep& step, model::ExprId expr) {
    if (step.kind == interp::TraceStep::Kind::Expression && step.expr == expr)
        return &step;
    for (const interp::TraceStep& part : step.parts) {
        if (const interp::TraceStep* found = step_of(part, expr))
            return found;
    }
    return nullptr;
}

} // namespace

bool TraceSteps::add_row(const interp::TraceStep& step, Steps& into) {
    const model::Definition* definition = definition_of(step);
    if (definition == nullptr)
        return false;
    for (const model::DefinitionPart& part : definition->parts) {
        for (const model::Clause& clause : part.clauses) {
            if (clause.value != step.expr || part.table == model::TableForm::None)
                continue;
            if (part.table == model::TableForm::Progressive) {
                add_tiers(part, step, into);
                return true;
            }
            Step row{StepKind::Choice, {}, clause.row_words, {}};
            if (row.name.empty())
                row.name = in(scene_.language, "其他", "all others");
            row.value = value_text(scene_, scene_.schema().fields[step.field].type, step.value);
            row.text = fmt::format(fmt::runtime(in(scene_.language, "第{}行：{} → {}", "row {}: {} → {}")),
                                   clause.row, row.name, row.value);
            into.push_back(std::move(row));
            return true;
        }
    }
    return false;
}

void TraceSteps::add_tiers(const model::DefinitionPart& part, const interp::TraceStep& step, Steps& into) {
    std::size_t row = 0;
    for (const model::Tier& tier : part.tiers) {
        ++row;
        const interp::TraceStep* share = step_of(step, tier.share);
        if (share == nullptr)
            continue;
        const model::Type type = scene_.version(step.version).exprs[tier.share].type;
        Step words{StepKind::Choice, {}, tier.words, value_text(scene_, type, share->value)};
        words.text = fmt::format(
            fmt::runtime(in(scene_.language, "第{}行：{}的部分 → {}", "row {}: the part in {} → {}")), row,
            words.name, words.value);
        into.push_back(std::move(words));
    }
}

} // namespace tiaoli::explain
