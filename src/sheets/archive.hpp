// The files within a zip archive, which a workbook is, unpacked piece by piece and never beyond what a workbook can be.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tiaoli::sheets {

class Archive {
  public:
    static std::variant<Archive, Trouble> open(std::string bytes);

    bool has(const std::string& name) const;
    /// Gives the file's content to `take` piece by piece, until it returns false. Why that could not be done, if so.
    std::optional<Trouble> read(const std::string& name, const std::function<bool(std::string_view)>& take);

  private:
    struct Held;
    std::shared_ptr<Held> held_;
};

} // namespace tiaoli::sheets
