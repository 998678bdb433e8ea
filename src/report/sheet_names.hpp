// Names of sheets as Excel and WPS accept them.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace tiaoli::report {

/// Gives the sheets of one workbook their names: at most 31 UTF-16 units, without `[]:*?/\`, no apostrophe, none twice
/// (whatever the case of its letters), not the reserved name History.
class SheetNames {
  public:
    SheetNames() : taken_{"history"} {}

    /// A name as near to the wanted one as the rules allow; a second one of a name becomes “名（2）”.
    std::string take(std::string_view wanted);

  private:
    std::set<std::string> taken_; ///< in small letters
};

/// The text's first characters, in all at most so many UTF-16 units.
std::string_view clipped(std::string_view text, std::size_t units);

} // namespace tiaoli::report
