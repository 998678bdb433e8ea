// Keeps running totals as sums up to each entry, so that any moment can be asked about.
#include "split_ledger.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

const value::Number fen = value::Number::fraction(1, 100);

} // namespace

SplitLedger::Ratios SplitLedger::ratios_of(const Split& split) {
    Ratios ratios;
    for (const SplitPart& part : split.parts)
        ratios.push_back({part.field, part.ratio});
    std::sort(ratios.begin(), ratios.end());
    return ratios;
}

namespace {

/// Where the part stands among sorted ratios.
template <class Ratios> std::ptrdiff_t place_of(const Ratios& ratios, model::FieldId part) {
    const auto found =
        std::find_if(ratios.begin(), ratios.end(), [&](const auto& each) { return each.part == part; });
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

std::optional<Reason> SplitLedger::doubted(const Doubts& doubts, const Moment& moment) {
    if (doubts.lasting && doubts.lasting->from <= moment)
        return doubts.lasting->why;
    for (auto at = doubts.passing.upper_bound(moment); at != doubts.passing.end(); ++at) {
        if (at->second.from <= moment)
            return at->second.why;
    }
    return std::nullopt;
}

/// Whether the amounts of settled results are what these ratios give: each part may be out by one fen for each part of each.
bool SplitLedger::agree(const Entry& stated, const Ratios& ratios) {
    const value::Number at_most =
        fen * value::Number{stated.stated * static_cast<std::int64_t>(ratios.size())};
    if (stated.ratios->size() != ratios.size())
        return false;
    for (std::size_t at = 0; at < ratios.size(); ++at) {
        if ((*stated.ratios)[at].part != ratios[at].part || !ratios[at].of)
            return false;
        if ((stated.had[at] - stated.total * *ratios[at].of).absolute() > at_most)
            return false;
    }
    return true;
}

bool SplitLedger::goes_on(const Entry& last, const Ratios& ratios) {
    const bool is_stated = std::any_of(last.ratios->begin(), last.ratios->end(),
                                       [](const Ratio& each) { return !each.of.has_value(); });
    return *last.ratios == ratios || (is_stated && agree(last, ratios));
}

std::optional<Reason> SplitLedger::look_back(const SplitGroup& group, const Moment& moment,
                                             Split& split) const {
    const auto lines = groups_.find(group);
    if (lines == groups_.end())
        return std::nullopt;
    if (auto why = doubted(lines->second.doubts, moment))
        return why;
    const auto found = lines->second.by_keys.find(*split.keys);
    if (found == lines->second.by_keys.end())
        return std::nullopt;
    const Line& line = found->second;
    if (auto why = doubted(line.doubts, moment))
        return why;
    const auto end =
        std::upper_bound(line.entries.begin(), line.entries.end(), moment,
                         [](const Moment& at, const Entry& entry) { return at < entry.seen_from; });
    if (end == line.entries.begin())
        return std::nullopt;
    const std::ptrdiff_t last = end - line.entries.begin() - 1;
    const Entry& entry = line.entries[static_cast<std::size_t>(last)];
    split.restarted = !goes_on(entry, ratios_of(split));
    split.before = split.restarted ? value::Number{0} : entry.total;
    for (SplitPart& part : split.parts) {
        part.ever = ever(line, last, part.field);
        if (!split.restarted)
            part.had = entry.had[static_cast<std::size_t>(place_of(*entry.ratios, part.field))];
    }
    return std::nullopt;
}

void SplitLedger::add(const SplitGroup& group, const Moment& seen_from, const Split& split) {
    if (!split.keys)
        return;
    std::vector<Entry>& entries = groups_[group].by_keys[*split.keys].entries;
    const Ratios* ratios = &*ratios_.insert(ratios_of(split)).first;
    const bool is_stated = !split.parts.front().ratio.has_value();
    Entry entry{seen_from, ratios,           split.amount, std::vector<value::Number>(ratios->size()),
                -1,        is_stated ? 1 : 0};
    for (const SplitPart& part : split.parts)
        entry.had[static_cast<std::size_t>(place_of(*ratios, part.field))] = part.share;
    if (!entries.empty()) {
        const Entry& last = entries.back();
        if (is_stated && agree(entry, *last.ratios))
            entry.ratios = last.ratios;
        if (goes_on(last, *entry.ratios))
            join(entry, last);
        else
            entry.before_change = static_cast<std::ptrdiff_t>(entries.size()) - 1;
    }
    entries.push_back(std::move(entry));
}

/// Goes on with the running total of the entry before.
void SplitLedger::join(Entry& entry, const Entry& last) {
    entry.total = last.total + entry.total;
    entry.before_change = last.before_change;
    entry.stated += last.stated;
    for (std::size_t at = 0; at < entry.had.size(); ++at)
        entry.had[at] = last.had[at] + entry.had[at];
}

void SplitLedger::doubt(const SplitGroup& group, const Doubt& doubt, const SplitKeys& keys) {
    if (keys.kind == SplitKeys::Kind::None || doubt.until <= doubt.from)
        return;
    Lines& lines = groups_[group];
    Doubts& held = keys.kind == SplitKeys::Kind::Known ? lines.by_keys[keys.values].doubts : lines.doubts;
    if (doubt.until < never)
        held.passing.emplace(doubt.until, doubt);
    else if (!held.lasting || doubt.from < held.lasting->from)
        held.lasting = doubt;
}

void SplitLedger::note(const SplitGroup& group, const Moment& seen_from, const ReturnedList& returned,
                       const SplitKeys& keys) {
    if (keys.kind == SplitKeys::Kind::None || returned.empty())
        return;
    Lines& lines = groups_[group];
    Notes& notes = keys.kind == SplitKeys::Kind::Known ? lines.by_keys[keys.values].returned : lines.returned;
    notes.emplace_back(seen_from, notes.empty() ? returned : joined(notes.back().second, returned));
}

ReturnedList SplitLedger::rests_on(const SplitGroup& group, const Moment& moment,
                                   const KeyValues& keys) const {
    const auto lines = groups_.find(group);
    if (lines == groups_.end())
        return {};
    const auto found = lines->second.by_keys.find(keys);
    const ReturnedList of_all = noted(lines->second.returned, moment);
    return found == lines->second.by_keys.end() ? of_all
                                                : joined(noted(found->second.returned, moment), of_all);
}

ReturnedList SplitLedger::noted(const Notes& notes, const Moment& moment) {
    const auto end = std::upper_bound(notes.begin(), notes.end(), moment,
                                      [](const Moment& at, const auto& each) { return at < each.first; });
    return end == notes.begin() ? ReturnedList{} : (end - 1)->second;
}

} // namespace tiaoli::interp
