// Which words of the language can stand in the body of a statement, and what may come before and after each.
#pragma once

#include "tiaoli/syntax/tree.hpp"

#include <cstdint>
#include <optional>

namespace tiaoli::parse {

/// What a split expects next.
enum class State : std::uint8_t {
    Operand,  ///< a value
    Operator, ///< something after a value
    Field,    ///< a field after 的
    Own,      ///< a record type after 本
    count_
};
inline constexpr std::size_t state_count = static_cast<std::size_t>(State::count_);

/// From which states a token can be read (a bit set), and the state after it.
struct Step {
    std::uint8_t from = 0;
    State to = State::Operand;
};
constexpr std::uint8_t in(State state) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(state));
}

/// Nothing for words that stand only at the start of statements or in declarations.
std::optional<Step> step_of(syntax::Word word);
/// In the cell of a table, which says its condition of the column's heading: relations may stand at the beginning.
std::optional<Step> cell_step_of(syntax::Word word);

} // namespace tiaoli::parse
