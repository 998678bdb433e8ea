// Adds, takes back and reads the totals of a set.
#include "totals.hpp"

namespace tiaoli::interp {

namespace {

/// At most so many reasons are given for a total.
constexpr std::size_t reasons_of_a_total = 20;

std::vector<Reason> reasons_at(const std::set<std::uint32_t>& positions, const Contributions& contributions) {
    std::vector<Reason> joined;
    for (const std::uint32_t position : positions) {
        if (joined.size() >= reasons_of_a_total)
            break;
        join(joined, contributions.of[position].reasons);
    }
    return joined;
}

} // namespace

void RunningTotal::add(std::uint32_t position, const Contribution& contribution) {
    returned_.add(contribution.rests_on);
    switch (contribution.kind) {
    case Contribution::Kind::Out:
        return;
    case Contribution::Kind::Unknown:
        unknown_.insert(position);
        return;
    case Contribution::Kind::NoValue:
        no_value_.insert(position);
        return;
    case Contribution::Kind::In:
        break;
    }
    ++in_;
    certainly_in_ += contribution.rests_on.empty() ? 1 : 0;
    if (is_pick())
        positions_.insert(position);
    if (contribution.value)
        add_value(*contribution.value);
}

void RunningTotal::remove(std::uint32_t position, const Contribution& contribution) {
    returned_.remove(contribution.rests_on);
    unknown_.erase(position);
    no_value_.erase(position);
    positions_.erase(position);
    if (contribution.kind != Contribution::Kind::In)
        return;
    --in_;
    certainly_in_ -= contribution.rests_on.empty() ? 1 : 0;
    if (contribution.value)
        remove_value(*contribution.value);
}

Value RunningTotal::value(const Contributions& contributions) const {
    const bool certain = is_existence() && in_ > 0;
    if (!certain && spoils(unknown_))
        return UnknownValue{reasons_at(unknown_, contributions)};
    if (!certain && spoils(no_value_))
        return NoValue{reasons_at(no_value_, contributions)};
    if (is_existence())
        return model::Scalar{(kind_ == model::Total::Exists) == (in_ > 0)};
    if (!is_pick())
        return amount();
    if (positions_.empty())
        return no_value({AbsenceReason::EmptySet});
    const std::uint32_t position = kind_ == model::Total::Latest ? *positions_.rbegin() : *positions_.begin();
    return model::Scalar{model::RowRef{contributions.record, contributions.candidates[position].row}};
}

/// 有 with a witness that rests on none needs no further record.
ReturnedList RunningTotal::rests_on() const {
    return is_existence() && certainly_in_ > 0 ? ReturnedList{} : returned_.first();
}

void RunningTotal::add_value(const model::Scalar& value) {
    ++valued_;
    if (kind_ == model::Total::Maximum || kind_ == model::Total::Minimum)
        ++sorted_[value];
    else
        sum_ = sum_ + std::get<value::Number>(value);
}

void RunningTotal::remove_value(const model::Scalar& value) {
    --valued_;
    if (kind_ != model::Total::Maximum && kind_ != model::Total::Minimum) {
        sum_ = sum_ - std::get<value::Number>(value);
        return;
    }
    const auto found = sorted_.find(value);
    if (--found->second == 0)
        sorted_.erase(found);
}

bool RunningTotal::is_existence() const {
    return kind_ == model::Total::Exists || kind_ == model::Total::NotExists || kind_ == model::Total::All;
}

/// An uncertain record spoils every total, but 最近的 only when it may be later than the last certain one.
bool RunningTotal::spoils(const Positions& positions) const {
    if (positions.empty() || !is_pick() || positions_.empty())
        return !positions.empty();
    return kind_ == model::Total::Latest ? *positions.rbegin() > *positions_.rbegin()
                                         : *positions.begin() < *positions_.begin();
}

Value RunningTotal::amount() const {
    switch (kind_) {
    case model::Total::Count:
        return model::Scalar{value::Number{static_cast<std::int64_t>(in_)}};
    case model::Total::Sum:
        return model::Scalar{sum_};
    case model::Total::Average:
        if (valued_ != 0)
            return model::Scalar{sum_ / value::Number{static_cast<std::int64_t>(valued_)}};
        break;
    default:
        return extreme_value();
    }
    return no_value({AbsenceReason::EmptySet});
}

Value RunningTotal::extreme_value() const {
    if (sorted_.empty())
        return no_value({AbsenceReason::EmptySet});
    return kind_ == model::Total::Maximum ? sorted_.rbegin()->first : sorted_.begin()->first;
}

} // namespace tiaoli::interp
