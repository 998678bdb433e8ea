// Which row of a table gave a value, and what each tier of a 超额累进 table adds.
#include "trace_text.hpp"

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

bool TraceText::write_row(const interp::TraceStep& step, std::size_t depth) {
    const model::Definition* definition = definition_of(step);
    if (definition == nullptr)
        return false;
    for (const model::DefinitionPart& part : definition->parts) {
        for (const model::Clause& clause : part.clauses) {
            if (clause.value != step.expr || part.table == model::TableForm::None)
                continue;
            if (part.table == model::TableForm::Progressive) {
                write_tiers(part, step, depth);
                return true;
            }
            const std::string words = clause.row_words.empty()
                                          ? std::string{in(scene_.language, "其他", "all others")}
                                          : clause.row_words;
            line(depth, fmt::format(fmt::runtime(in(scene_.language, "第{}行：{} → {}", "row {}: {} → {}")),
                                    clause.row, words,
                                    value_text(scene_, scene_.schema().fields[step.field].type, step.value)));
            return true;
        }
    }
    return false;
}

void TraceText::write_tiers(const model::DefinitionPart& part, const interp::TraceStep& step,
                            std::size_t depth) {
    std::size_t row = 0;
    for (const model::Tier& tier : part.tiers) {
        ++row;
        if (const interp::TraceStep* share = step_of(step, tier.share))
            line(depth, fmt::format(fmt::runtime(in(scene_.language, "第{}行：{}的部分 → {}",
                                                    "row {}: the part in {} → {}")),
                                    row, tier.words,
                                    value_text(scene_, scene_.version(step.version).exprs[tier.share].type,
                                               share->value)));
    }
}

} // namespace tiaoli::explain
