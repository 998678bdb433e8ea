// The spread of absence through logic and arithmetic.
#include "values.hpp"

#include "tiaoli/base/match.hpp"

#include <algorithm>
#include <iterator>

namespace tiaoli::interp {

namespace {

Judgement combined(Judgement a, const Judgement& b, Truth decisive) {
    if (a.truth == decisive || b.truth == decisive)
        return {decisive, {}};
    for (const Truth weaker : {Truth::Unknown, Truth::NoValue}) {
        if (a.truth != weaker && b.truth != weaker)
            continue;
        if (a.truth != weaker)
            return b;
        if (b.truth == weaker)
            join(a.reasons, b.reasons);
        return a;
    }
    return a;
}

} // namespace

Judgement judge(const Value& value) {
    return base::match(
        value,
        [](const model::Scalar& scalar) {
            const bool* yes = std::get_if<bool>(&scalar);
            TIAOLI_CHECK(yes != nullptr, "a condition must be a yes/no value");
            return Judgement{*yes ? Truth::True : Truth::False};
        },
        [](const UnknownValue& absent) {
            return Judgement{Truth::Unknown, absent.reasons};
        },
        [](const NoValue& absent) {
            return Judgement{Truth::NoValue, absent.reasons};
        },
        [](const NotHappenedValue&) { return Judgement{Truth::False}; },
        [](const NoneValue&) { return Judgement{Truth::False}; });
}

Value as_value(const Judgement& judgement) {
    switch (judgement.truth) {
    case Truth::Unknown:
        return UnknownValue{judgement.reasons};
    case Truth::NoValue:
        return NoValue{judgement.reasons};
    case Truth::True:
    case Truth::False:
        break;
    }
    return model::Scalar{judgement.truth == Truth::True};
}

Judgement negated(Judgement judgement) {
    if (judgement.truth == Truth::True)
        judgement.truth = Truth::False;
    else if (judgement.truth == Truth::False)
        judgement.truth = Truth::True;
    return judgement;
}

Judgement both(Judgement a, const Judgement& b) { return combined(std::move(a), b, Truth::False); }

Judgement either(Judgement a, const Judgement& b) { return combined(std::move(a), b, Truth::True); }

Value unknown(Reason reason) { return UnknownValue{{reason}}; }

Value no_value(Reason reason) { return NoValue{{reason}}; }

bool is_known(const Value& value) { return std::holds_alternative<model::Scalar>(value); }

const model::Scalar& known(const Value& value) {
    TIAOLI_CHECK(is_known(value), "the value must be known here");
    return std::get<model::Scalar>(value);
}

const value::Number& number(const Value& value) {
    const auto* held = std::get_if<value::Number>(&known(value));
    TIAOLI_CHECK(held != nullptr, "an amount must be a number");
    return *held;
}

bool same(const Value& a, const Value& b) {
    if (a.index() != b.index())
        return false;
    return base::match(
        a, [&](const model::Scalar& scalar) { return scalar == std::get<model::Scalar>(b); },
        [](const UnknownValue&) { return true; }, [](const NoValue&) { return true; },
        [&](const NotHappenedValue& pending) {
            const auto& other = std::get<NotHappenedValue>(b);
            return pending.row == other.row && pending.field == other.field;
        },
        [](const NoneValue&) { return true; });
}

void join(std::vector<Reason>& into, const std::vector<Reason>& others) {
    std::vector<Reason> joined;
    joined.reserve(into.size() + others.size());
    std::set_union(into.begin(), into.end(), others.begin(), others.end(), std::back_inserter(joined));
    into = std::move(joined);
}

void Absences::add(const Value& value) {
    base::match(
        value, [](const model::Scalar&) {},
        [&](const UnknownValue& absent) {
            unknown_ = true;
            join(unknown_reasons_, absent.reasons);
        },
        [&](const NoValue& absent) {
            no_value_ = true;
            join(no_value_reasons_, absent.reasons);
        },
        [&](const NotHappenedValue& pending) {
            no_value_ = true;
            join(no_value_reasons_, {{AbsenceReason::NotHappened, pending.row, pending.field}});
        },
        [&](const NoneValue&) { empty_ = true; });
}

Value Absences::result() const {
    if (unknown_)
        return UnknownValue{unknown_reasons_};
    if (no_value_)
        return NoValue{no_value_reasons_};
    return NoneValue{};
}

} // namespace tiaoli::interp
