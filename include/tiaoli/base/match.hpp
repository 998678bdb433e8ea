// Exhaustive matching over std::variant with one lambda per alternative.
#pragma once

#include <utility>
#include <variant>

namespace tiaoli::base {

/// Joins lambdas into one overloaded callable.
template <class... Functions> struct Overloaded : Functions... { using Functions::operator()...; };
template <class... Functions> Overloaded(Functions...) -> Overloaded<Functions...>;

/// Calls the lambda that takes the alternative held; a missing alternative does not compile.
template <class Variant, class... Functions> decltype(auto) match(Variant&& node, Functions&&... functions) {
    return std::visit(Overloaded{std::forward<Functions>(functions)...}, std::forward<Variant>(node));
}

} // namespace tiaoli::base
