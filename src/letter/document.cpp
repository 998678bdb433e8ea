// A letter as a .docx that Word, WPS and LibreOffice open: ECMA-376 WordprocessingML, A4, sizes of GB/T 9704-2012.
#include "tiaoli/letter/letter.hpp"

#include "figures.hpp"
#include "package.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/characters.hpp"
#include "tiaoli/source/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace tiaoli::letter {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view relation_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view kind_of_part = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Lengths in twentieths of a point: margins 37, 26, 35 and 28 mm, type area 156 mm × 225 mm with 22 lines.
constexpr std::string_view section = R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>)"
                                     R"(<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" )"
                                     R"(w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>)";

/// How a style is set: its font, its size in half points, its place.
struct Setting {
    std::string_view id;
    std::string_view font;
    int half_points;
    std::string_view place;
};
constexpr std::string_view body_font = "仿宋_GB2312";
constexpr std::string_view heading_font = "黑体";
constexpr std::string_view title_font = "方正小标宋简体";
constexpr std::string_view indented =
    R"(<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>)";
constexpr Setting settings[] = {
    {"Title", title_font, 44,
     R"(<w:spacing w:after="579" w:line="720" w:lineRule="exact"/><w:jc w:val="center"/>)"},
    {"Number", body_font, 32,
     R"(<w:spacing w:after="579" w:line="579" w:lineRule="exact"/><w:jc w:val="center"/>)"},
    {"Address", body_font, 32, R"(<w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/>)"},
    {"Heading", heading_font, 32,
     R"(<w:keepNext/><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>)"},
    {"Body", body_font, 32, indented},
    {"Right", body_font, 32,
     R"(<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>)"},
    {"Centred", body_font, 32, R"(<w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="center"/>)"},
    {"Cell", body_font, 28, R"(<w:spacing w:line="440" w:lineRule="exact"/>)"},
    {"Figure", body_font, 28, R"(<w:spacing w:line="440" w:lineRule="exact"/><w:jc w:val="right"/>)"},
    {"CellHead", heading_font, 28, R"(<w:spacing w:line="440" w:lineRule="exact"/><w:jc w:val="center"/>)"}};

std::string paragraph(std::string_view style, const std::string& text) {
    return fmt::format(
        R"(<w:p><w:pPr><w:pStyle w:val="Letter{}"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>)",
        style, source::html_escaped(text));
}

std::string_view style_of(Style style) {
    switch (style) {
    case Style::Title:
        return "Title";
    case Style::Number:
        return "Number";
    case Style::Address:
        return "Address";
    case Style::Heading:
        return "Heading";
    case Style::Body:
        return "Body";
    case Style::Right:
        return "Right";
    case Style::Centred:
        return "Centred";
    }
    return "Body";
}

/// Widths by the longest text of each column, in all those of the type area.
std::vector<int> widths(const Grid& grid) {
    constexpr int whole = 8844;
    constexpr int narrowest = 8;
    constexpr int widest = 40;
    std::size_t columns = 1;
    for (const auto& row : grid.rows)
        columns = std::max(columns, row.size());
    std::vector<int> out(columns, narrowest);
    for (const auto& row : grid.rows) {
        for (std::size_t at = 0; at < row.size(); ++at)
            out[at] = std::max(out[at], std::min(source::display_width(row[at]) + 2, widest));
    }
    const int sum = std::accumulate(out.begin(), out.end(), 0);
    for (int& width : out)
        width = width * whole / sum;
    return out;
}

std::string row(const std::vector<std::string>& cells, const std::vector<int>& columns,
                bool (*is_right)(std::string_view), std::string_view left) {
    std::string out = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const std::string cell = at < cells.size() ? cells[at] : std::string{};
        out += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>)", columns[at]) +
               paragraph(is_right(cell) ? "Figure" : left, cell) + "</w:tc>";
    }
    return out + "</w:tr>";
}

bool never(std::string_view) { return false; }

