// Worlds of facts for the property tests: rows as text that can be cut at a day, added to and shuffled, and their decisions.
#pragma once

#include "deciding.hpp"

#include <vector>

namespace tiaoli::property {

/// A loaded policy; throws what its errors say.
project::Project load_policy(const std::string& path);
/// A policy given as text, in a folder that is gone afterwards.
project::Project load_text(const std::string& policy_text);

/// The rows of a case folder, as a person would write their values.
std::vector<data::RowText> rows_of_folder(const model::Schema& schema, const std::string& path);

/// The rows without those that refer to a record of their own day or a later one: mistakes in the data, no later facts.
std::vector<data::RowText> without_backdated(const model::Schema& schema,
                                             const std::vector<data::RowText>& rows);

/// The rows that lie before `day`, with all that they refer to; undated rows stay where all that they refer to does.
std::vector<data::RowText> rows_before(const model::Schema& schema, const std::vector<data::RowText>& rows,
                                       value::Date day);

/// Every decision as text, by matter and key: verdict, outputs, rules, and the day of its moment.
struct DecidedText {
    value::Date day;
    std::string text;
};
std::map<std::string, DecidedText> decisions_of(const model::Policy& policy,
                                                const std::vector<data::RowText>& rows, value::Date today,
                                                const std::vector<data::SettledText>& settled = {});

} // namespace tiaoli::property
