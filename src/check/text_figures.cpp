// Finds the figures in the words of a law: amounts, ratios, days, lengths of time, counts, and the words that make bounds of them.
#include "figure.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/source/characters.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::check {

namespace {

using Words = std::string_view;

struct BoundWord {
    Words words;
    Bound bound;
};
/// Longer ones first where one begins or ends like another.
constexpr std::array before_words{
    BoundWord{"不得超过", Bound::AtMost},  BoundWord{"不得高于", Bound::AtMost},
    BoundWord{"不得大于", Bound::AtMost},  BoundWord{"不得多于", Bound::AtMost},
    BoundWord{"不超过", Bound::AtMost},    BoundWord{"不高于", Bound::AtMost},
    BoundWord{"不大于", Bound::AtMost},    BoundWord{"不多于", Bound::AtMost},
    BoundWord{"不晚于", Bound::AtMost},    BoundWord{"不迟于", Bound::AtMost},
    BoundWord{"最高", Bound::AtMost},      BoundWord{"最多", Bound::AtMost},
    BoundWord{"至多", Bound::AtMost},      BoundWord{"上限为", Bound::AtMost},
    BoundWord{"不得低于", Bound::AtLeast}, BoundWord{"不得少于", Bound::AtLeast},
    BoundWord{"不得小于", Bound::AtLeast}, BoundWord{"不低于", Bound::AtLeast},
    BoundWord{"不少于", Bound::AtLeast},   BoundWord{"不小于", Bound::AtLeast},
    BoundWord{"不早于", Bound::AtLeast},   BoundWord{"未达到", Bound::Less},
    BoundWord{"达到", Bound::AtLeast},     BoundWord{"至少", Bound::AtLeast},
    BoundWord{"最低", Bound::AtLeast},     BoundWord{"最少", Bound::AtLeast},
    BoundWord{"下限为", Bound::AtLeast},   BoundWord{"不满", Bound::Less},
    BoundWord{"未满", Bound::Less},        BoundWord{"不足", Bound::Less},
    BoundWord{"低于", Bound::Less},        BoundWord{"少于", Bound::Less},
    BoundWord{"小于", Bound::Less},        BoundWord{"超过", Bound::Greater},
    BoundWord{"高于", Bound::Greater},     BoundWord{"大于", Bound::Greater},
    BoundWord{"多于", Bound::Greater},     BoundWord{"超出", Bound::Greater},
    BoundWord{"满", Bound::AtLeast}};
constexpr std::array after_words{BoundWord{"(含)以下", Bound::AtMost}, BoundWord{"(含)以上", Bound::AtLeast},
                                 BoundWord{"以下(不含", Bound::Less},  BoundWord{"以上(不含", Bound::Greater},
                                 BoundWord{"及以下", Bound::AtMost},   BoundWord{"及以上", Bound::AtLeast},
                                 BoundWord{"以下", Bound::AtMost},     BoundWord{"以内", Bound::AtMost},
                                 BoundWord{"之内", Bound::AtMost},     BoundWord{"内", Bound::AtMost},
                                 BoundWord{"以上", Bound::AtLeast}};

constexpr Words numerals = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";
constexpr std::size_t wide = 3; ///< bytes of a Chinese character

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool starts_numeral(Words text) {
    const std::size_t place = text.size() < wide ? Words::npos : numerals.find(text.substr(0, wide));
    return place != Words::npos && place % wide == 0;
}

class TextFigures {
  public:
    TextFigures(Words text, source::Span at) : at_(at) {
        const source::Folded folded = source::fold_with_offsets(text, at.begin);
        for (std::size_t index = 0; index < folded.text.size();) {
            const source::Character character = source::decode(folded.text, index);
            for (std::size_t byte = 0; byte < character.length && !is_blank(character); ++byte) {
                text_ += folded.text[index + byte];
                offsets_.push_back(folded.offsets[index + byte]);
            }
            index += character.length;
        }
        offsets_.push_back(folded.offsets.back());
        drop_thousands_signs();
    }

    std::vector<Figure> run() {
        for (std::size_t at = 0; at < text_.size();) {
            at += step(at);
        }
        return std::move(found_);
    }

  private:
    source::Span at_;
    std::string text_;                   ///< folded, without blanks
    std::vector<std::uint32_t> offsets_; ///< where each of its bytes stands in the source
    std::vector<Figure> found_;
    std::size_t last_end_ = 0; ///< of the last figure: a bound word before it is not ours

