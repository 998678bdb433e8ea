// Exceptions (不受第X条限制): whether one lifts a rule.
#include "exceptions.hpp"

namespace tiaoli::interp {

RuleLifting lifting(Engine& engine, const model::Rule& rule, const Context& context) {
    RuleLifting found;
    for (std::size_t at = 0; at < rule.exceptions.size(); ++at) {
        const model::RuleException& exception = rule.exceptions[at];
        context.frame->articles.insert(exception.article);
        const Judgement holds = judge(engine.evaluate(exception.condition, context));
        if (holds.truth == Truth::True)
            return {holds, at};
        if (holds.truth == Truth::Unknown)
            found.holds = either(std::move(found.holds), holds);
    }
    return found;
}

} // namespace tiaoli::interp
