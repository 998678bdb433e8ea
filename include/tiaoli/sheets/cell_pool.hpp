// The distinct cells of one column, each kept once: a column of a million rows often holds a few hundred texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::sheets {

/// No spreadsheet's cell holds more: 32767 characters of at most four bytes.
inline constexpr std::size_t longest_cell = std::size_t{32767} * 4;
/// Adds a piece of a cell's text up to a character more than a cell may hold.
void add_piece(std::string& text, std::string_view piece);

/// What a cell is beside its text. All but Text and Number hold no value that could be taken.
enum class Form : std::uint8_t {
    Text,
    Number,     ///< stored as a number; the text is its decimal text
    Error,      ///< #N/A, #REF! …: the text is the error's name
    Uncomputed, ///< a formula whose value was never stored
    Merged,     ///< belongs to several merged cells
    Scaled,     ///< a number that its format shows in thousands or ten thousands
    Nested,     ///< a list or an object of JSON
    Bytes,      ///< a BLOB of a database
    Unstated    ///< of a row given in memory, which does not speak of it
};

struct Cell {
    std::string_view text = {};
    Form form = Form::Text;
};

class CellPool {
  public:
    /// The pool begins with the blank cell.
    static constexpr std::uint32_t blank = 0;

    std::uint32_t add(std::string_view text, Form form = Form::Text);
    /// The view holds until the next `add`.
    Cell operator[](std::uint32_t id) const;
    std::uint32_t size() const { return static_cast<std::uint32_t>(forms_.size() + 1); }

  private:
    std::string bytes_;
    std::vector<std::size_t> ends_; ///< by id - 1
    std::vector<Form> forms_;       ///< by id - 1
    std::vector<std::uint32_t> slots_;

    std::size_t slot_of(std::string_view text, Form form) const;
    void grow();
};

} // namespace tiaoli::sheets
