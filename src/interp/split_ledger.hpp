// What earlier decisions have split, found by what they have in common: one look-up, however many decisions there are.
#pragma once

#include "key_index.hpp"
#include "returned.hpp"
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

/// The values that a record shares with those it is counted with.
struct SplitKeys {
    enum class Kind : std::uint8_t { Known, Unread, None };
    Kind kind = Kind::Known; ///< Unread: it may be counted with any; None: with none
    KeyValues values = {};
};

class SplitLedger {
  public:
    /// Fills in what was split before `moment` with the keys of `split`: its running total, and what each part had. Gives why this is
    /// unknown, if it is.
    std::optional<Reason> look_back(const SplitGroup& group, const Moment& moment, Split& split) const;
    /// Splits are added in the order in which they are first seen. One without ratios is of a settled result, by ratios that
    /// nobody knows here.
    void add(const SplitGroup& group, const Moment& seen_from, const Split& split);
    /// Whether and how a record was split cannot be known from one moment on, until another.
    struct Doubt {
        Reason why;
        Moment from;
        Moment until;
    };
    void doubt(const SplitGroup& group, const Doubt& doubt, const SplitKeys& keys);
    /// What is split from then on rests on returned decisions; noted in the order of moments.
    void note(const SplitGroup& group, const Moment& seen_from, const ReturnedList& returned,
              const SplitKeys& keys);
    /// On which returned decisions it rests what was split before `moment`.
    ReturnedList rests_on(const SplitGroup& group, const Moment& moment, const KeyValues& keys) const;

  private:
    struct Ratio {
        model::FieldId part;
        std::optional<value::Number> of;
        auto operator<=>(const Ratio&) const = default;
    };
    using Ratios = std::vector<Ratio>; ///< by field
    struct Entry {
        Moment seen_from;
        const Ratios* ratios;
        value::Number total;            ///< since the ratios last changed, this one included
        std::vector<value::Number> had; ///< by `ratios`
        std::ptrdiff_t before_change;   ///< the last entry with other ratios; -1: none
        std::int64_t stated;            ///< so many of those in `total` are of settled results
    };
    /// The earliest that never ends; the others by the moment at which they end.
    struct Doubts {
        std::optional<Doubt> lasting;
        std::multimap<Moment, Doubt> passing;
    };
    /// All up to a moment, by moment.
    using Notes = std::vector<std::pair<Moment, ReturnedList>>;
    struct Line {
        std::vector<Entry> entries;
        Doubts doubts;
        Notes returned;
    };
    struct Lines {
        std::unordered_map<KeyValues, Line, KeyHash> by_keys;
        Doubts doubts;  ///< of all keys
        Notes returned; ///< of all keys
    };
    static ReturnedList noted(const Notes& notes, const Moment& moment);
    static Ratios ratios_of(const Split& split);
    static value::Number ever(const Line& line, std::ptrdiff_t entry, model::FieldId part);
    static std::optional<Reason> doubted(const Doubts& doubts, const Moment& moment);
    static bool goes_on(const Entry& last, const Ratios& ratios);
    static bool agree(const Entry& stated, const Ratios& ratios);
    static void join(Entry& entry, const Entry& last);

    std::map<SplitGroup, Lines> groups_;
    std::set<Ratios> ratios_; ///< each once: most splits of a policy have the same
};

} // namespace tiaoli::interp
