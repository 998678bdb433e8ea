// Reads the codes of number formats.
#include "number_format.hpp"

#include <algorithm>

namespace tiaoli::sheets {

namespace {

using Kind = NumberFormat::Kind;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Signs of our own money say nothing that a bare number does not.
bool is_yuan(std::string_view word) { return is_one_of(word, {"", "¥", "￥", "CNY", "RMB", "人民币"}); }

bool is_unit(std::string_view word) {
    return is_one_of(word, {"元", "千元", "万元", "百万元", "亿元", "万", "亿", "%",      "％",
                            "‰",  "成",   "人",   "笔",     "户",   "家", "次", "件",     "项",
                            "个", "名",   "年",   "个月",   "月",   "天", "日", "工作日", "个工作日"});
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    const std::size_t last = text.find_last_not_of(' ');
    return first == std::string_view::npos ? std::string{}
                                           : std::string(text.substr(first, last - first + 1));
}

class CodeReader {
  public:
    explicit CodeReader(std::string_view code) : code_(code) {}

    NumberFormat run() {
        if (code_ == "General" || code_ == "@" || code_.empty())
            return {};
        while (at_ < code_.size() && code_[at_] != ';')
            step();
        return finished();
    }

  private:
    std::string_view code_;
    std::size_t at_ = 0;
    std::string digits_;  ///< 0 # ? . , in order
    std::string before_;  ///< literals before the first digit
    std::string behind_;  ///< literals since the last digit
    std::string letters_; ///< y m d h s a e, in order, each once in a run
    bool percent_ = false;
    bool point_among_digits_ = false;

    void literal(std::string_view text) {
        if (digits_.empty())
            before_ += text;
        else
            behind_ += text;
    }

    void step() {
        const char byte = code_[at_];
        if (byte == '"') {
            quoted();
        } else if (byte == '[') {
            bracketed();
        } else if ((byte == '\\' || byte == '!') && at_ + 1 < code_.size()) {
            escaped();
        } else if ((byte == '_' || byte == '*') && at_ + 1 < code_.size()) {
            at_ += 2; // a gap as wide as the next character, or the next character repeated
        } else if (take_word("AM/PM") || take_word("A/P") || take_word("上午/下午")) {
            return;
        } else if (take_word("General") || take_word("G/通用格式")) {
            digits_ += '#';
        } else {
            plain(byte);
            ++at_;
        }
    }

    bool take_word(std::string_view word) {
        if (!code_.substr(at_).starts_with(word))
            return false;
        at_ += word.size();
        return true;
    }

    void quoted() {
        const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
        literal(code_.substr(at_ + 1, end - at_ - 1));
        at_ = std::min(end + 1, code_.size());
    }

    void escaped() {
        const char next = code_[at_ + 1];
        point_among_digits_ = point_among_digits_ || (next == '.' && !digits_.empty());
        std::size_t length = 1;
        while (at_ + 1 + length < code_.size() &&
               (static_cast<unsigned char>(code_[at_ + 1 + length]) & 0xC0) == 0x80)
            ++length;
        literal(code_.substr(at_ + 1, length));
        at_ += 1 + length;
    }

    /// A colour, a condition, a language, a currency [$￥-804] or a running time [h].
    void bracketed() {
        const std::size_t end = std::min(code_.find(']', at_), code_.size());
        const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
        if (inside.starts_with("$"))
            literal(inside.substr(1, inside.find('-') == std::string_view::npos ? inside.size()
                                                                                : inside.find('-') - 1));
        else if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
            letters_ += 'h';
        at_ = std::min(end + 1, code_.size());
    }

    void plain(char byte) {
        const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        const bool exponent =
            lower == 'e' && at_ + 1 < code_.size() && (code_[at_ + 1] == '+' || code_[at_ + 1] == '-');
        if (std::string_view("0#?.,").find(byte) != std::string_view::npos) {
            digits_ += byte;
            behind_.clear();
        } else if (byte == '%') {
            percent_ = true;
        } else if (!exponent && std::string_view("ymdhsae").find(lower) != std::string_view::npos) {
            if (letters_.empty() || letters_.back() != lower)
                letters_ += lower;
        } else {
            literal({&code_[at_], 1});
        }
    }

    bool has(char letter) const { return letters_.find(letter) != std::string::npos; }

    Kind kind_of_day() const {
        const bool year = has('y') || has('e');
        const bool time = has('h') || has('s');
        const bool month = has('m');
        if (!year && !has('d') && !has('a'))
            return time ? Kind::Time : month ? Kind::Month : Kind::Plain;
        if (time)
            return Kind::Moment;
        if (year && !has('d'))
            return month ? Kind::Month : Kind::Year;
        return year || !month ? Kind::Day : Kind::MonthDay;
    }

    NumberFormat finished() const {
        const bool date = !letters_.empty() && digits_.find_first_of("#?") == std::string::npos;
        if (date && kind_of_day() != Kind::Plain)
            return {kind_of_day()};
        NumberFormat format;
        const std::size_t last = digits_.find_last_of("0#?");
        const bool comma_behind = last != std::string::npos && digits_.find(',', last) != std::string::npos;
        if (comma_behind || point_among_digits_)
            format.kind = Kind::Scaled;
        else if (percent_)
            format.kind = Kind::Percent;
        const std::string behind = trimmed(behind_);
        const std::string before = trimmed(before_);
        const bool padded = digits_.size() > 1 && digits_.find_first_not_of('0') == std::string::npos;
        format.least_digits = padded ? digits_.size() : 0;
        if (padded || is_unit(behind))
            format.behind = behind;
        if (padded || before.find('$') != std::string::npos || before.find("€") != std::string::npos ||
            before.find("£") != std::string::npos || before.find("US") != std::string::npos)
            format.before = is_yuan(before) ? std::string{} : before;
        return format;
    }
};

} // namespace

NumberFormat format_of_code(std::string_view code) { return CodeReader(code).run(); }

NumberFormat built_in_format(std::uint32_t id) {
    constexpr std::uint32_t days[] = {14, 15, 30, 31};
    constexpr std::uint32_t months[] = {17, 27, 36, 50, 52, 57};
    constexpr std::uint32_t month_days[] = {16, 28, 29, 51, 53, 54, 58};
    const auto is_among = [id](const auto& ids) {
        return std::find(std::begin(ids), std::end(ids), id) != std::end(ids);
    };
    if (id == 9 || id == 10)
        return {Kind::Percent};
    if (is_among(days))
        return {Kind::Day};
    if (is_among(months))
        return {Kind::Month};
    if (is_among(month_days))
        return {Kind::MonthDay};
    if (id == 22)
        return {Kind::Moment};
    const bool time =
        (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
    return {time ? Kind::Time : Kind::Plain};
}

} // namespace tiaoli::sheets
