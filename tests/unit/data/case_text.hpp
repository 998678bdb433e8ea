// Case files as text in, tables and messages as text out.
#pragma once

#include "tiaoli/data/tables.hpp"

#include <string>
#include <utility>
#include <vector>

namespace case_text {

/// 枚举 规模：微型、小型、中型 · 企业（代码） · 贷款（合同号）发生于放款日, with a field of every type and absence · 质押（贷款、企业）
/// and a reference into the dated type.
tiaoli::model::Schema schema();

using Files = std::vector<std::pair<std::string, std::string>>;

/// Reads the files (name, bytes) as a case folder.
tiaoli::data::CaseData read(const tiaoli::model::Schema& schema, const Files& files,
                            const tiaoli::data::ReadOptions& options = {});
/// Messages as text, without the folder's path and without the notices that tables are missing.
std::string messages(const tiaoli::data::CaseData& data);
/// One line a row: key, then field=value of what is given, `字段?` missing, `字段-` none, `字段…` not happened, `字段!` broken.
std::string tables(const tiaoli::model::Schema& schema, const tiaoli::data::CaseData& data);
/// Messages on and the value of one cell of a field of 贷款 (or 企业): "500000" or "D544".
std::string cell(const std::string& heading, const std::string& text);

} // namespace case_text
