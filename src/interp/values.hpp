// Values that may be absent: how absence spreads, and yes/no values in Kleene's logic.
#pragma once

#include "tiaoli/interp/decision.hpp"

namespace tiaoli::interp {

enum class Truth : std::uint8_t { True, False, Unknown, NoValue };

/// A yes/no value, with the reasons where it is neither.
struct Judgement {
    Truth truth = Truth::True;
    std::vector<Reason> reasons = {};
};

/// There being none, or not having happened, is "no".
Judgement judge(const Value& value);
Value as_value(const Judgement& judgement);
Judgement negated(Judgement judgement);
/// No dominates, then unknown, then 无值; reasons of the dominating kind are joined.
Judgement both(Judgement a, const Judgement& b);
/// Yes dominates, then unknown, then 无值.
Judgement either(Judgement a, const Judgement& b);

Value unknown(Reason reason);
Value no_value(Reason reason);
bool is_known(const Value& value);
/// The scalar; only when `is_known`.
const model::Scalar& known(const Value& value);
const value::Number& number(const Value& value);
/// Whether two values are the same: equal scalars, or absent in the same way.
bool same(const Value& a, const Value& b);

/// Joins sorted sets of reasons.
void join(std::vector<Reason>& into, const std::vector<Reason>& others);

/// What the operands of a calculation lack. Unknown dominates 无值 (which a date that has not happened becomes), then 可无.
class Absences {
  public:
    void add(const Value& value);
    bool none() const { return !unknown_ && !no_value_ && !empty_; }
    /// What the calculation gives instead; only when not `none()`.
    Value result() const;

  private:
    std::vector<Reason> unknown_reasons_;
    std::vector<Reason> no_value_reasons_;
    bool unknown_ = false;
    bool no_value_ = false;
    bool empty_ = false;
};

} // namespace tiaoli::interp
