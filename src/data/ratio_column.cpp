// 40 and 0.4 in one column whose heading says percent: nobody can tell what the 0.4 is.
#include "column_checks.hpp"

#include "cell_text.hpp"
#include "numeral.hpp"

namespace tiaoli::data {

namespace {

using value::Number;

/// The number as it stands there without any sign of its unit; nothing for 40%, for zero and for what could not be read.
std::optional<Number> bare_number(const Draft& draft, const DraftRow& row, std::size_t field) {
    if (draft.given(row, field) == nullptr)
        return std::nullopt;
    const auto number = read_numeral(tidy(draft.text(row, field)));
    return number && !number->is_zero() ? number : std::nullopt;
}

} // namespace

void check_ratio_column(const model::Schema& schema, Draft& draft, std::size_t field) {
    if (schema.fields[draft.fields[field]].type.kind != model::TypeKind::Ratio)
        return;
    const DraftRow* above = nullptr;
    bool fraction = false;
    for (const DraftRow& row : draft.rows) {
        const auto number = bare_number(draft, row, field);
        if (number && *number > Number(1) && above == nullptr)
            above = &row;
        fraction = fraction || (number && *number < Number(1));
    }
    if (above == nullptr || !fraction)
        return;
    const diag::Place other = draft.place(*above, field);
    const std::string other_text = tidy(draft.text(*above, field));
    std::vector<std::pair<const DraftRow*, Mistake>> spoiled;
    for (DraftRow& row : draft.rows) {
        const auto number = bare_number(draft, row, field);
        if (!number || *number > Number(1))
            continue;
        const Mistake mistake{diag::Message::RatioMixed, {tidy(draft.text(row, field)), other_text}};
        draft.complain(row, field, mistake).notes.push_back({other, diag::Message::OtherRow, {}});
        spoiled.emplace_back(&row, mistake);
    }
    for (const auto& [row, mistake] : spoiled)
        draft.spoil(*row, field, mistake);
}

} // namespace tiaoli::data
