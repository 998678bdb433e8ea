// From the text of a cell to a value, or to the reason why it is none.
#pragma once

#include "tiaoli/data/tables.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiaoli::data {

/// Why a text is not a value.
struct Mistake {
    diag::Message message;
    std::vector<std::string> args;
};
template <class T> using Reading = std::variant<T, Mistake>;

/// What the heading (or the field's declaration) says that bare numbers of the column count.
struct ColumnUnit {
    value::Number factor = 1;
    std::string name = {}; ///< "万元", "%"; empty: nothing is said
};

// The readers below take tidied texts (see cell_text.hpp) that are not blank.

Reading<value::Number> read_number(std::string_view text, const ColumnUnit& unit);
Reading<value::Number> read_integer(std::string_view text, const ColumnUnit& unit);
/// Yuan; more than two decimals are a mistake.
Reading<value::Number> read_money(std::string_view text, const ColumnUnit& unit);
Reading<value::Number> read_ratio(std::string_view text, const ColumnUnit& unit);

Reading<value::Date> read_date(std::string_view text);
/// 长期, 无固定期限 …: there is no such day.
bool is_open_ended(std::string_view text);
/// Whether a date was given as a spreadsheet's serial number (44986).
bool is_serial_date(std::string_view text);
Reading<value::Period> read_period(std::string_view text);
Reading<value::Duration> read_duration(std::string_view text);

Reading<bool> read_yes_no(std::string_view text);
Reading<model::EnumerationValue> read_choice(const model::Schema& schema, model::EnumerationId enumeration,
                                             std::string_view text);
/// Text as it is; what a spreadsheet has put into scientific notation is a mistake.
Reading<std::string> read_text(std::string_view text);

/// A cell as read: absent or given, and what was wrong with it. A reference is the other record's key, as a text.
struct CellReading {
    Presence presence = Presence::Missing;
    model::Scalar scalar = false;
    std::unique_ptr<Mistake> mistake = {}; ///< if any: the row is turned back
};

/// Reads a stored field's cell with its absence, bounds and pattern.
CellReading read_cell(const model::Schema& schema, model::FieldId field, const ColumnUnit& unit,
                      std::string_view text);
/// A value of any type but references.
Reading<model::Scalar> read_scalar(const model::Schema& schema, const model::Field& field,
                                   const ColumnUnit& unit, std::string_view text);
/// The unit of a column whose heading says none.
ColumnUnit declared_unit(const model::Field& field);

} // namespace tiaoli::data
