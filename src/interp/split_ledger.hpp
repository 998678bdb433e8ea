// What earlier decisions have split, found by what they have in common: one look-up, however many decisions there are.
#pragma once

#include "key_index.hpp"
#include "tiaoli/interp/split.hpp"

#include <deque>
#include <map>
#include <set>

namespace tiaoli::interp {

/// Splits that are counted together: of one matter, with one rest, by the same fields. Versions share them.
struct SplitGroup {
    model::MatterId matter;
    model::FieldId rest;
    std::vector<model::FieldId> same;
    auto operator<=>(const SplitGroup&) const = default;
};

class SplitLedger {
  public:
    /// Fills in what was split before `moment` with the keys of `split`: its running total, and what each part had. Gives the record
    /// that leaves this unknown, if there is one.
    std::optional<model::RowRef> look_back(const SplitGroup& group, const Moment& moment, Split& split) const;
    /// Splits are added in the order of their moments.
    void add(const SplitGroup& group, const Moment& moment, const Split& split);
    /// Whether and how this record was split cannot be known. Without keys it may concern any.
    void doubt(const SplitGroup& group, const Moment& moment, model::RowRef row,
               const std::optional<KeyValues>& keys);

  private:
    using Ratios = std::vector<std::pair<model::FieldId, value::Number>>; ///< by field
    struct Entry {
        Moment moment;
        const Ratios* ratios;
        value::Number total;            ///< since the ratios last changed, this one included
        std::vector<value::Number> had; ///< by `ratios`
        std::ptrdiff_t before_change;   ///< the last entry with other ratios; -1: none
    };
    struct Doubt {
        Moment moment;
        model::RowRef row;
    };
    struct Line {
        std::vector<Entry> entries;
        std::optional<Doubt> doubt;
    };
    struct Lines {
        std::unordered_map<KeyValues, Line, KeyHash> by_keys;
        std::optional<Doubt> doubt; ///< of all keys
    };
    static Ratios ratios_of(const Split& split);
    static value::Number ever(const Line& line, std::ptrdiff_t entry, model::FieldId part);

    std::map<SplitGroup, Lines> groups_;
    std::set<Ratios> ratios_; ///< each once: most splits of a policy have the same
};

} // namespace tiaoli::interp
