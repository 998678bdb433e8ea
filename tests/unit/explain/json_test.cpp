// JSON of explanations: commas, indentation, escapes.
#include "tiaoli/explain/json_writer.hpp"

#include "tiaoli/source/html.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

TEST_CASE("objects and arrays, empty ones too") {
    explain::JsonWriter json;
    json.open_array();
    json.open_object();
    json.member("a", "x\"\\\n\x01");
    json.member("left out", "");
    json.key("n");
    json.number(3);
    json.key("none");
    json.open_array();
    json.close();
    json.key("b");
    json.boolean(false);
    json.close();
    json.null();
    json.close();
    CHECK(json.take() == "[\n  {\n    \"a\": \"x\\\"\\\\\\u000a\\u0001\",\n    \"n\": 3,\n    \"none\": "
                         "[],\n    \"b\": false\n"
                         "  },\n  null\n]\n");
}

TEST_CASE("text inside a page") {
    CHECK(source::html_escaped("<a href=\"x\">'&'</a>") ==
          "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    CHECK(source::html_escaped("大连\t\n") == "大连\t\n");
    CHECK(source::html_escaped(std::string_view{"\0\x07\xff", 3}) == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}
