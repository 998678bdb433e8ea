// Amounts in one column that are more than ten thousand times apart: 万元 taken for 元 shows like that.
#include "column_checks.hpp"

#include "cell_text.hpp"

namespace tiaoli::data {

namespace {

using value::Number;

constexpr std::int64_t usual_spread = 10'000;

const Number* amount(const Draft& draft, const DraftRow& row, std::size_t field) {
    const CellReading* read = draft.given(row, field);
    const auto* number = read != nullptr ? std::get_if<Number>(&read->scalar) : nullptr;
    return number != nullptr && !number->is_zero() ? number : nullptr;
}

} // namespace

void check_money_column(const model::Schema& schema, Draft& draft, std::size_t field) {
    if (schema.fields[draft.fields[field]].type.kind != model::TypeKind::Money)
        return;
    DraftRow* least = nullptr;
    const DraftRow* most = nullptr;
    for (DraftRow& row : draft.rows) {
        const Number* here = amount(draft, row, field);
        if (here == nullptr)
            continue;
        if (least == nullptr || here->absolute() < amount(draft, *least, field)->absolute())
            least = &row;
        if (most == nullptr || here->absolute() > amount(draft, *most, field)->absolute())
            most = &row;
    }
    if (least == nullptr || amount(draft, *most, field)->absolute() <=
                                amount(draft, *least, field)->absolute() * Number(usual_spread))
        return;
    draft
        .complain(
            *least, field,
            {diag::Message::MoneySpread, {tidy(draft.text(*least, field)), tidy(draft.text(*most, field))}})
        .notes.push_back({draft.place(*most, field), diag::Message::OtherRow, {}});
}

} // namespace tiaoli::data
