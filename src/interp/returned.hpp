// Decisions that are 退回补正 and that a value rests on: once their papers are complete, the value may be another.
#pragma once

#include "tiaoli/interp/decision.hpp"

#include <map>

namespace tiaoli::interp {

/// A decision that is 退回补正, numbered as it was settled (that is world order). One that is reached only by way of another
/// decision has the upper bit set, so that the nearest come first.
using Returned = std::uint32_t;

/// In order, each decision once; no more than what `Decision::could_change` keeps.
using ReturnedList = std::vector<Returned>;

/// The first of a sorted range, each decision once.
class ReturnedFirst {
  public:
    /// False once there is room for no more.
    bool add(Returned next);
    ReturnedList list() && { return std::move(list_); }

  private:
    ReturnedList list_;
};

/// Both together, no more than is kept.
ReturnedList joined(const ReturnedList& a, const ReturnedList& b);

/// How many contributions of a total rest on each returned decision.
class ReturnedCounts {
  public:
    void add(const ReturnedList& list);
    void remove(const ReturnedList& list);
    ReturnedList first() const;

  private:
    std::map<Returned, std::uint32_t> counts_;
};

/// What has been read of returned decisions since some mark; what is kept for later readers keeps this with it.
class ReturnedLog {
  public:
    std::size_t mark() const { return noted_.size(); }
    bool any_since(std::size_t mark) const { return noted_.size() > mark; }
    void note(const ReturnedList& list) { noted_.insert(noted_.end(), list.begin(), list.end()); }
    /// Forgets what was noted since: it turned out not to matter.
    void drop(std::size_t mark) { noted_.resize(mark); }
    /// What was noted since, which is taken out.
    ReturnedList take(std::size_t mark);

    /// A record has been decided, resting on `rests_on`: what a reader of its verdict or outputs has to note.
    ReturnedList settled(model::RowRef row, model::Verdict verdict, const ReturnedList& rests_on);
    /// The records of the decisions, each once.
    std::vector<model::RowRef> rows(const ReturnedList& list) const;

  private:
    std::vector<Returned> noted_;
    std::vector<model::RowRef> rows_; ///< of the returned decisions, as they were settled
};

} // namespace tiaoli::interp
