// Finds the literals that begin at a place of a folded text.
#include "tiaoli/value/literal.hpp"

#include "chinese_numeral.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace tiaoli::value {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

struct ScannedNumber {
    Number number;
    std::size_t length = 0;
    bool digits = false;    ///< written in ASCII digits
    bool whole = false;     ///< without a decimal point
    std::size_t places = 0; ///< characters of the digits
};

ScannedNumber scan_digits(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) {
        ++length;
    }
    ScannedNumber scanned{{}, length, true, true, length};
    if (length + 1 < text.size() && text[length] == '.' && is_digit(text[length + 1])) {
        do {
            ++length;
        } while (length < text.size() && is_digit(text[length]));
        scanned.length = length;
        scanned.whole = false;
    }
    scanned.number = *Number::parse_decimal(text.substr(0, scanned.length));
    return scanned;
}

/// The numbers that `text` begins with: one in digits, or every Chinese numeral that is whole.
std::vector<ScannedNumber> scan_numbers(std::string_view text) {
    std::vector<ScannedNumber> found;
    if (!text.empty() && is_digit(text.front())) {
        found.push_back(scan_digits(text));
        return found;
    }
    for (std::size_t length = std::min<std::size_t>(chinese_numeral_length(text), 90); length > 0;
         length -= 3) {
        if (const auto number = parse_chinese_numeral(text.substr(0, length))) {
            found.push_back({*number, length, false, true, length / 3});
        }
    }
    return found;
}