    static bool is_blank(const source::Character& character) {
        return source::is_blank(character.code) || character.code == U'\n' || character.code == U'\r';
    }
    /// 1,000万元 is one number.
    void drop_thousands_signs() {
        for (std::size_t at = 1; at + 3 < text_.size(); ++at) {
            const bool is_group =
                is_digit_at(at + 1) && is_digit_at(at + 2) && is_digit_at(at + 3) && !is_digit_at(at + 4);
            if (text_[at] == ',' && is_digit_at(at - 1) && is_group) {
                text_.erase(at, 1);
                offsets_.erase(offsets_.begin() + static_cast<std::ptrdiff_t>(at));
            }
        }
    }
    Words rest(std::size_t at) const { return Words(text_).substr(at); }
    bool is_digit_at(std::size_t at) const { return at < text_.size() && is_digit(text_[at]); }
    Words before(std::size_t at) const { return Words(text_).substr(0, at); }

    /// Takes what stands at `at`, and says how far to go on.
    std::size_t step(std::size_t at) {
        const Words here = rest(at);
        if (here.starts_with("《")) {
            return past(at, "》");
        }
        if (here.starts_with("〔")) {
            return past(at, "号");
        }
        if (!is_digit(here.front()) && !starts_numeral(here) && !here.starts_with("百分之")) {
            return source::decode(text_, at).length;
        }
        const std::size_t run = numeral_length(at);
        if (before(at).ends_with("第") || (at > 0 && (is_letter(text_[at - 1]) || text_[at - 1] == '.'))) {
            return run;
        }
        for (const std::size_t length : {month_day(at), part_of(at), times(at), literal(at, run)}) {
            if (length > 0) {
                return length;
            }
        }
        return run;
    }

    /// To behind the closing sign; one character where there is none.
    std::size_t past(std::size_t at, Words sign) const {
        const std::size_t close = text_.find(sign, at);
        return close == std::string::npos ? wide : close + sign.size() - at;
    }

    std::size_t numeral_length(std::size_t at) const {
        std::size_t length = 0;
        if (is_digit(text_[at])) {
            while (is_digit_at(at + length) || (text_[at + length] == '.' && is_digit_at(at + length + 1))) {
                ++length;
            }
            return length;
        }
        while (starts_numeral(rest(at + length))) {
            length += wide;
        }
        return std::max<std::size_t>(length, wide);
    }

    std::optional<value::Number> numeral(std::size_t at, std::size_t length) const {
        const Words text = Words(text_).substr(at, length);
        return is_digit(text.front()) ? value::Number::parse_decimal(text)
                                      : value::parse_chinese_numeral(text);
    }

    std::optional<int> small(std::size_t at, std::size_t length) const {
        const auto number = length > 0 ? numeral(at, length) : std::nullopt;
        const auto whole = number ? number->to_int64() : std::nullopt;
        return whole && *whole > 0 && *whole < 32 ? std::optional(static_cast<int>(*whole)) : std::nullopt;
    }

    /// 3月31日, in any year.
    std::size_t month_day(std::size_t at) {
        const std::size_t first = numeral_length(at);
        const auto month = small(at, first);
        const std::size_t next = at + first + wide;
        if (!month || !rest(at + first).starts_with("月") || next >= text_.size()) {
            return 0;
        }
        const bool is_number = is_digit(text_[next]) || starts_numeral(rest(next));
        const std::size_t second = is_number ? numeral_length(next) : 0;
        const auto day = small(next, second);
        if (!day || !rest(next + second).starts_with("日")) {
            return 0;
        }
        return add(at, first + wide + second + wide, MonthDay{*month, *day});
    }

    /// 三分之二.
    std::size_t part_of(std::size_t at) {
        constexpr Words sign = "分之";
        const std::size_t first = numeral_length(at);
        const std::size_t next = at + first + sign.size();
        if (!rest(at + first).starts_with(sign) || next >= text_.size() || !starts_numeral(rest(next))) {
            return 0;
        }
        const std::size_t second = numeral_length(next);
        const auto whole = numeral(at, first);
        const auto part = numeral(next, second);
        if (!whole || !part || whole->is_zero()) {
            return 0;
        }
        return add(at, first + sign.size() + second, value::RatioLiteral{*part / *whole});
    }

    /// 两倍, 1.4倍, 一半.
    std::size_t times(std::size_t at) {
        if (rest(at).starts_with("一半")) {
            return add(at, wide * 2, value::RatioLiteral{value::Number::fraction(1, 2)});
        }
        const std::size_t length = numeral_length(at);
        const auto number = rest(at + length).starts_with("倍") ? numeral(at, length) : std::nullopt;
        return number ? add(at, length + wide, value::RatioLiteral{*number}) : 0;
    }

