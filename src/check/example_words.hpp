// Takes the words of an example apart: record, key, field and value stand side by side without any sign between them.
#pragma once

#include "workbench.hpp"

namespace tiaoli::check {

/// The records that an example speaks of, with their keys as written.
using KnownKeys = std::vector<std::pair<model::RecordId, std::string>>;

/// What was found at the beginning of a text, and the rest of it.
template <class Found> struct Leading {
    Found found;
    std::string_view rest;
};

/// 贷款 L1 → the record type with the longest name that fits.
std::optional<Leading<model::RecordId>> leading_record(const Workbench& bench, std::string_view text);

enum class Fields : std::uint8_t { Stored, All };
/// 合同本金 100万元 → the field with the longest name that fits.
std::optional<Leading<model::FieldId>> leading_field(const Workbench& bench, model::RecordId record,
                                                     std::string_view text, Fields which);

/// L1的… → all records with the longest key that fits.
std::vector<Leading<model::RecordId>> leading_keys(const KnownKeys& keys, std::string_view text,
                                                   std::string& key);

/// 2025年第3季度的… → that quarter; the text as it is where it begins with no year, quarter or month.
Leading<std::optional<value::Period>> leading_period(std::string_view text);

/// 假设 已定 L1：贷款备案 通过，…: adds the settled result to the example. `key` is what stands behind 已定.
void take_settled(Workbench& bench, const Tree& tree, NodeId given, std::string_view key,
                  const KnownKeys& keys, model::Example& example);

/// A value as written, without quotes and outer blanks.
std::string value_text(std::string_view text);

/// The text without the first of the words that it begins with; nothing when it begins with none.
std::optional<std::string_view> after_word(std::string_view text,
                                           std::initializer_list<std::string_view> words);

/// 年度口径为滚动十二个月 → the parameter's name and one of its alternatives; nothing when it has no such one, which has then been
/// reported.
std::optional<std::pair<std::string, std::string>> given_reading(Workbench& bench, const VersionWork& work,
                                                                 const Tree& tree, NodeId written);

} // namespace tiaoli::check
