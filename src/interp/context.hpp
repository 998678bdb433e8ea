// From where an expression is looked at: version, own record, element of a set, moment, and the decision being made.
#pragma once

#include "returned.hpp"
#include "tiaoli/interp/split.hpp"

#include <map>
#include <set>

namespace tiaoli::interp {

/// A value, and the returned decisions that it rests on.
struct Worked {
    Value value;
    ReturnedList rests_on;
};

/// What one decision has worked out so far.
struct DecisionFrame {
    /// Fields of the matter: the reviewed record has them for this decision alone.
    std::map<model::FieldId, Worked> matter_fields = {};
    /// 时点 fields whose sets leave out the record being decided, so that they cannot be shared.
    std::map<std::pair<model::FieldId, model::RowRef>, Worked> own_fields = {};
    /// What was split: each allocation once.
    std::vector<Split> splits = {};
    std::vector<DeadlineOutcome> deadlines = {};
    /// Articles whose definitions were used.
    std::set<model::ArticleId> articles = {};
    /// What 本季 means, where the matter recurs.
    std::optional<value::Period> period = {};
};

/// `moment` is `Moment{}` only for the plain fields of a record that was turned back and whose day could not be read.
struct Context {
    model::VersionId version;
    std::uint32_t regime = 0;
    model::RowRef own = {};
    model::RowRef element = {}; ///< innermost set's record; its type is not valid outside sets
    Moment moment;
    model::MatterId matter = {}; ///< valid: `own` is being decided and its matter's fields can be read
    /// The record being decided, where its place lies before the moment: it is in no set of its own decision.
    model::RowRef excluded = {};
    DecisionFrame* frame = nullptr;

    bool leaves_out(model::RecordId record) const {
        return excluded.record.valid() && excluded.record == record;
    }
};

/// Nothing that depends on the moment can be told.
inline bool is_placeless(const Context& context) { return context.moment == Moment{}; }

} // namespace tiaoli::interp