    std::size_t literal(std::size_t at, std::size_t run) {
        for (const value::ScannedLiteral& scanned : value::scan_literals(text_, at)) {
            if (scanned.length < run) {
                break; // a part of a numeral says something else
            }
            const auto amount = amount_of(scanned, at);
            if (amount) {
                return add(at, scanned.length, *amount);
            }
        }
        return 0;
    }

    std::optional<Figure::Amount> amount_of(const value::ScannedLiteral& scanned, std::size_t at) const {
        using Found = std::optional<Figure::Amount>;
        return base::match(
            scanned.literal, [](const value::MoneyLiteral& money) { return Found{money}; },
            [&](const value::RatioLiteral& ratio) {
                return is_tenths_by_chance(at, scanned.length) ? Found{} : Found{ratio};
            },
            [](const value::PointsLiteral& points) { return Found{value::RatioLiteral{points.ratio}}; },
            [&](const value::NumberLiteral& plain) {
                return is_number(at, scanned.length, plain.number) ? Found{PlainNumber{plain.number}}
                                                                   : Found{};
            },
            [](const value::DateLiteral& day) { return Found{day.date}; },
            [](const value::DurationLiteral& length) { return Found{length.duration}; },
            [](const value::BadDateLiteral&) { return Found{}; });
    }

    /// 由三成员组成, 十一成立: no ratio.
    bool is_tenths_by_chance(std::size_t at, std::size_t length) const {
        const Words next = rest(at + length);
        const std::array follow{"员", "立", "果", "本", "为", "功", "交", "套", "熟", "分"};
        return rest(at).substr(0, length).ends_with("成") &&
               std::any_of(follow.begin(), follow.end(), [&](Words word) { return next.starts_with(word); });
    }

    /// Digits count, but for years, months, numbers of documents and parts of them; Chinese numerals with a word of count, 一个 only
    /// where it is bounded.
    bool is_number(std::size_t at, std::size_t length, const value::Number& number) const {
        const Words next = rest(at + length);
        const std::array not_counted{"年", "月", "日", "号", "条", "款", "章", "期", "〕", "]", "/", "-"};
        if (std::any_of(not_counted.begin(), not_counted.end(),
                        [&](Words word) { return next.starts_with(word); })) {
            return false;
        }
        if (is_digit(text_[at])) {
            return true;
        }
        const bool has_unit = length > numeral_length(at);
        return has_unit && (number > value::Number(1) || bound_at(at, length).bound != Bound::None);
    }

    struct FoundBound {
        Bound bound = Bound::None;
        std::size_t begin = 0; ///< of the figure with its bound word, where they touch
        std::size_t end = 0;
    };

    FoundBound bound_at(std::size_t at, std::size_t length) const {
        FoundBound found{Bound::None, at, at + length};
        for (const BoundWord& word : after_words) {
            if (rest(at + length).starts_with(word.words)) {
                found.bound = word.bound;
                found.end += word.words.size();
                return found;
            }
        }
        // The word may stand some way before: 不超过其注册资本的40%.
        std::size_t from = std::max(last_end_, at - std::min<std::size_t>(at, wide * 12));
        for (const Words sign : {"。", "、", ",", ";", ":", "或者"}) {
            const std::size_t stop = before(at).rfind(sign);
            from = stop == Words::npos ? from : std::max(from, stop + sign.size());
        }
        const Words clause = from < at ? Words(text_).substr(from, at - from) : Words{};
        std::size_t best = Words::npos;
        for (const BoundWord& word : before_words) {
            const std::size_t place = clause.rfind(word.words);
            const std::size_t end = place == Words::npos ? 0 : place + word.words.size();
            if (end > 0 && (best == Words::npos || end > best)) {
                best = end;
                found.bound = word.bound;
                found.begin = end == clause.size() ? from + place : at;
            }
        }
        return found;
    }

    std::size_t add(std::size_t at, std::size_t length, Figure::Amount amount) {
        const FoundBound bound = bound_at(at, length);
        Figure figure{std::move(amount),
                      bound.bound,
                      Voice::Demand,
                      {at_.source, offsets_[at], offsets_[at + length]},
                      text_.substr(bound.begin, bound.end - bound.begin)};
        const Words next = rest(bound.end);
        if (next.starts_with("的") || next.starts_with("时")) {
            figure.voice = Voice::Case;
        }
        last_end_ = at + length;
        found_.push_back(std::move(figure));
        return length;
    }
};

} // namespace

std::vector<Figure> figures_of_text(std::string_view text, source::Span at) {
    return TextFigures(text, at).run();
}

} // namespace tiaoli::check
