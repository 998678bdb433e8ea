// Checksums of files, so that a result can say exactly what it was computed from.
#pragma once

#include <string>
#include <string_view>

namespace tiaoli::source {

/// SHA-256 (FIPS 180-4) of the bytes, 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace tiaoli::source
