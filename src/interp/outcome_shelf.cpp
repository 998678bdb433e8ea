// Finds a list by its contents.
#include "outcome_shelf.hpp"

#include <algorithm>

namespace tiaoli::interp {

namespace {

void add_number(std::string& key, std::size_t number) {
    for (; number >= 0x80; number >>= 7U)
        key += static_cast<char>(static_cast<unsigned char>((number & 0x7FU) | 0x80U));
    key += static_cast<char>(static_cast<unsigned char>(number));
}

template <class T>
base::SharedList<T>& place_of(std::unordered_map<std::string, base::SharedList<T>>& shelf,
                              const std::string& key, std::vector<T>& items) {
    const auto [place, is_new] = shelf.try_emplace(key);
    if (is_new)
        place->second = std::move(items);
    return place->second;
}

} // namespace

base::SharedList<RuleOutcome> OutcomeShelf::shared(std::vector<RuleOutcome> outcomes) {
    if (std::any_of(outcomes.begin(), outcomes.end(),
                    [](const RuleOutcome& each) { return !each.reasons.empty(); }))
        return outcomes;
    std::string key;
    for (const RuleOutcome& each : outcomes) {
        add_number(key, each.rule.index);
        add_number(key, static_cast<std::size_t>(each.state));
        add_number(key, each.lifted_by ? *each.lifted_by + 1 : 0);
    }
    return place_of(outcomes_, key, outcomes);
}

base::SharedList<std::size_t> OutcomeShelf::shared(std::vector<std::size_t> readings) {
    std::string key;
    for (const std::size_t reading : readings)
        add_number(key, reading);
    return place_of(readings_, key, readings);
}

} // namespace tiaoli::interp
