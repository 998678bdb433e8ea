// Pieces of source text as the author wrote them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::check {

/// The words as written, on one line, without comments and outer blanks.
std::string as_written(std::string_view text);

/// Bytes of `written` that spell the canonical `name`, whatever blanks and widths stand in it; nothing when it does not begin so.
std::optional<std::size_t> spelled_length(std::string_view written, std::string_view name);

} // namespace tiaoli::check
