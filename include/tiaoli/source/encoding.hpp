// Which encoding a file's bytes are in, and its text as UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::source {

enum class Encoding : std::uint8_t {
    Utf8,
    Utf8Bom,     ///< UTF-8 with a byte order mark
    Utf16Little, ///< with or without a byte order mark
    Utf16Big,    ///< with or without a byte order mark
    Gb18030,     ///< also GBK and GB2312, which it contains
    Unknown      ///< none of them
};

/// "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "GB18030"; empty for Unknown.
std::string_view encoding_name(Encoding encoding);

struct DecodedText {
    Encoding encoding = Encoding::Utf8;
    std::string text; ///< UTF-8 without byte order mark; for Unknown with U+FFFD in place of bad bytes
    std::optional<std::size_t> bad_byte; ///< Unknown: offset of the first byte that cannot be read
};

/// Takes the bytes, for those of UTF-8 are the text. Recognises the encoding: a byte order mark decides; else valid UTF-8, else the pattern of UTF-16, else GB18030. NUL is in no text.
DecodedText decode_bytes(std::string bytes);

} // namespace tiaoli::source
