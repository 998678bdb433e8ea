// Definitions: guarded clauses, then what is added, subtracted, capped and rounded.
#include "bodies.hpp"

#include <algorithm>
#include <iterator>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::AdjustmentKind;
using model::ClauseKind;
using syntax::Word;

class DefinitionLowering {
  public:
    DefinitionLowering(Lowering& at, model::FieldId field)
        : at_(at), name_(at.bench.schema().fields[field].name), type_(at.types.of(field)) {}

    model::DefinitionPart run(NodeId body) {
        for (NodeId item : at_.tree.children(body)) {
            take(item);
        }
        check_order(body);
        return std::move(part_);
    }

  private:
    Lowering& at_;
    std::string name_;
    Type type_;
    model::DefinitionPart part_;
    bool out_of_order_ = false;

    void take(NodeId item) {
        switch (at_.tree.kind(item)) {
        case Kind::clause_plain:
            return take_clause(item, ClauseKind::Plain);
        case Kind::clause_guarded:
            return take_clause(item, ClauseKind::Guarded);
        case Kind::clause_otherwise:
            return take_clause(item, ClauseKind::Otherwise);
        case Kind::clause_absent:
            return take_clause(item, ClauseKind::WhenAbsent);
        case Kind::adjust_add:
            return take_adjustment(item, AdjustmentKind::Add);
        case Kind::adjust_subtract:
            return take_adjustment(item, AdjustmentKind::Subtract);
        case Kind::adjust_at_most:
            return take_adjustment(item, AdjustmentKind::AtMost);
        case Kind::adjust_at_least:
            return take_adjustment(item, AdjustmentKind::AtLeast);
        default:
            return take_rounding(item);
        }
    }

    void take_clause(NodeId item, ClauseKind kind) {
        const std::vector<NodeId> parts = at_.tree.children(item);
        model::Clause clause;
        clause.kind = kind;
        clause.span = at_.tree.span(item);
        if (kind == ClauseKind::Guarded) {
            clause.guard = at_.condition(parts.front());
        }
        clause.value = at_.lower(parts.back(), type_);
        if (type_.kind == TypeKind::Unknown) {
            type_ = at_.type(clause.value);
        }
        check_type(parts.back(), clause.value, type_);
        out_of_order_ = out_of_order_ || !part_.adjustments.empty();
        part_.clauses.push_back(clause);
    }

    void check_type(NodeId node, ExprId value, const Type& wanted) {
        if (!fits(at_.type(value), wanted)) {
            at_.fail(node, Message::ClauseType,
                     {name_, type_words(at_.bench.schema(), wanted), at_.type_text(value)});
        }
    }

    ExprId guard_of(NodeId item) {
        const NodeId guard = at_.tree.child(item, Kind::adjust_guard);
        return guard.valid() ? at_.condition(at_.tree.children(guard).front()) : ExprId{};
    }

    void take_adjustment(NodeId item, AdjustmentKind kind) {
        model::Adjustment adjustment;
        adjustment.kind = kind;
        adjustment.guard = guard_of(item);
        const NodeId operand = at_.tree.children(item).back();
        adjustment.operand = at_.lower(operand, type_);
        adjustment.span = at_.tree.span(item);
        const bool shifts = kind == AdjustmentKind::Add || kind == AdjustmentKind::Subtract;
        const Type wanted = shifts && type_.kind == TypeKind::Date ? Type{TypeKind::Duration} : type_;
        check_type(operand, adjustment.operand, wanted);
        if (!has_amount()) {
            at_.fail(item, Message::CannotAdd,
                     {type_words(at_.bench.schema(), type_), at_.type_text(adjustment.operand)});
        }
        part_.adjustments.push_back(adjustment);
    }

    bool has_amount() const {
        const TypeKind kind = type_.kind;
        return is_plain_number(kind) || kind == TypeKind::Money || kind == TypeKind::Ratio ||
               kind == TypeKind::Date || kind == TypeKind::Unknown;
    }

