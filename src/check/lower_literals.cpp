// Values written out: amounts, ratios, dates, durations, numbers, texts, 是 and 否, 当日 and 今日.
#include "literals.hpp"
#include "lowering.hpp"

namespace tiaoli::check {

ExprId lower_literal(Lowering& at, NodeId node) {
    switch (at.tree.kind(node)) {
    case Kind::string_literal: {
        std::string_view text = at.tree.verbatim(node);
        for (std::string_view quote : {"“", "\"", "＂", "”"}) {
            if (text.starts_with(quote)) {
                text.remove_prefix(quote.size());
                break;
            }
        }
        for (std::string_view quote : {"”", "\"", "＂", "“"}) {
            if (text.ends_with(quote)) {
                text.remove_suffix(quote.size());
                break;
            }
        }
        return at.add(node, model::Constant{std::string(text)}, {TypeKind::Text});
    }
    case Kind::true_literal:
        return at.add(node, model::Constant{true}, {TypeKind::Bool});
    case Kind::false_literal:
        return at.add(node, model::Constant{false}, {TypeKind::Bool});
    case Kind::that_day:
        return at.add(node, model::ThatDay{}, {TypeKind::Date});
    case Kind::today:
        if (at.scope.today == TodayRule::Refused) {
            return at.fail(node, diag::Message::TodayElsewhere);
        }
        return at.add(node, model::Today{}, {TypeKind::Date});
    default:
        break;
    }
    const auto literal = whole_literal(at.tree.text(node));
    TIAOLI_CHECK(literal.has_value(), "the parser takes only whole literals");
    return at.add(node, model::Constant{literal_scalar(*literal)}, literal_type(*literal));
}

} // namespace tiaoli::check
