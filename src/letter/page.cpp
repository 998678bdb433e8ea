// A letter as a page: A4 with the margins and sizes of GB/T 9704-2012.
#include "tiaoli/letter/letter.hpp"

#include "figures.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/html.hpp"

namespace tiaoli::letter {

namespace {

/// Type area 156 mm × 225 mm, 37 mm from above and 28 mm from the left; 三号 is 16 pt, 二号 22 pt; 22 lines of 28 characters.
constexpr std::string_view style = R"css(
@page { size:A4; margin:37mm 26mm 35mm 28mm; }
* { box-sizing:border-box; }
body { margin:0; background:#e9ebee; color:#000;
  font:16pt/29pt "仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif; }
main { width:210mm; min-height:297mm; margin:8mm auto; padding:37mm 26mm 35mm 28mm; background:#fff; box-shadow:0 1px 6px #0003; }
h1 { margin:0 0 29pt; text-align:center; font:22pt/36pt "方正小标宋简体","方正小标宋_GBK",SimHei,"黑体","Noto Serif CJK SC",serif; }
h2 { margin:0; text-indent:2em; font:16pt/29pt SimHei,"黑体","Noto Sans CJK SC",sans-serif; }
p { margin:0; text-indent:2em; text-align:justify; overflow-wrap:anywhere; }
.number,.centred { text-align:center; text-indent:0; } .number { margin-bottom:29pt; }
.address { text-indent:0; } .right { text-align:right; text-indent:0; padding-right:2em; }
table { width:100%; border-collapse:collapse; margin:8pt 0; line-height:22pt; font-size:14pt; }
th,td { border:1px solid #000; padding:3pt 6pt; text-align:left; vertical-align:top; } th { font-family:SimHei,"黑体","Noto Sans CJK SC",sans-serif; text-align:center; font-weight:400; }
.figure { text-align:right; white-space:nowrap; font-variant-numeric:tabular-nums; } tr { break-inside:avoid; }
@media print { body { background:none; } main { width:auto; min-height:0; margin:0; padding:0; box-shadow:none; } }
)css";

std::string element(std::string_view name, std::string_view css_class, const std::string& text) {
    std::string out = "<" + std::string{name};
    if (!css_class.empty())
        out += " class=\"" + std::string{css_class} + "\"";
    return out + ">" + source::html_escaped(text) + "</" + std::string{name} + ">\n";
}

std::string paragraph(const Paragraph& block) {
    switch (block.style) {
    case Style::Title:
        return element("h1", {}, block.text);
    case Style::Number:
        return element("p", "number", block.text);
    case Style::Address:
        return element("p", "address", block.text);
    case Style::Heading:
        return element("h2", {}, block.text);
    case Style::Body:
        return element("p", {}, block.text);
    case Style::Right:
        return element("p", "right", block.text);
    case Style::Centred:
        return element("p", "centred", block.text);
    }
    return {};
}

std::string table(const Grid& grid) {
    std::string out = "<table>\n";
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        out += "<tr>";
        for (const std::string& cell : grid.rows[row])
            out += element(row == 0 ? "th" : "td", row > 0 && is_figure(cell) ? "figure" : "", cell);
        out += "</tr>\n";
    }
    return out + "</table>\n";
}

} // namespace

std::string letter_page(const Letter& letter) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n";
    out += element("title", {}, letter.name) + "<style>" + std::string{style} +
           "</style></head>\n<body><main>\n";
    for (const Block& block : letter.blocks)
        out += base::match(
            block, [](const Paragraph& each) { return paragraph(each); },
            [](const Grid& each) { return table(each); });
    return out + "</main></body></html>\n";
}

} // namespace tiaoli::letter
