// The outcome of something that the environment can make fail: a file, a disk, a permission.
#pragma once

#include "tiaoli/base/check.hpp"

#include <string>
#include <utility>
#include <variant>

namespace tiaoli::base {

/// Why the environment refused: the thing concerned (a path) and the system's reason.
struct Failure {
    std::string what;
    std::string reason;
};

/// Either a value or a `Failure`.
template <class T> class Result {
  public:
    Result(T value) : held_(std::move(value)) {}
    Result(Failure failure) : held_(std::move(failure)) {}

    bool ok() const { return std::holds_alternative<T>(held_); }
    const T& value() const& {
        TIAOLI_CHECK(ok(), "a failed result has no value");
        return std::get<T>(held_);
    }
    T&& value() && {
        TIAOLI_CHECK(ok(), "a failed result has no value");
        return std::get<T>(std::move(held_));
    }
    const Failure& failure() const {
        TIAOLI_CHECK(!ok(), "a result with a value has no failure");
        return std::get<Failure>(held_);
    }

  private:
    std::variant<T, Failure> held_;
};

} // namespace tiaoli::base
