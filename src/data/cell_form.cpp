// Refuses cells whose form leaves no value, or not the one that was entered.
#include "cell_form.hpp"

#include "cell_text.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

using diag::Message;
using sheets::Form;

// A spreadsheet keeps so many digits of a number and puts zeros for the rest.
constexpr std::size_t digits_kept = 15;
constexpr std::size_t longest_shown = 60;

/// Texts that spreadsheets show where a formula fails or a column is too narrow.
bool is_error_text(std::string_view text) {
    static constexpr std::string_view errors[] = {"#N/A",   "#REF!",  "#DIV/0!", "#VALUE!",
                                                  "#NAME?", "#NULL!", "#NUM!",   "#SPILL!"};
    const bool too_narrow = text.size() > 2 && text.find_first_not_of('#') == std::string_view::npos;
    return too_narrow || std::find(std::begin(errors), std::end(errors), text) != std::end(errors);
}

bool has_lost_digits(std::string_view text) {
    const std::string_view whole = text.substr(0, text.find('.'));
    const auto digits = static_cast<std::size_t>(std::count_if(whole.begin(), whole.end(), is_digit));
    return digits > digits_kept || text.find('E') != std::string_view::npos;
}

bool is_name(const model::Field& field) {
    return field.type.kind == model::TypeKind::Text || field.type.kind == model::TypeKind::Reference;
}

} // namespace

std::optional<Mistake> form_mistake(const model::Field& field, const sheets::Cell& cell) {
    const auto with_text = [&](Message message) { return Mistake{message, {for_message(cell.text)}}; };
    switch (cell.form) {
    case Form::Text:
        if (is_error_text(cell.text))
            return with_text(Message::CellError);
        return cell.text.size() > sheets::longest_cell ? std::optional(with_text(Message::CellOverlong))
                                                       : std::nullopt;
    case Form::Number:
        if (is_name(field) && has_lost_digits(cell.text))
            return with_text(Message::NumberLong);
        return std::nullopt;
    case Form::Error:
        return with_text(Message::CellError);
    case Form::Uncomputed:
        return Mistake{Message::CellUncomputed, {}};
    case Form::Merged:
        return Mistake{Message::CellMerged, {}};
    case Form::Scaled:
        return with_text(Message::CellScaled);
    case Form::Nested:
        return with_text(Message::JsonNested);
    case Form::Unstated:
        break;
    case Form::Bytes:
        return Mistake{Message::CellBytes, {}};
    }
    return std::nullopt;
}

std::string for_message(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < longest_shown; ++count)
        end += source::decode(text, end).length;
    return end < text.size() ? std::string(text.substr(0, end)) + "…" : std::string(text);
}

} // namespace tiaoli::data
