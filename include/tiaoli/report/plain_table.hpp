// Any table of texts and exact values as a file: for results that are not those of a run.
#pragma once

#include "tiaoli/base/result.hpp"
#include "tiaoli/model/scalar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::report {

struct PlainCell {
    std::string text = {};                   ///< as in CSV
    std::optional<value::Number> value = {}; ///< of a column of money or counts
};
struct PlainColumn {
    std::string heading;
    model::TypeKind kind = model::TypeKind::Text;
};
struct PlainTable {
    std::string name;
    std::vector<PlainColumn> columns;
    std::vector<std::vector<PlainCell>> rows; ///< each as wide as `columns`
};

/// UTF-8 with byte order mark, RFC 4180.
std::string plain_csv(const PlainTable& table);
/// A sheet a table. Same tables, same bytes. Fails only for want of space for its working files.
base::Result<std::string> plain_workbook(const std::vector<PlainTable>& tables);

} // namespace tiaoli::report
