// Feeds any bytes to the reader of workbooks: as a whole file, or as the parts of one, so that the archive does not hide them.
#include "tiaoli/base/check.hpp"
#include "tiaoli/data/tables.hpp"
#include "tiaoli/sheets/book.hpp"

#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tiaoli;

constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view parts_of_workbook =
    R"(<Relationships><Relationship Id="b" Type="x/worksheet" Target="sheet.xml"/>)"
    R"(<Relationship Id="c" Type="x/sharedStrings" Target="strings.xml"/>)"
    R"(<Relationship Id="d" Type="x/styles" Target="styles.xml"/></Relationships>)";
constexpr std::string_view workbook =
    R"(<workbook xmlns:r="x"><sheets><sheet name="表" r:id="b"/></sheets></workbook>)";

struct Part {
    std::string name;
    std::string_view content;
};

/// A line of `@@` begins the next part: the sheet, the texts, the styles.
std::vector<Part> parts_in(std::string_view text) {
    std::vector<Part> parts{{"_rels/.rels", relations},
                            {"xl/_rels/workbook.xml.rels", parts_of_workbook},
                            {"xl/workbook.xml", workbook}};
    for (const char* name : {"xl/sheet.xml", "xl/strings.xml", "xl/styles.xml"}) {
        const std::size_t end = text.find("@@");
        parts.push_back({name, text.substr(0, end)});
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 2);
    }
    return parts;
}

std::string archive_of(const std::vector<Part>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    TIAOLI_CHECK(target != nullptr, "an archive can be made in memory");
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    TIAOLI_CHECK(zip != nullptr, "an archive can be made in memory");
    for (const Part& part : parts)
        zip_file_add(zip, part.name.c_str(),
                     zip_source_buffer(zip, part.content.data(), part.content.size(), 0), ZIP_FL_ENC_UTF_8);
    TIAOLI_CHECK(zip_close(zip) == 0, "an archive can be written in memory");
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

void read(std::string bytes) {
    auto opened = sheets::open_book(sheets::Kind::Workbook, "a.xlsx", std::move(bytes));
    auto* book = std::get_if<std::unique_ptr<sheets::Book>>(&opened);
    if (book == nullptr)
        return;
    for (std::size_t table = 0; table < (*book)->tables().size(); ++table) {
        (*book)->is_blank(table);
        const sheets::Sheet sheet = (*book)->read(table);
        std::uint32_t last = 0;
        for (std::size_t row = 0; row < sheet.rows(); ++row) {
            TIAOLI_CHECK(sheet.number(row) > last, "rows stand in order");
            last = sheet.number(row);
            for (std::size_t column = 0; column < sheet.cells(row); ++column)
                TIAOLI_CHECK(sheet.cell(row, column).text.size() < 200'000, "no cell is without end");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    if (text.starts_with("<"))
        read(archive_of(parts_in(text)));
    else
        read(text);
    return 0;
}
