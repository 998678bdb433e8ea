// Texts as JSON strings and inside a page, and words as they are compared where people type them.
#include "tiaoli/source/folded.hpp"
#include "tiaoli/source/html.hpp"
#include "tiaoli/source/json.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

TEST_CASE(
    "a JSON string: quotation marks, backslashes and control characters are escaped, no byte is invalid") {
    CHECK(source::json_text("") == "\"\"");
    CHECK(source::json_text("单“笔”") == "\"单“笔”\"");
    CHECK(source::json_text("a\"b\\c\n\x01\x7F") == "\"a\\\"b\\\\c\\u000a\\u0001\\u007f\"");
    CHECK(source::json_text("\xFF") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("folded words: full width and blanks make no difference") {
    CHECK(source::folded_words("５个 工作日\r\n") == "5个工作日");
    CHECK(source::folded_words("　") == "");
}

TEST_CASE("text in a page is never markup") {
    CHECK(source::html_escaped("<script>\"x\" & 'y'</script>") ==
          "&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;");
    CHECK(source::html_escaped("甲\n乙\t") == "甲\n乙\t");
    CHECK(source::html_escaped(std::string_view{"a\0b\x1b\xff", 5}) == "a\xEF\xBF\xBD"
                                                                       "b\xEF\xBF\xBD\xEF\xBF\xBD");
}
