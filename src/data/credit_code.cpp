// Computes check characters: the sum of the characters' values by weights 3 to the power of their place, to base 31.
#include "credit_code.hpp"

#include "column_checks.hpp"

#include "cell_text.hpp"
#include "passed_rows.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

constexpr std::size_t code_length = 18;
// Without I, O, S, V and Z, which are mistaken for digits.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A text field that holds such codes says so in its name.
bool holds_codes(const model::Field& field) {
    const auto says_so = [](const std::string& name) {
        return name.find("社会信用代码") != std::string::npos;
    };
    return field.type.kind == model::TypeKind::Text &&
           (says_so(field.name) || std::any_of(field.columns.begin(), field.columns.end(), says_so));
}

std::string code_in(const Draft& draft, const DraftRow& row, std::size_t field) {
    return draft.given(row, field) != nullptr ? tidy(draft.text(row, field)) : std::string{};
}

} // namespace

bool is_credit_code(std::string_view text) {
    if (text.size() != code_length)
        return false;
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char letter : text.substr(0, code_length - 1)) {
        const std::size_t value = alphabet.find(letter);
        if (value == std::string_view::npos)
            return false;
        sum += value * weight;
        weight = weight * 3 % alphabet.size();
    }
    return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()] == text.back();
}

std::optional<std::string> meant_credit_code(std::string_view text) {
    std::string meant(text);
    for (char& letter : meant) {
        const bool small = letter >= 'a' && letter <= 'z';
        letter = small ? static_cast<char>(letter - 'a' + 'A') : letter;
        letter = letter == 'O' ? '0' : letter == 'I' ? '1' : letter;
    }
    return meant != text && is_credit_code(meant) ? std::optional(meant) : std::nullopt;
}

void check_credit_codes(const model::Schema& schema, Draft& draft, std::size_t field) {
    if (!holds_codes(schema.fields[draft.fields[field]]))
        return;
    std::vector<std::uint32_t> wrong;
    DraftRow* first = nullptr;
    for (DraftRow& row : draft.rows) {
        const std::string code = code_in(draft, row, field);
        if (code.empty() || is_credit_code(code))
            continue;
        if (const auto meant = meant_credit_code(code)) {
            draft.complain(row, field, {diag::Message::CreditCodeLetters, {code, *meant}});
            continue;
        }
        first = first == nullptr ? &row : first;
        wrong.push_back(row.number);
    }
    if (first != nullptr)
        draft.complain(*first, field,
                       {diag::Message::CreditCodeWrong, {code_in(draft, *first, field), row_list(wrong)}});
}

} // namespace tiaoli::data
