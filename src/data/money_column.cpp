// Amounts in one column that are more than ten thousand times apart: 万元 taken for 元 shows like that.
#include "column_checks.hpp"

#include "cell_text.hpp"

namespace tiaoli::data {

namespace {

using value::Number;

constexpr std::int64_t usual_spread = 10'000;

const Number* amount(const DraftRow& row, std::size_t field) {
    if (field >= row.cells.size() || row.cells[field].reading.mistake ||
        row.cells[field].reading.presence != Presence::Given)
        return nullptr;
    const auto* number = std::get_if<Number>(&row.cells[field].reading.scalar);
    return number != nullptr && !number->is_zero() ? number : nullptr;
}

} // namespace

void check_money_column(const model::Schema& schema, Draft& draft, std::size_t field) {
    if (schema.fields[draft.fields[field]].type.kind != model::TypeKind::Money)
        return;
    DraftRow* least = nullptr;
    const DraftRow* most = nullptr;
    for (DraftRow& row : draft.rows) {
        const Number* here = amount(row, field);
        if (here == nullptr)
            continue;
        if (least == nullptr || here->absolute() < amount(*least, field)->absolute())
            least = &row;
        if (most == nullptr || here->absolute() > amount(*most, field)->absolute())
            most = &row;
    }
    if (least == nullptr ||
        amount(*most, field)->absolute() <= amount(*least, field)->absolute() * Number(usual_spread))
        return;
    draft
        .complain(
            *least, field,
            {diag::Message::MoneySpread, {tidy(least->cells[field].text), tidy(most->cells[field].text)}})
        .notes.push_back({draft.place(*most, field), diag::Message::OtherRow, {}});
}

} // namespace tiaoli::data
