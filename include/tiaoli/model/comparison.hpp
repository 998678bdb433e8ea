// What follows from a comparison by its form alone.
#pragma once

#include "tiaoli/model/expression.hpp"

namespace tiaoli::model {

/// a < b is b > a.
constexpr CompareOperator mirrored(CompareOperator op) {
    switch (op) {
    case CompareOperator::Less:
        return CompareOperator::Greater;
    case CompareOperator::LessEqual:
        return CompareOperator::GreaterEqual;
    case CompareOperator::Greater:
        return CompareOperator::Less;
    case CompareOperator::GreaterEqual:
        return CompareOperator::LessEqual;
    case CompareOperator::Equal:
    case CompareOperator::NotEqual:
        break;
    }
    return op;
}

/// What holds of two values where the comparison does not.
constexpr CompareOperator opposite(CompareOperator op) {
    switch (op) {
    case CompareOperator::Equal:
        return CompareOperator::NotEqual;
    case CompareOperator::NotEqual:
        return CompareOperator::Equal;
    case CompareOperator::Less:
        return CompareOperator::GreaterEqual;
    case CompareOperator::LessEqual:
        return CompareOperator::Greater;
    case CompareOperator::Greater:
        return CompareOperator::LessEqual;
    case CompareOperator::GreaterEqual:
        return CompareOperator::Less;
    }
    return op;
}

} // namespace tiaoli::model
