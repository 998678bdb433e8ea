// Sources: lines, columns, spans and files.
#include "tiaoli/source/source.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace tiaoli::source;

TEST_CASE("LF, CRLF and lone CR end lines") {
    Sources sources;
    const SourceId id = sources.add("a.policy", "一\n二二\r\n三\r四");
    CHECK(sources.line_text(id, 1) == "一");
    CHECK(sources.line_text(id, 2) == "二二");
    CHECK(sources.line_text(id, 3) == "三");
    CHECK(sources.line_text(id, 4) == "四");
    CHECK(sources[id].line_starts == std::vector<std::uint32_t>{0, 4, 12, 16});
    const LineColumn second = sources.line_column(id, 7);
    CHECK(second.line == 2);
    CHECK(second.column == 2);
    CHECK(sources.line_column(id, 19).column == 2);
    CHECK(sources.text(Span{id, 4, 7}) == "二");
}

TEST_CASE("a byte order mark is not part of the text but is kept for the checksum") {
    Sources sources;
    const SourceId marked = sources.add("a.policy", "\xEF\xBB\xBF政策");
    CHECK(sources[marked].text == "政策");
    CHECK(sources[marked].bytes == "\xEF\xBB\xBF政策");
    const SourceId plain = sources.add("b.policy", "政策");
    CHECK(sources[plain].bytes.empty());
    CHECK(sources.size() == 2);
}

TEST_CASE("spans of one source join") {
    Sources sources;
    const SourceId id = sources.add("a.policy", "甲乙丙");
    CHECK(join(Span{id, 3, 6}, Span{id, 0, 3}) == Span{id, 0, 6});
}

TEST_CASE("a file that cannot be read says why") {
    const auto missing = read_file("/nowhere/at/all.csv");
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.failure().what == "/nowhere/at/all.csv");
    CHECK(missing.failure().reason == "No such file or directory");
    CHECK_FALSE(read_file("/").ok());
}

TEST_CASE("a file is read whole") {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "tiaoli_source_test.bin";
    const std::string bytes = std::string(200000, 'x') + std::string("\0\xFF", 2);
    std::ofstream(path, std::ios::binary) << bytes;
    const auto read = read_file(path.string());
    std::filesystem::remove(path);
    REQUIRE(read.ok());
    CHECK(read.value() == bytes);
}
