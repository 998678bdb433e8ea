// Encodings of files, and checksums.
#include "tiaoli/source/checksum.hpp"
#include "tiaoli/source/encoding.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli::source;

namespace {

std::string utf16(std::u16string_view text, bool little) {
    std::string bytes;
    for (char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

std::string shown(std::string_view bytes) {
    const DecodedText decoded = decode_bytes(std::string{bytes});
    return std::string(encoding_name(decoded.encoding)) + "|" + decoded.text;
}

} // namespace

TEST_CASE("each encoding is recognised and read") {
    CHECK(shown("合同号,本金\n") == "UTF-8|合同号,本金\n");
    CHECK(shown("\xEF\xBB\xBF合同号") == "UTF-8 BOM|合同号");
    CHECK(shown("\xBA\xCF\xCD\xAC\xBA\xC5,A1\r\n") == "GB18030|合同号,A1\r\n");
    CHECK(shown("\xFF\xFE" + utf16(u"合同号\t一\n", true)) == "UTF-16LE|合同号\t一\n");
    CHECK(shown("\xFE\xFF" + utf16(u"合同号", false)) == "UTF-16BE|合同号");
    CHECK(shown(utf16(u"合同号,一一一\n", true)) == "UTF-16LE|合同号,一一一\n");
    CHECK(shown(utf16(u"合同号,一一一𠮷\n", false)) == "UTF-16BE|合同号,一一一𠮷\n");
    CHECK(shown("") == "UTF-8|");
}

TEST_CASE("bytes of no encoding are said to be unreadable, with the place") {
    const DecodedText bad = decode_bytes(std::string("ab\xFF\xFF\xFF", 5));
    CHECK(bad.encoding == Encoding::Unknown);
    CHECK(bad.bad_byte == 2);
    CHECK(bad.text == "ab\uFFFD\uFFFD\uFFFD");
    CHECK(decode_bytes(std::string("a\0b", 3)).encoding == Encoding::Unknown);
    CHECK(decode_bytes(std::string("\xFF\xFE\x00", 3)).encoding == Encoding::Unknown);
    CHECK(decode_bytes("\xEF\xBB\xBF\xFF").bad_byte == 3);
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1000000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
