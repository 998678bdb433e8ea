// Reads sharedStrings.xml: plain and rich texts, without how they are pronounced.
#include "shared_strings.hpp"

#include "xml.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::sheets {

namespace {

constexpr std::size_t most_bytes = std::size_t{512} << 20;

class Listener : public XmlListener {
  public:
    explicit Listener(SharedStrings& strings) : strings_(strings) {}

    void open(std::string_view name, const Attributes&) override {
        if (name == "si")
            text_.clear();
        else if (name == "rPh")
            ++pronounced_;
        in_text_ = name == "t" && pronounced_ == 0;
    }
    void close(std::string_view name) override {
        in_text_ = false;
        if (name == "si")
            strings_.add(without_escapes(text_));
        else if (name == "rPh" && pronounced_ > 0)
            --pronounced_;
    }
    void text(std::string_view piece) override {
        if (in_text_)
            add_piece(text_, piece);
    }
    bool is_done() const override { return strings_.bytes() > most_bytes; }

  private:
    SharedStrings& strings_;
    std::string text_;
    std::uint32_t pronounced_ = 0;
    bool in_text_ = false;
};

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    if (at + 7 > text.size() || text.substr(at, 2) != "_x" || text[at + 6] != '_')
        return std::nullopt;
    char32_t code = 0;
    for (const char digit : text.substr(at + 2, 4)) {
        const std::size_t value = std::string_view("0123456789ABCDEF").find(digit);
        const std::size_t small = std::string_view("0123456789abcdef").find(digit);
        if (value == std::string_view::npos && small == std::string_view::npos)
            return std::nullopt;
        code = code * 16 + static_cast<char32_t>(std::min(value, small));
    }
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return surrogate || code == 0 ? std::nullopt : std::optional(code);
}

} // namespace

std::string without_escapes(std::string text) {
    if (text.find("_x") == std::string::npos)
        return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto code = escape_at(text, at)) {
            source::append_utf8(out, *code);
            at += 7;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::optional<Trouble> SharedStrings::read(Archive& archive, const std::string& name) {
    Listener listener(*this);
    const auto trouble = read_xml(archive, name, listener);
    if (!trouble && bytes_.size() > most_bytes)
        return Trouble{diag::Message::WorkbookBomb, {name}};
    return trouble;
}

std::string_view SharedStrings::operator[](std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

void SharedStrings::add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
}

} // namespace tiaoli::sheets
