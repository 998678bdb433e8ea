// XML read as a stream of elements and text. A document type is refused: no workbook has one, and entities can grow without end.
#pragma once

#include "archive.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiaoli::sheets {

/// The attributes of an element, by names without their prefix.
class Attributes {
  public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}
    /// Empty where there is none.
    std::string_view operator[](std::string_view name) const;
    /// Whether it says 1 or true.
    bool is_set(std::string_view name) const;
    /// A whole number without sign; nothing where there is none or it is too large for any place in a sheet.
    std::optional<std::uint32_t> number(std::string_view name) const;

  private:
    const char** pairs_;
};

std::optional<std::uint32_t> whole_number(std::string_view digits);

/// What is told of a document. Names come without their prefix.
class XmlListener {
  public:
    virtual ~XmlListener() = default;
    virtual void open(std::string_view name, const Attributes& attributes) = 0;
    virtual void close(std::string_view name) = 0;
    /// A piece of text; one text may come in several.
    virtual void text(std::string_view piece) = 0;
    /// Whether enough has been read.
    virtual bool is_done() const { return false; }
};

/// Reads a file of the archive. Why that could not be done, if so.
std::optional<Trouble> read_xml(Archive& archive, const std::string& name, XmlListener& listener);

} // namespace tiaoli::sheets
