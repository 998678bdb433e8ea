// Totals over the records of a set, record by record, so that a later asker only adds what has happened since.
#pragma once

#include "key_index.hpp"
#include "returned.hpp"
#include "tiaoli/model/expression.hpp"

#include <map>
#include <queue>
#include <set>

namespace tiaoli::interp {

/// What one record adds to a total. For 均满足, `In` is a record that breaks the condition.
struct Contribution {
    enum class Kind : std::uint8_t { Out, In, Unknown, NoValue };
    Kind kind = Kind::Out;
    std::optional<model::Scalar> value =
        {}; ///< the summand of a record that is in; nothing where there is none
    std::vector<Reason> reasons = {};
    ReturnedList rests_on = {}; ///< returned decisions that could make it another
};

/// The records looked at, in world order, and what each adds.
struct Contributions {
    model::RecordId record;
    std::vector<Candidate> candidates;
    std::vector<Contribution> of = {}; ///< of the first candidates, up to the moment
};

/// A total of contributions that can be taken back; a position is a place in `Contributions`.
class RunningTotal {
  public:
    explicit RunningTotal(model::Total kind) : kind_(kind) {}
    void add(std::uint32_t position, const Contribution& contribution);
    void remove(std::uint32_t position, const Contribution& contribution);
    std::size_t size() const { return in_; }
    Value value(const Contributions& contributions) const;
    /// The returned decisions that could change the total.
    ReturnedList rests_on() const;

  private:
    using Positions = std::set<std::uint32_t>;
    void add_value(const model::Scalar& value);
    void remove_value(const model::Scalar& value);
    bool is_existence() const;
    bool is_pick() const { return kind_ == model::Total::Latest || kind_ == model::Total::Earliest; }
    bool spoils(const Positions& positions) const;
    Value amount() const;
    Value extreme_value() const;

    model::Total kind_;
    std::size_t in_ = 0;
    std::size_t certainly_in_ = 0; ///< of those, resting on no returned decision
    std::size_t valued_ = 0;
    value::Number sum_;
    std::map<model::Scalar, std::uint32_t> sorted_; ///< only for Maximum and Minimum
    Positions positions_;                           ///< only for Latest and Earliest
    Positions unknown_;
    Positions no_value_;
    ReturnedCounts returned_;
};

/// The running total of one set for one tuple of keys.
struct Tally {
    Tally(model::Total kind, Contributions found) : contributions(std::move(found)), total(kind) {}
    Contributions contributions;
    Moment moment = {};
    RunningTotal total;
    using Due = std::pair<Moment, std::uint32_t>; ///< when the contribution at a position may change
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due = {};
    bool busy = false;
};

} // namespace tiaoli::interp
