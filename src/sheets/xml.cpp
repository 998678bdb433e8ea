// Reads XML with expat.
#include "xml.hpp"

#include <expat.h>

namespace tiaoli::sheets {

namespace {

// A name with its attributes, or a comment, is held whole; none of a workbook is longer.
constexpr std::size_t longest_token = std::size_t{4} << 20;

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Parser {
  public:
    explicit Parser(XmlListener& listener) : listener_(listener), parser_(XML_ParserCreate(nullptr)) {
        TIAOLI_CHECK(parser_ != nullptr, "there is memory for an XML parser");
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(parser_, on_open, on_close);
        XML_SetCharacterDataHandler(parser_, on_text);
        XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { XML_ParserFree(parser_); }

    /// False when nothing more is to be read.
    bool feed(std::string_view piece, bool is_last) {
        silent_ += piece.size();
        if (XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), is_last) != XML_STATUS_OK &&
            !stopped_)
            reason_ = "line " + std::to_string(XML_GetCurrentLineNumber(parser_)) + ": " +
                      XML_ErrorString(XML_GetErrorCode(parser_));
        if (silent_ > longest_token)
            reason_ = "token too long";
        return reason_.empty() && !stopped_;
    }
    const std::string& reason() const { return reason_; }
    bool is_stopped() const { return stopped_; }

  private:
    XmlListener& listener_;
    XML_Parser parser_;
    std::string reason_;
    std::size_t silent_ = 0; ///< bytes since something was told
    bool stopped_ = false;

    static Parser& self(void* data) { return *static_cast<Parser*>(data); }

    void told() {
        silent_ = 0;
        if (listener_.is_done() && !stopped_)
            stop();
    }
    void stop() {
        stopped_ = true;
        XML_StopParser(parser_, XML_FALSE);
    }

    static void XMLCALL on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
        Parser& parser = self(data);
        if (parser.stopped_)
            return;
        parser.listener_.open(without_prefix(name), Attributes(attributes));
        parser.told();
    }
    static void XMLCALL on_close(void* data, const XML_Char* name) {
        Parser& parser = self(data);
        if (parser.stopped_)
            return;
        parser.listener_.close(without_prefix(name));
        parser.told();
    }
    static void XMLCALL on_text(void* data, const XML_Char* text, int length) {
        Parser& parser = self(data);
        if (parser.stopped_)
            return;
        parser.listener_.text({text, static_cast<std::size_t>(length)});
        parser.told();
    }
    static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        Parser& parser = self(data);
        parser.reason_ = "DOCTYPE";
        parser.stop();
    }
};

} // namespace

std::string_view Attributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (without_prefix(*pair) == name)
            return pair[1];
    }
    return {};
}

bool Attributes::is_set(std::string_view name) const {
    const std::string_view value = (*this)[name];
    return value == "1" || value == "true" || value == "on";
}

std::optional<std::uint32_t> Attributes::number(std::string_view name) const {
    return whole_number((*this)[name]);
}

std::optional<std::uint32_t> whole_number(std::string_view digits) {
    constexpr std::size_t longest = 9;
    if (digits.empty() || digits.size() > longest)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        value = value * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    return value;
}

std::optional<Trouble> read_xml(Archive& archive, const std::string& name, XmlListener& listener) {
    Parser parser(listener);
    bool whole = true;
    const auto trouble = archive.read(name, [&](std::string_view piece) {
        whole = parser.feed(piece, false);
        return whole;
    });
    if (trouble)
        return trouble;
    if (whole)
        parser.feed({}, true);
    if (!parser.reason().empty())
        return Trouble{diag::Message::WorkbookDamaged, {name + ": " + parser.reason()}};
    return std::nullopt;
}

} // namespace tiaoli::sheets
