// A change in words, and the lines where it stands.
#pragma once

#include "tiaoli/suite/mutation.hpp"

namespace tiaoli::suite {

/// “40%”改成“41%”.
std::string change_words(const MutantResult& change, diag::Language language);

/// The whole lines that the place touches, without the blanks around them, joined.
std::string lines_of(const source::Sources& sources, const source::Span& place);

/// The same from the line on that begins the statement: the lines after it are set in.
std::string statement_of(const source::Sources& sources, const source::Span& place);

/// 界限, 数, … with its English word.
std::string_view kind_words(ChangeKind kind, diag::Language language);
/// noticed, explained, survived, not_reached.
std::string_view fate_word(Fate fate);
/// bound, number, …
std::string_view kind_word(ChangeKind kind);

} // namespace tiaoli::suite
