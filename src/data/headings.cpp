// Matches headings by name, other names and unit, after folding.
#include "headings.hpp"

#include "cell_text.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::data {

namespace {

using model::TypeKind;
using value::Number;

struct Unit {
    std::string_view word;
    TypeKind kind;
    std::int64_t times;
    std::int64_t parts;
};
constexpr auto units = std::to_array<Unit>({
    {"元", TypeKind::Money, 1, 1},
    {"千元", TypeKind::Money, 1000, 1},
    {"万元", TypeKind::Money, 10000, 1},
    {"百万元", TypeKind::Money, 1000000, 1},
    {"亿元", TypeKind::Money, 100000000, 1},
    {"%", TypeKind::Ratio, 1, 100},
    {"‰", TypeKind::Ratio, 1, 1000},
});
constexpr std::array<std::string_view, 10> counters = {"人", "笔", "户", "家", "次",
                                                       "件", "项", "个", "名", "年"};

/// A heading, squeezed, taken apart into what it names and the unit in parentheses at its end.
struct Heading {
    std::string whole;
    std::string name;
    std::string unit; ///< empty: none
};

Heading taken_apart(std::string_view written) {
    Heading heading{squeezed(written), {}, {}};
    heading.name = heading.whole;
    const std::string& text = heading.whole;
    const bool round = text.ends_with(')');
    const std::size_t open = round                 ? text.rfind('(')
                             : text.ends_with(']') ? text.rfind('[')
                                                   : std::string::npos;
    if (open == std::string::npos || open == 0)
        return heading;
    std::string_view inside = std::string_view(text).substr(open + 1, text.size() - open - 2);
    take_beginning(inside, "单位:");
    heading.unit = inside;
    heading.name = text.substr(0, open);
    return heading;
}

/// The unit that the heading states for a field of this type; nothing when it is none of the type's.
std::optional<ColumnUnit> stated_unit(const model::Field& field, const std::string& word) {
    for (const Unit& unit : units) {
        if (unit.word == word && unit.kind == field.type.kind)
            return ColumnUnit{Number::fraction(unit.times, unit.parts), word};
    }
    const bool counts = field.type.kind == TypeKind::Integer || field.type.kind == TypeKind::Number;
    if (counts && std::find(counters.begin(), counters.end(), word) != counters.end())
        return ColumnUnit{};
    return std::nullopt;
}

/// The names that a field's column may have.
std::vector<std::string> names_of(const model::Field& field) {
    std::vector<std::string> names{field.name};
    names.insert(names.end(), field.columns.begin(), field.columns.end());
    return names;
}

enum class Fit : std::uint8_t {
    Whole,      ///< the heading is one of the field's names
    BesideUnit, ///< it is one of them but for a unit in parentheses, which it states
};

/// The unit of the field's numbers when this heading is the field's; nothing when it is not. A name declared with a unit is
/// not met by the bare heading: 贷款金额 for 列名“贷款金额（万元）” would be a guess.
std::optional<ColumnUnit> unit_when_named(const model::Field& field, const Heading& heading, Fit fit) {
    const std::optional<ColumnUnit> stated = stated_unit(field, heading.unit);
    for (const std::string& name : names_of(field)) {
        if (fit == Fit::Whole && squeezed(name) == heading.whole)
            return stated ? stated : declared_unit(field);
        if (fit == Fit::BesideUnit && stated && taken_apart(name).name == heading.name)
            return stated;
    }
    return std::nullopt;
}

/// The one of `names` that a heading without a field may have meant: the same but for the unit, or the nearest.
std::optional<std::string> meant(const std::string& written, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (taken_apart(name).name == taken_apart(written).name)
            return name;
    }
    return nearest(written, names);
}

class Matcher {
  public:
    Matcher(const model::Schema& schema, Draft& draft, std::uint32_t row)
        : schema_(schema), draft_(draft), row_(row) {}

    void run(const std::vector<bool>& used) {
        std::vector<std::size_t> unclaimed;
        for (std::size_t column = 0; column < draft_.headings.size(); ++column) {
            if (!claim(column))
                unclaimed.push_back(column);
        }
        for (const std::size_t column : unclaimed) {
            if (!squeezed(draft_.headings[column]).empty() || used[column])
                say_unclaimed(column);
        }
        for (std::size_t at = 0; at < draft_.fields.size(); ++at)
            require(at);
    }

  private:
    const model::Schema& schema_;
    Draft& draft_;
    std::uint32_t row_;

    bool claim(std::size_t column) {
        const Heading heading = taken_apart(draft_.headings[column]);
        if (heading.whole.empty())
            return false;
        for (const Fit fit : {Fit::Whole, Fit::BesideUnit}) {
            for (std::size_t at = 0; at < draft_.fields.size(); ++at) {
                const auto unit = unit_when_named(schema_.fields[draft_.fields[at]], heading, fit);
                if (unit) {
                    give(column, at, *unit);
                    return true;
                }
            }
        }
        return false;
    }

    void give(std::size_t column, std::size_t at, const ColumnUnit& unit) {
        const std::string& written = draft_.headings[column];
        DraftColumn& place = draft_.columns[at];
        if (place.number == 0) {
            place = {number(column), written, unit};
            return;
        }
        const std::string& name = schema_.fields[draft_.fields[at]].name;
        draft_.refuse(diag::Message::ColumnTwice, {place.heading, written, name}, row_, number(column),
                      written);
    }

    static std::uint32_t number(std::size_t column) { return static_cast<std::uint32_t>(column + 1); }

    void say_unclaimed(std::size_t column) {
        std::vector<std::string> free;
        for (std::size_t at = 0; at < draft_.fields.size(); ++at) {
            const auto names = names_of(schema_.fields[draft_.fields[at]]);
            if (draft_.columns[at].number == 0)
                free.insert(free.end(), names.begin(), names.end());
        }
        const std::string& written = draft_.headings[column];
        const source::CellPlace place{draft_.file, "", row_, number(column), written};
        const std::string shown =
            tidy(written).empty() ? "#" + std::to_string(number(column)) : tidy(written);
        if (const auto near = meant(written, free)) {
            draft_.messages.add(diag::Message::ColumnUnclaimedNear, place, {shown, *near});
        } else {
            draft_.messages.add(diag::Message::ColumnUnclaimed, place, {shown});
        }
    }

    void require(std::size_t at) {
        const model::Field& field = schema_.fields[draft_.fields[at]];
        const model::Record& record = schema_.records[draft_.record];
        const bool needed =
            field.absence == model::Absence::Required || draft_.fields[at] == record.day ||
            std::find(record.key.begin(), record.key.end(), draft_.fields[at]) != record.key.end();
        if (needed && draft_.columns[at].number == 0)
            draft_.refuse(diag::Message::ColumnMissing, {field.name}, row_);
    }
};

} // namespace

void match_headings(const model::Schema& schema, Draft& draft, std::uint32_t row,
                    const std::vector<bool>& used) {
    Matcher(schema, draft, row).run(used);
}

} // namespace tiaoli::data
