// Keeps running totals as sums up to each entry, so that any moment can be asked about.
#include "split_ledger.hpp"

#include <algorithm>

namespace tiaoli::interp {

SplitLedger::Ratios SplitLedger::ratios_of(const Split& split) {
    Ratios ratios;
    for (const SplitPart& part : split.parts)
        ratios.emplace_back(part.field, part.ratio.value_or(value::Number{1}));
    std::sort(ratios.begin(), ratios.end());
    return ratios;
}

namespace {

/// Where the part stands among sorted ratios.
template <class Ratios> std::ptrdiff_t place_of(const Ratios& ratios, model::FieldId part) {
    const auto found =
        std::find_if(ratios.begin(), ratios.end(), [&](const auto& each) { return each.first == part; });
    return found == ratios.end() ? -1 : found - ratios.begin();
}

} // namespace

/// All that the part got up to an entry, whatever the ratios were.
value::Number SplitLedger::ever(const Line& line, std::ptrdiff_t entry, model::FieldId part) {
    value::Number sum = 0;
    for (; entry >= 0; entry = line.entries[static_cast<std::size_t>(entry)].before_change) {
        const Entry& each = line.entries[static_cast<std::size_t>(entry)];
        if (const std::ptrdiff_t at = place_of(*each.ratios, part); at >= 0)
            sum = sum + each.had[static_cast<std::size_t>(at)];
    }
    return sum;
}

std::optional<model::RowRef> SplitLedger::look_back(const SplitGroup& group, const Moment& moment,
                                                    Split& split) const {
    const auto lines = groups_.find(group);
    if (lines == groups_.end())
        return std::nullopt;
    const auto is_earlier = [&](const std::optional<Doubt>& doubt) {
        return doubt && doubt->moment < moment;
    };
    if (is_earlier(lines->second.doubt))
        return lines->second.doubt->row;
    const auto found = lines->second.by_keys.find(*split.keys);
    if (found == lines->second.by_keys.end())
        return std::nullopt;
    const Line& line = found->second;
    if (is_earlier(line.doubt))
        return line.doubt->row;
    const auto end = std::lower_bound(line.entries.begin(), line.entries.end(), moment,
                                      [](const Entry& entry, const Moment& at) { return entry.moment < at; });
    if (end == line.entries.begin())
        return std::nullopt;
    const std::ptrdiff_t last = end - line.entries.begin() - 1;
    const Entry& entry = line.entries[static_cast<std::size_t>(last)];
    const bool goes_on = *entry.ratios == ratios_of(split);
    split.restarted = !goes_on;
    split.before = goes_on ? entry.total : value::Number{0};
    for (SplitPart& part : split.parts) {
        part.ever = ever(line, last, part.field);
        if (goes_on)
            part.had = entry.had[static_cast<std::size_t>(place_of(*entry.ratios, part.field))];
    }
    return std::nullopt;
}

void SplitLedger::add(const SplitGroup& group, const Moment& moment, const Split& split) {
    if (!split.keys)
        return;
    std::vector<Entry>& entries = groups_[group].by_keys[*split.keys].entries;
    const Ratios* ratios = &*ratios_.insert(ratios_of(split)).first;
    Entry entry{moment, ratios, split.amount, std::vector<value::Number>(ratios->size()), -1};
    for (const SplitPart& part : split.parts)
        entry.had[static_cast<std::size_t>(place_of(*ratios, part.field))] = part.share;
    if (!entries.empty()) {
        const Entry& last = entries.back();
        if (last.ratios == ratios) {
            entry.total = last.total + split.amount;
            entry.before_change = last.before_change;
            for (std::size_t at = 0; at < entry.had.size(); ++at)
                entry.had[at] = last.had[at] + entry.had[at];
        } else {
            entry.before_change = static_cast<std::ptrdiff_t>(entries.size()) - 1;
        }
    }
    entries.push_back(std::move(entry));
}

void SplitLedger::doubt(const SplitGroup& group, const Moment& moment, model::RowRef row,
                        const std::optional<KeyValues>& keys) {
    Lines& lines = groups_[group];
    std::optional<Doubt>& held = keys ? lines.by_keys[*keys].doubt : lines.doubt;
    if (!held || moment < held->moment)
        held = Doubt{moment, row};
}

} // namespace tiaoli::interp
