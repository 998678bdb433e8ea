// A message to an officer: a stable code, a place, words in Chinese and English, notes and at most one fix.
#pragma once

#include "tiaoli/source/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiaoli::diag {

enum class Severity : std::uint8_t { Error, Warning, Notice };
enum class Language : std::uint8_t { Chinese, English };

/// Every message the program can give; the texts stand in messages.def.
enum class Message : std::uint16_t {
#define TIAOLI_MESSAGE(id, code, severity, chinese, english) id,
#include "tiaoli/diag/messages.def"
#undef TIAOLI_MESSAGE
    count_
};

/// Stable code such as "P101", and the severity, of a message.
std::string_view code(Message message);
Severity severity(Message message);
/// The words with {0}… filled in by `args` (plain text, no format specifiers). Missing arguments give an empty text.
std::string words(Message message, const std::vector<std::string>& args, Language language);

/// A place: in a policy file, in a case file, or nowhere (the command line).
using Place = std::variant<std::monostate, source::Span, source::CellPlace>;

/// A second place that the message speaks of.
struct Note {
    Place place;
    Message message;
    std::vector<std::string> args;
};

/// A replacement of one span that repairs the mistake, where there is exactly one.
struct Fix {
    source::Span span;
    std::string replacement;
};

struct Diagnostic {
    Message message;
    Place place;
    std::vector<std::string> args = {};
    std::vector<Note> notes = {};
    std::optional<Fix> fix = {};
};

/// The messages of a stage, in the order found.
class Diagnostics {
  public:
    Diagnostic& add(Message message, Place place, std::vector<std::string> args = {});
    void append(const Diagnostics& other);
    const std::vector<Diagnostic>& all() const { return items_; }
    bool has_errors() const;
    std::size_t count(Severity severity) const;
    /// Sorts by place (policy files by source and offset, then cells, then the rest), keeping the order found otherwise.
    void sort();

  private:
    std::vector<Diagnostic> items_;
};

/// Text for a terminal: `path:line:column: 错误 P101: words`, the source line, a caret line right under double-width
/// characters, notes, and the fix. One message ends with one newline.
std::string render_text(const Diagnostic& diagnostic, const source::Sources& sources, Language language);
std::string render_text(const Diagnostics& diagnostics, const source::Sources& sources, Language language);
/// A JSON array of objects {code, severity, file, line, column, message, notes, fix}.
std::string render_json(const Diagnostics& diagnostics, const source::Sources& sources, Language language);

} // namespace tiaoli::diag
