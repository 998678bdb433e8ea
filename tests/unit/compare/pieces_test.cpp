// Two wordings of one text: what stayed, what went, what came, and the figures among it.
#include "tiaoli/compare/pieces.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::compare;

namespace {

std::string marked(const WordChanges& changes) {
    std::string out;
    for (const Piece& piece : changes.pieces)
        out += piece.kind == PieceKind::Same      ? piece.text
               : piece.kind == PieceKind::Removed ? "[-" + piece.text + "]"
                                                  : "[+" + piece.text + "]";
    return out;
}

std::string figures(const WordChanges& changes) {
    std::string out;
    for (const ChangedFigure& figure : changes.figures)
        out += figure.before + "→" + figure.after + ";";
    return out;
}

} // namespace

TEST_CASE("a ratio, an amount, a length of time or a day counts as one") {
    const WordChanges changes = word_changes("不高于40%，每年累计不超过400万元，五日内，自2023年3月1日起",
                                             "不高于45%，每年累计不超过450万元，十日内，自2027年5月13日起");
    CHECK(marked(changes) == "不高于[-40%][+45%]，每年累计不超过[-400万元][+450万元]，[-五日][+十日]内，自[-"
                             "2023年3月1日][+2027年5月13日]起");
    CHECK(figures(changes) == "40%→45%;400万元→450万元;五日→十日;2023年3月1日→2027年5月13日;");
}

TEST_CASE("numerals inside words are no figures") {
    const WordChanges changes = word_changes("统一管理，第三条", "一并管理，第四条");
    CHECK(figures(changes).empty());
}

TEST_CASE("what goes stands before what comes, and blanks and widths do not count") {
    CHECK(marked(word_changes("由财政设立并管理", "由财政出资设立，并负责管理")) ==
          "由财政[+出资]设立[+，]并[+负责]管理");
    CHECK(marked(word_changes("风险补偿（基金）", "风险 补偿(基金)")) == "风险 补偿(基金)");
    CHECK(marked(word_changes("", "新增")) == "[+新增]");
    CHECK(marked(word_changes("删去", "")) == "[-删去]");
}

TEST_CASE("a figure without a counterpart is told alone") {
    CHECK(figures(word_changes("中小企业不超过300万元", "中型企业不超过350万元，小型企业不超过300万元")) ==
          "→350万元;");
}

TEST_CASE("likeness is 1000 for one text and small for texts of other things") {
    CHECK(likeness("银行应当在五日内报送", "银行应当在五日内报送") == 1000);
    CHECK(likeness("银行应当在五日内报送", "银行应当在十日内报送") > 700);
    CHECK(likeness("银行应当在五日内报送", "专户管理、专款专用") < 200);
    CHECK(likeness("", "") == 0);
}
