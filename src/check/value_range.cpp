// Narrows the values that an operand can have.
#include "value_range.hpp"

namespace tiaoli::check {

using model::CompareOperator;

ValueRange ValueRange::of_choices(std::uint32_t count) {
    ValueRange range;
    range.choices_.emplace();
    for (std::uint32_t index = 0; index < count; ++index) {
        range.choices_->insert(index);
    }
    return range;
}

void ValueRange::narrow(CompareOperator op, const value::Number& bound) {
    switch (op) {
    case CompareOperator::Equal:
        raise({bound, true});
        lower({bound, true});
        break;
    case CompareOperator::NotEqual:
        without_.insert(bound);
        break;
    case CompareOperator::Less:
        lower({bound, false});
        break;
    case CompareOperator::LessEqual:
        lower({bound, true});
        break;
    case CompareOperator::Greater:
        raise({bound, false});
        break;
    case CompareOperator::GreaterEqual:
        raise({bound, true});
        break;
    }
}

void ValueRange::raise(End end) {
    if (!low_ || end.at > low_->at || (end.at == low_->at && !end.is_included)) {
        low_ = std::move(end);
    }
}

void ValueRange::lower(End end) {
    if (!high_ || end.at < high_->at || (end.at == high_->at && !end.is_included)) {
        high_ = std::move(end);
    }
}

void ValueRange::keep(const std::set<std::uint32_t>& choices) {
    if (choices_) {
        std::erase_if(*choices_, [&](std::uint32_t each) { return !choices.contains(each); });
    }
}

void ValueRange::take_away(const std::set<std::uint32_t>& choices) {
    if (choices_) {
        std::erase_if(*choices_, [&](std::uint32_t each) { return choices.contains(each); });
    }
}

bool ValueRange::is_empty() const {
    if (choices_ && choices_->empty()) {
        return true;
    }
    if (!low_ || !high_) {
        return false;
    }
    const bool is_point = low_->at == high_->at;
    return low_->at > high_->at || (is_point && !(low_->is_included && high_->is_included)) ||
           (is_point && without_.contains(low_->at));
}

} // namespace tiaoli::check
