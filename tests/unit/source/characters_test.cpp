// Characters: decoding, folding, widths and distances.
#include "tiaoli/source/characters.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli::source;

TEST_CASE("valid characters decode to their code and length") {
    CHECK(decode("a", 0).code == U'a');
    CHECK(decode("条理", 3).code == U'理');
    CHECK(decode("条理", 3).length == 3);
    CHECK(decode("é", 0).length == 2);
    CHECK(decode("𠮷", 0).code == U'𠮷');
}

TEST_CASE("bytes that are no character are invalid, one at a time") {
    for (const std::string bad :
         {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE6\x9D"}) {
        const Character character = decode(bad, 0);
        CHECK_FALSE(character.valid);
        CHECK(character.length == 1);
        CHECK(character.code == 0xFFFD);
    }
    CHECK(first_invalid("条理") == std::nullopt);
    CHECK(first_invalid(std::string("条\xFF", 4)) == 3);
    CHECK(first_invalid(std::string("a\0b", 3)) == 1);
}

TEST_CASE("every code point survives encoding and decoding") {
    CHECK(rc::check([] {
        const auto code = *rc::gen::inRange<std::uint32_t>(1, 0x110000);
        RC_PRE(code < 0xD800 || code > 0xDFFF);
        std::string text;
        append_utf8(text, code);
        const Character character = decode(text, 0);
        RC_ASSERT(character.valid);
        RC_ASSERT(character.code == code);
        RC_ASSERT(character.length == text.size());
    }));
}

TEST_CASE("full-width forms fold, Chinese punctuation of its own stays") {
    CHECK(fold_width("，：；（）％＝＋－") == ",:;()%=+-");
    CHECK(fold_width("“Ａ１　ｚ”") == "\"A1 z\"");
    CHECK(fold_width("×÷≤≥") == "*÷<=>=");
    CHECK(fold_width("。、「」【】《》〔〕") == "。、「」【】《》〔〕");
}

TEST_CASE("folding keeps where each byte came from") {
    const Folded folded = fold_with_offsets("（条≤", 10);
    CHECK(folded.text == "(条<=");
    CHECK(folded.offsets == std::vector<std::uint32_t>{10, 13, 14, 15, 16, 16, 19});
}

TEST_CASE("folding twice changes nothing more") {
    CHECK(rc::check([](const std::string& text) {
        const std::string once = fold_width(text);
        RC_ASSERT(fold_width(once) == once);
        const Folded folded = fold_with_offsets(text, 0);
        RC_ASSERT(folded.text == once);
        RC_ASSERT(folded.offsets.size() == once.size() + 1);
        RC_ASSERT(folded.offsets.back() == text.size());
    }));
}

TEST_CASE("display width follows UAX 11") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("条理，（）") == 10);
    CHECK(display_width(U'　') == 2);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width(U'𠮷') == 2);
    CHECK(display_width("“”") == 2);
}

TEST_CASE("blanks are those that people type without meaning anything") {
    for (char32_t code : {U' ', U'\t', U'　', char32_t{0xA0}, char32_t{0xFEFF}, char32_t{0x200B}})
        CHECK(is_blank(code));
    CHECK_FALSE(is_blank(U'\n'));
}

TEST_CASE("the distance of names counts characters and stops at its limit") {
    CHECK(edit_distance("合同本金", "合同本今", 2) == 1);
    CHECK(edit_distance("要求", "要球", 1) == 1);
    CHECK(edit_distance("放款日", "放款日", 2) == 0);
    CHECK(edit_distance("放款", "放款日期", 2) == 2);
    CHECK(edit_distance("甲乙丙丁", "一二三四", 2) == 3);
    CHECK(edit_distance("", "甲", 2) == 1);
}
