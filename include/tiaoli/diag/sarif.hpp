// Messages as a SARIF 2.1.0 log (OASIS), which editors and code hosts show beside the lines that they speak of.
#pragma once

#include "tiaoli/diag/diagnostic.hpp"

#include <map>
#include <string>
#include <string_view>

namespace tiaoli::diag {

/// One log of the messages of several texts. Lines and columns count from 1, columns in characters.
class SarifLog {
  public:
    SarifLog(std::string_view program_version, Language language)
        : program_version_(program_version), language_(language) {}

    void add(const Diagnostics& diagnostics, const source::Sources& sources);
    /// The whole log: one run, the messages met as its rules in the order of their codes.
    std::string text() const;

  private:
    std::string program_version_;
    Language language_;
    std::map<std::string, Message> rules_;
    std::string results_;
};

} // namespace tiaoli::diag
