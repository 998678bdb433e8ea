// The texts that the cells of a workbook share.
#pragma once

#include "archive.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::sheets {

/// `_x000D_` and its like stand for characters that XML cannot hold.
std::string without_escapes(std::string text);

class SharedStrings {
  public:
    /// Why they could not be read, if so.
    std::optional<Trouble> read(Archive& archive, const std::string& name);
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t index) const;
    void add(std::string_view text);
    std::size_t bytes() const { return bytes_.size(); }

  private:
    std::string bytes_;
    std::vector<std::size_t> ends_;
};

} // namespace tiaoli::sheets
