// Sums before and after on the page: drawings and tables.
#pragma once

#include "phrases.hpp"

#include "tiaoli/explain/page_writer.hpp"

namespace tiaoli::compare {

/// What each amendment does alone to each sum that an amendment changes.
void write_effects(const Report& report, const Phrases& phrases, explain::PageWriter& page);
/// By bank, mode, year …: of every sum that changed.
void write_sums(const Report& report, const Phrases& phrases, explain::PageWriter& page);

} // namespace tiaoli::compare
