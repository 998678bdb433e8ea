// A .docx is the same bytes for the same letter, holds all of its text, and nothing of the text becomes markup.
#include "tiaoli/letter/letter.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

namespace {

letter::Letter sample() {
    letter::Letter out{"补偿决定书", {}};
    out.blocks.emplace_back(letter::Paragraph{letter::Style::Title, "补偿决定书"});
    out.blocks.emplace_back(letter::Paragraph{letter::Style::Body, "甲<银行>&\"乙\""});
    out.blocks.emplace_back(letter::Grid{{{"承担方", "金额"}, {"基金", "300,000.00元"}, {"银行"}}});
    return out;
}

bool holds(const std::string& bytes, const std::string& text) {
    return bytes.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("a letter as .docx") {
    const std::string bytes = letter::letter_document(sample());
    CHECK(bytes == letter::letter_document(sample()));
    CHECK(bytes.starts_with("PK\x03\x04"));
    for (const char* part : {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml",
                             "word/fontTable.xml", "word/_rels/document.xml.rels"})
        CHECK(holds(bytes, part));
    CHECK(holds(bytes, "甲&lt;银行&gt;&amp;&quot;乙&quot;"));
    CHECK_FALSE(holds(bytes, "<银行>"));
    CHECK(
        holds(bytes, R"(<w:pStyle w:val="LetterTitle"/></w:pPr><w:r><w:t xml:space="preserve">补偿决定书)"));
    CHECK(holds(bytes,
                R"(<w:pStyle w:val="LetterFigure"/></w:pPr><w:r><w:t xml:space="preserve">300,000.00元)"));
    CHECK(holds(bytes, R"(w:eastAsia="仿宋_GB2312")"));
}

TEST_CASE("a letter as a page") {
    const std::string page = letter::letter_page(sample());
    CHECK(holds(page, "<h1>补偿决定书</h1>"));
    CHECK(holds(page, "<p>甲&lt;银行&gt;&amp;&quot;乙&quot;</p>"));
    CHECK(holds(page, "<td class=\"figure\">300,000.00元</td>"));
    CHECK(holds(page, "default-src 'none'"));
}
