// A result table before it has a format: headings with their types, cells with their text and, where they are amounts, numbers,
// ratios, days or yes and no, their exact value. Every format is written from it.
#pragma once

#include "tiaoli/model/scalar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::report {

struct Column {
    std::string heading;
    model::TypeKind kind =
        model::TypeKind::Text; ///< what the cells are; Text for everything that is only read
    bool has_notes = false; ///< sentences joined by “；” that many rows share: a page lists each of them once
};

struct Cell {
    std::string text = {};                   ///< as in CSV; empty: there is no value
    std::optional<model::Scalar> value = {}; ///< bool, Number or Date; else the text says it all
};

struct ResultTable {
    std::string name; ///< of the matter, or 退回: file names and sheet names are made of it
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< each as wide as `columns`
};

} // namespace tiaoli::report