    void take_rounding(NodeId item) {
        const NodeId word = at_.tree.child(item, Kind::rounding_word);
        model::Adjustment adjustment;
        adjustment.kind = AdjustmentKind::Round;
        adjustment.guard = guard_of(item);
        adjustment.span = at_.tree.span(item);
        const Word which = at_.tree[word].word;
        const value::Number fen = value::Number::fraction(1, 100);
        const value::Number step = which == Word::round_to_yuan ? value::Number(1) : fen;
        adjustment.rounding = which == Word::round_up_to_fen          ? value::Rounding::Up
                              : which == Word::round_down_to_fen      ? value::Rounding::Down
                              : which == Word::round_half_even_to_fen ? value::Rounding::HalfEven
                                                                      : value::Rounding::HalfUp;
        adjustment.operand = at_.add(word, model::Constant{step}, {TypeKind::Money});
        if (!fits(type_, {TypeKind::Money})) {
            at_.fail(word, Message::RoundingMisfit,
                     {at_.words(word), name_, type_words(at_.bench.schema(), type_)});
        }
        part_.adjustments.push_back(adjustment);
    }

    /// Cases first, 其他的 and 没有的 last; a case without premise only where it is the single one (beside 没有的).
    void check_order(NodeId body) {
        std::size_t plain = 0;
        std::size_t guarded = 0;
        std::size_t otherwise = 0;
        for (std::size_t index = 0; index < part_.clauses.size(); ++index) {
            const ClauseKind kind = part_.clauses[index].kind;
            plain += kind == ClauseKind::Plain ? 1 : 0;
            guarded += kind == ClauseKind::Guarded ? 1 : 0;
            otherwise += kind == ClauseKind::Otherwise ? 1 : 0;
            const bool is_last = index + 1 == part_.clauses.size();
            const bool ends =
                kind == ClauseKind::WhenAbsent || (kind == ClauseKind::Otherwise && !is_last &&
                                                   part_.clauses[index + 1].kind != ClauseKind::WhenAbsent);
            out_of_order_ = out_of_order_ || (ends && !is_last);
        }
        const bool single = plain == 1 && guarded == 0 && otherwise == 0;
        const bool cases = plain == 0 && guarded > 0 && otherwise <= 1;
        if (out_of_order_ || !(single || cases)) {
            at_.fail(body, Message::ClauseOrder);
        }
    }
};

} // namespace

model::DefinitionPart lower_definition(Lowering& at, NodeId body, model::FieldId field) {
    return DefinitionLowering(at, field).run(body);
}

namespace {

/// Another statement that holds on the same days; tables of different days follow one another.
const model::DefinitionPart* beside(const model::Definition& definition, const model::DefinitionPart& part) {
    for (const model::DefinitionPart& other : definition.parts) {
        const bool both_tables =
            other.table != model::TableForm::None && part.table != model::TableForm::None;
        const bool same_days = !both_tables || other.from == part.from;
        if (&other != &part && same_days &&
            !other.overrides.valid()) { // an exception stands beside any of them
            return &other;
        }
    }
    return nullptr;
}

} // namespace

void check_parts(Workbench& bench, const model::Definition& definition) {
    const std::string& name = bench.schema().fields[definition.field].name;
    for (const model::DefinitionPart& part : definition.parts) {
        const model::DefinitionPart* other = part.overrides.valid() ? nullptr : beside(definition, part);
        for (const model::Clause& clause : part.clauses) {
            const bool plain = clause.kind == ClauseKind::Plain;
            if (other == nullptr || (!plain && clause.kind != ClauseKind::Otherwise)) {
                continue;
            }
            bench.messages.add(plain ? Message::PlainBeside : Message::OtherwiseBeside, clause.span, {name})
                .notes = {{other->span, Message::OtherPlace, {}}};
        }
    }
}

} // namespace tiaoli::check
