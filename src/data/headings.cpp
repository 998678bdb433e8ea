// Matches headings by name, other names and unit, after folding.
#include "headings.hpp"

#include "cell_text.hpp"
#include "heading_text.hpp"

#include <algorithm>

namespace tiaoli::data {

namespace {

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

/// How the headings of a field may read, made ready for comparing.
struct FieldNames {
    const model::Field& field;
    std::vector<Heading> names;
};

std::vector<FieldNames> names_for(const model::Schema& schema, const std::vector<model::FieldId>& fields) {
    std::vector<FieldNames> out;
    for (const model::FieldId id : fields) {
        out.push_back({schema.fields[id], {}});
        for (const std::string& name : names_of(schema.fields[id]))
            out.back().names.push_back(taken_apart(name));
    }
    return out;
}

/// A field that a heading names, with the unit that it states.
struct Claim {
    std::size_t at = 0;
    std::optional<ColumnUnit> stated = {};
};

/// A name declared with a unit is not met by the bare heading: 贷款金额 for 列名“贷款金额（万元）” would be a guess.
bool is_named(const FieldNames& field, const Heading& heading, Fit fit, const Claim& claim) {
    return std::any_of(field.names.begin(), field.names.end(), [&](const Heading& name) {
        return fit == Fit::Whole ? name.whole == heading.whole
                                 : claim.stated.has_value() && name.name == heading.name;
    });
}

std::optional<Claim> claim_of(const std::vector<FieldNames>& fields, std::string_view written) {
    const Heading heading = taken_apart(written);
    if (heading.whole.empty())
        return std::nullopt;
    for (const Fit fit : {Fit::Whole, Fit::BesideUnit}) {
        for (std::size_t at = 0; at < fields.size(); ++at) {
            const Claim claim{at, stated_unit(fields[at].field, heading.unit)};
            if (is_named(fields[at], heading, fit, claim))
                return claim;
        }
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
    Matcher(const model::Schema& schema, Draft& draft, const HeadingBlock& block)
        : schema_(schema), draft_(draft), block_(block), names_(names_for(schema, draft.fields)) {}

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
    const HeadingBlock& block_;
    std::vector<FieldNames> names_;

    bool claim(std::size_t column) {
        for (const std::string& written : block_.readings_of(column)) {
            if (const auto claimed = claim_of(names_, written)) {
                give(column, *claimed);
                return true;
            }
        }
        return false;
    }

    /// The heading's own unit, else that of the lines above the table, else the field's.
    ColumnUnit unit_of(const model::Field& field, const Claim& claim) const {
        if (claim.stated)
            return *claim.stated;
        const auto above = stated_unit(field, block_.unit_above);
        return above ? *above : declared_unit(field);
    }

    void give(std::size_t column, const Claim& claim) {
        const std::string& written = draft_.headings[column];
        const model::Field& field = schema_.fields[draft_.fields[claim.at]];
        DraftColumn& place = draft_.columns[claim.at];
        if (place.number == 0) {
            place = {number(column), written, unit_of(field, claim), static_cast<std::int32_t>(column)};
            return;
        }
        draft_.refuse(diag::Message::ColumnTwice, {place.heading, written, field.name}, block_.row,
                      number(column), written);
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
        const source::CellPlace place{draft_.file,    draft_.sheet, block_.row,
                                      number(column), written,      draft_.grid};
        const std::string shown = tidy(written).empty() ? nameless(column) : tidy(written);
        if (const auto near = meant(written, free)) {
            draft_.messages.add(diag::Message::ColumnUnclaimedNear, place, {shown, *near});
        } else {
            draft_.messages.add(diag::Message::ColumnUnclaimed, place, {shown});
        }
    }

    std::string nameless(std::size_t column) const {
        return "#" + (draft_.grid == source::Grid::Letters ? source::column_letters(number(column))
                                                           : std::to_string(number(column)));
    }

    void require(std::size_t at) {
        const model::Field& field = schema_.fields[draft_.fields[at]];
        const model::Record& record = schema_.records[draft_.record];
        const bool needed =
            field.absence == model::Absence::Required || draft_.fields[at] == record.day ||
            std::find(record.key.begin(), record.key.end(), draft_.fields[at]) != record.key.end();
        if (needed && draft_.columns[at].number == 0)
            draft_.refuse(diag::Message::ColumnMissing, {field.name}, block_.row);
    }
};

} // namespace

void match_headings(const model::Schema& schema, Draft& draft, const HeadingBlock& block,
                    const std::vector<bool>& used) {
    Matcher(schema, draft, block).run(used);
}

std::size_t fields_named(const model::Schema& schema, model::RecordId record,
                         const std::vector<std::string>& texts) {
    const std::vector<FieldNames> names = names_for(schema, schema.records[record].fields);
    std::vector<bool> named(names.size(), false);
    for (const std::string& text : texts) {
        if (const auto claimed = claim_of(names, text))
            named[claimed->at] = true;
    }
    return static_cast<std::size_t>(std::count(named.begin(), named.end(), true));
}

} // namespace tiaoli::data