/// An empty paragraph keeps two tables apart.
std::string table(const Grid& grid) {
    const std::vector<int> columns = widths(grid);
    std::string out = R"(<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>)";
    for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>)", side);
    out += R"(</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>)";
    for (const int width : columns)
        out += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    out += "</w:tblGrid>";
    for (std::size_t at = 0; at < grid.rows.size(); ++at)
        out += at == 0 ? row(grid.rows[at], columns, never, "CellHead")
                       : row(grid.rows[at], columns, is_figure, "Cell");
    return out + "</w:tbl>" + paragraph("Cell", {});
}

std::string document(const Letter& letter) {
    std::string out = fmt::format(R"({}<w:document xmlns:w="{}"><w:body>)", declaration, main_space);
    for (const Block& block : letter.blocks)
        out += base::match(
            block, [](const Paragraph& each) { return paragraph(style_of(each.style), each.text); },
            [](const Grid& each) { return table(each); });
    return out + std::string{section} + "</w:body></w:document>\n";
}

std::string styles() {
    std::string out = fmt::format(R"({}<w:styles xmlns:w="{}">)", declaration, main_space);
    for (const Setting& each : settings)
        out += fmt::format(
            R"(<w:style w:type="paragraph" w:customStyle="1" w:styleId="Letter{0}"><w:name w:val="Letter{0}"/>)"
            R"(<w:qFormat/><w:pPr>{1}</w:pPr><w:rPr><w:rFonts w:ascii="{2}" w:hAnsi="{2}" )"
            R"(w:eastAsia="{2}" w:cs="{2}"/><w:sz w:val="{3}"/><w:szCs w:val="{3}"/></w:rPr></w:style>)",
            each.id, each.place, each.font, each.half_points);
    return out + "</w:styles>\n";
}

/// What to take where a font is not installed.
std::string fonts() {
    std::string out = fmt::format(R"({}<w:fonts xmlns:w="{}">)", declaration, main_space);
    struct Fallback {
        std::string_view font;
        std::string_view instead;
        std::string_view family;
    };
    constexpr Fallback fallbacks[] = {
        {title_font, "SimHei", "roman"}, {body_font, "仿宋", "roman"}, {heading_font, "SimHei", "swiss"}};
    for (const Fallback& each : fallbacks)
        out += fmt::format(R"(<w:font w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/>)"
                           R"(<w:family w:val="{}"/></w:font>)",
                           each.font, each.instead, each.family);
    return out + "</w:fonts>\n";
}

std::string relation(int number, std::string_view kind, std::string_view target) {
    return fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", number, relation_space, kind,
                       target);
}

std::string relations(const std::string& all) {
    return fmt::format(R"({}<Relationships xmlns="{}/relationships">{}</Relationships>)", declaration,
                       package_space, all);
}

std::string content_types() {
    std::string out = fmt::format(R"({}<Types xmlns="{}/content-types">)", declaration, package_space);
    out +=
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)";
    out += R"(<Default Extension="xml" ContentType="application/xml"/>)";
    const std::pair<std::string_view, std::string_view> parts[] = {
        {"document", "document.main+xml"}, {"styles", "styles+xml"}, {"fontTable", "fontTable+xml"}};
    for (const auto& [name, kind] : parts)
        out += fmt::format(R"(<Override PartName="/word/{}.xml" ContentType="{}.{}"/>)", name, kind_of_part,
                           kind);
    return out + "</Types>";
}

} // namespace

std::string letter_document(const Letter& letter) {
    return package({{"[Content_Types].xml", content_types()},
                    {"_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml"))},
                    {"word/document.xml", document(letter)},
                    {"word/styles.xml", styles()},
                    {"word/fontTable.xml", fonts()},
                    {"word/_rels/document.xml.rels", relations(relation(1, "styles", "styles.xml") +
                                                               relation(2, "fontTable", "fontTable.xml"))}});
}

} // namespace tiaoli::letter
