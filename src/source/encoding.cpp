// Recognises UTF-8, UTF-16 and GB18030 and brings them to UTF-8.
#include "tiaoli/source/encoding.hpp"

#include "tiaoli/source/characters.hpp"

#include <cerrno>
#include <iconv.h>

namespace tiaoli::source {

namespace {

enum class ByteOrder : std::uint8_t { Little, Big };

/// UTF-16 as read in one byte order.
struct Utf16Reading {
    std::string text;
    bool valid = true;
    std::size_t separators =
        0; ///< line ends, tabs and commas: in the wrong byte order they are no Chinese characters
};

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return order == ByteOrder::Little ? first | (char32_t{second} << 8U) : (char32_t{first} << 8U) | second;
}

Utf16Reading read_utf16(std::string_view bytes, ByteOrder order) {
    Utf16Reading reading;
    reading.valid = bytes.size() % 2 == 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit_at(bytes, at, order);
        if (code >= 0xD800 && code <= 0xDBFF && at + 3 < bytes.size()) {
            const char32_t low = unit_at(bytes, at + 2, order);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
                at += 2;
            }
        }
        reading.valid = reading.valid && code != 0 && !(code >= 0xD800 && code <= 0xDFFF);
        reading.separators += code == '\n' || code == '\r' || code == '\t' || code == ',' ? 1 : 0;
        append_utf8(reading.text, code);
    }
    return reading;
}

std::optional<std::string> read_gb18030(std::string_view bytes) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    // A GB18030 character of two bytes needs three in UTF-8 at most, one of one byte one.
    std::string text(bytes.size() * 2 + 4, '\0');
    std::string input(bytes);
    char* from = input.data();
    char* to = text.data();
    std::size_t left = input.size();
    std::size_t room = text.size();
    const std::size_t outcome = iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    if (outcome == static_cast<std::size_t>(-1) || left != 0)
        return std::nullopt;
    text.resize(text.size() - room);
    return text;
}

DecodedText unreadable(std::string_view bytes, std::size_t bad_byte) {
    DecodedText decoded{Encoding::Unknown, {}, bad_byte};
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = decode(bytes, at);
        append_utf8(decoded.text, character.code == 0 ? 0xFFFD : character.code);
        at += character.length;
    }
    return decoded;
}

DecodedText marked_utf16(std::string_view bytes, ByteOrder order) {
    Utf16Reading reading = read_utf16(bytes.substr(2), order);
    if (!reading.valid)
        return unreadable(bytes, 0);
    return {
        order == ByteOrder::Little ? Encoding::Utf16Little : Encoding::Utf16Big, std::move(reading.text), {}};
}

std::optional<DecodedText> unmarked_utf16(std::string_view bytes) {
    if (bytes.find('\0') == std::string_view::npos)
        return std::nullopt;
    Utf16Reading little = read_utf16(bytes, ByteOrder::Little);
    Utf16Reading big = read_utf16(bytes, ByteOrder::Big);
    if (little.valid && little.separators > 0 && (!big.valid || little.separators >= big.separators))
        return DecodedText{Encoding::Utf16Little, std::move(little.text), {}};
    if (big.valid && big.separators > 0)
        return DecodedText{Encoding::Utf16Big, std::move(big.text), {}};
    return std::nullopt;
}

bool starts_with(std::string_view bytes, std::string_view mark) {
    return bytes.substr(0, mark.size()) == mark;
}

} // namespace

std::string_view encoding_name(Encoding encoding) {
    switch (encoding) {
    case Encoding::Utf8:
        return "UTF-8";
    case Encoding::Utf8Bom:
        return "UTF-8 BOM";
    case Encoding::Utf16Little:
        return "UTF-16LE";
    case Encoding::Utf16Big:
        return "UTF-16BE";
    case Encoding::Gb18030:
        return "GB18030";
    case Encoding::Unknown:
        return "";
    }
    return "";
}

DecodedText decode_bytes(std::string taken) {
    const std::string_view bytes = taken;
    if (starts_with(bytes, "\xFF\xFE"))
        return marked_utf16(bytes, ByteOrder::Little);
    if (starts_with(bytes, "\xFE\xFF"))
        return marked_utf16(bytes, ByteOrder::Big);
    const bool marked = starts_with(bytes, "\xEF\xBB\xBF");
    const std::string_view text = marked ? bytes.substr(3) : bytes;
    const std::optional<std::size_t> bad = first_invalid(text);
    if (!bad) {
        taken.erase(0, marked ? 3 : 0);
        return {marked ? Encoding::Utf8Bom : Encoding::Utf8, std::move(taken), {}};
    }
    if (marked)
        return unreadable(bytes, *bad + 3);
    if (auto wide = unmarked_utf16(bytes))
        return std::move(*wide);
    auto chinese = bytes.find('\0') == std::string_view::npos ? read_gb18030(bytes) : std::nullopt;
    if (chinese)
        return {Encoding::Gb18030, std::move(*chinese), {}};
    return unreadable(bytes, *bad);
}

} // namespace tiaoli::source
