// Result tables as CSV; cells are quoted as RFC 4180 says.
#include "csv.hpp"

namespace tiaoli::report {

namespace {

std::string csv_cell(const std::string& text) {
    const bool plain =
        text.find_first_of(",\"\r\n") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain)
        return text;
    std::string out = "\"";
    for (const char sign : text) {
        if (sign == '"')
            out += '"';
        out += sign;
    }
    return out + '"';
}

} // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t at = 0; at < cells.size(); ++at)
        out += (at == 0 ? "" : ",") + csv_cell(cells[at]);
    return out + "\r\n";
}

std::string csv(const ResultTable& table) {
    std::vector<std::string> cells;
    for (const Column& column : table.columns)
        cells.push_back(column.heading);
    std::string out = std::string{byte_order_mark} + csv_line(cells);
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t at = 0; at < row.size(); ++at)
            cells[at] = row[at].text;
        out += csv_line(cells);
    }
    return out;
}

} // namespace tiaoli::report