std::optional<std::int32_t> small_whole(const Number& number) {
    const auto whole = number.to_int64();
    constexpr std::int64_t most = 1000000;
    return whole && *whole >= 0 && *whole <= most ? std::optional(static_cast<std::int32_t>(*whole))
                                                  : std::nullopt;
}

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<ScannedLiteral> run() {
        for (const ScannedNumber& number : scan_numbers(text_)) {
            after_number(number);
        }
        for (const auto& [prefix, unit] :
             {std::pair{"百分之", 100}, std::pair{"千分之", 1000}, std::pair{"万分之", 10000}}) {
            fraction_words(prefix, unit);
        }
        return sorted();
    }

  private:
    std::string_view text_;
    std::vector<ScannedLiteral> found_;

    void add(Literal literal, std::size_t length) {
        const auto size = static_cast<std::uint32_t>(length);
        const bool known = std::any_of(found_.begin(), found_.end(),
                                       [&](const auto& other) { return other.length == size; });
        if (!known && length > 0) {
            found_.push_back({std::move(literal), size});
        }
    }

    std::vector<ScannedLiteral> sorted() {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.length > b.length; });
        return std::move(found_);
    }

    void after_number(const ScannedNumber& number) {
        const std::string_view rest = text_.substr(number.length);
        dates(number);
        money(number, rest);
        ratios(number, rest);
        durations(number);
        for (std::string_view unit : {"人", "笔", "户", "家", "次", "件", "项", "个"}) {
            if (rest.starts_with(unit) && number.whole) {
                add(NumberLiteral{number.number}, number.length + unit.size());
            }
        }
        add(NumberLiteral{number.number}, number.length);
    }

    void money(const ScannedNumber& number, std::string_view rest) {
        static constexpr std::pair<std::string_view, std::int64_t> units[] = {{"元", 1},
                                                                              {"万元", 10000},
                                                                              {"亿元", 100000000},
                                                                              {"百万元", 1000000},
                                                                              {"千万元", 10000000},
                                                                              {"千元", 1000},
                                                                              {"万亿元", 1000000000000}};
        for (const auto& [unit, factor] : units) {
            if (rest.starts_with(unit)) {
                const bool round = rest.substr(unit.size()).starts_with("整");
                add(MoneyLiteral{number.number * Number(factor)},
                    number.length + unit.size() + (round ? 3 : 0));
            }
        }
    }

    void ratios(const ScannedNumber& number, std::string_view rest) {
        if (rest.starts_with("%")) {
            add(RatioLiteral{number.number / Number(100)}, number.length + 1);
        } else if (rest.starts_with("‰")) {
            add(RatioLiteral{number.number / Number(1000)}, number.length + std::string_view("‰").size());
        } else if (rest.starts_with("个百分点")) {
            add(PointsLiteral{number.number / Number(100)},
                number.length + std::string_view("个百分点").size());
        } else if (rest.starts_with("成")) {
            tenths(number, rest.substr(3));
        }
    }

    /// 四成, 四成五.
    void tenths(const ScannedNumber& number, std::string_view rest) {
        const Number tenth = Number::fraction(1, 10);
        const std::size_t length = number.length + 3;
        for (const ScannedNumber& more : scan_numbers(rest)) {
            if (more.whole && more.places == 1) {
                add(RatioLiteral{number.number * tenth + more.number * Number::fraction(1, 100)},
                    length + more.length);
            }
        }
        add(RatioLiteral{number.number * tenth}, length);
    }

    void fraction_words(std::string_view prefix, int unit) {
        if (text_.starts_with(prefix)) {
            for (const ScannedNumber& number : scan_numbers(text_.substr(prefix.size()))) {
                add(RatioLiteral{number.number / Number(unit)}, prefix.size() + number.length);
            }
        }
    }

    static bool is_year(const ScannedNumber& number) { return number.whole && number.places == 4; }

    void dates(const ScannedNumber& year) {
        if (!is_year(year) || (!year.digits && year.number < Number(1000))) {
            return;
        }
        for (const auto& [first, second, last] : {std::tuple{"年", "月", "日"}, std::tuple{"-", "-", ""},
                                                  std::tuple{"/", "/", ""}, std::tuple{".", ".", ""}}) {
            date_with(year, first, second, last);
        }
    }

    void date_with(const ScannedNumber& year, std::string_view first, std::string_view second,
                   std::string_view last) {
        const std::string_view after_year = text_.substr(year.length);
        if (!after_year.starts_with(first)) {
            return;
        }
        for (const ScannedNumber& month : scan_numbers(after_year.substr(first.size()))) {
            const std::string_view after_month = after_year.substr(first.size() + month.length);
            if (!after_month.starts_with(second)) {
                continue;
            }
            for (const ScannedNumber& day : scan_numbers(after_month.substr(second.size()))) {
                const std::string_view after_day = after_month.substr(second.size() + day.length);
                if (after_day.starts_with(last)) {
                    const std::size_t length = text_.size() - after_day.size() + last.size();
                    add_date(year.number, month.number, day.number, length);
                }
            }
        }
    }

    void add_date(const Number& year, const Number& month, const Number& day, std::size_t length) {
        const auto y = small_whole(year);
        const auto m = small_whole(month);
        const auto d = small_whole(day);
        const auto date = y && m && d ? Date::from_ymd(*y, *m, *d) : std::nullopt;
        if (date) {
            add(DateLiteral{*date}, length);
        } else {
            add(BadDateLiteral{std::string(text_.substr(0, length))}, length);
        }
    }

    /// 1年, 6个月, 5日, 10个工作日, and sums of them (一年六个月). Four digits and 年 are a year, no duration.
    void durations(const ScannedNumber& first) {
        Duration total;
        std::size_t at = 0;
        int smallest = 0;
        for (ScannedNumber number = first; number.length > 0;) {
            const auto unit = duration_unit(number, text_.substr(at + number.length));
            if (!unit || unit->rank <= smallest || (at == 0 && is_year(number) && unit->rank == 1)) {
                return;
            }
            smallest = unit->rank;
            total = total + unit->duration;
            at += number.length + unit->length;
            add(DurationLiteral{total}, at);
            const auto next = scan_numbers(text_.substr(at));
            if (next.empty() || unit->rank == 4) {
                return;
            }
            number = next.front();
        }
    }

    struct Unit {
        int rank;
        std::size_t length;
        Duration duration;
    };
    static std::optional<Unit> duration_unit(const ScannedNumber& number, std::string_view rest) {
        const auto count = small_whole(number.number);
        if (!count) {
            return std::nullopt;
        }
        static constexpr std::tuple<std::string_view, int, Duration> units[] = {
            {"年", 1, {12, 0, 0}},    {"个月", 2, {1, 0, 0}}, {"个工作日", 4, {0, 0, 1}},
            {"工作日", 4, {0, 0, 1}}, {"日", 3, {0, 1, 0}},   {"天", 3, {0, 1, 0}}};
        for (const auto& [text, rank, one] : units) {
            if (rest.starts_with(text)) {
                return Unit{
                    rank, text.size(), {one.months * *count, one.days * *count, one.workdays * *count}};
            }
        }
        return std::nullopt;
    }
};

} // namespace

std::vector<ScannedLiteral> scan_literals(std::string_view folded, std::size_t offset) {
    return Scanner(folded.substr(offset)).run();
}

} // namespace tiaoli::value
