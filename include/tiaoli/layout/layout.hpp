// One layout for policy files: what they say stays, how it stands on the page is told by rules (docs/decisions/0016-layout-of-policy-files.md).
#pragma once

#include "tiaoli/project/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::layout {

/// Whether the words of the language stay as written or are put into one language. Names stay in any case.
enum class Keywords : std::uint8_t { AsWritten, Chinese, English };

/// One file of a loaded policy.
struct File {
    const source::Sources& sources;
    const syntax::Tree& tree;
    const std::set<syntax::NodeId>& meant; ///< see project::Project::meant
    const model::Policy& policy;
};

/// The file's text in the one layout. Its syntax must be free of errors; no line ends in blanks, and the last one ends.
std::string laid_out(const File& file, Keywords keywords);

/// Whether two trees say the same: every node, every word, every text, whatever the language of the words and the layout.
/// `meant` tells for each which readings of its bodies count; bodies without one are compared by all their readings.
bool same_meaning(const File& one, const File& other);
/// Whether both have the same comments in the same order, blanks at their ends aside.
bool same_comments(const File& one, const File& other);

enum class Fixes : std::uint8_t { None, Certain };
struct Wishes {
    Keywords keywords = Keywords::AsWritten;
    Fixes fixes = Fixes::None;
};

/// What came of one file. A file that is not sound is not rewritten; `messages` says why.
struct Rewritten {
    std::string path;
    std::string before;               ///< the bytes as read
    std::optional<std::string> after; ///< nothing: it must stay as it is
};

struct Outcome {
    std::vector<Rewritten> files; ///< those asked for, in that order
    source::Sources sources;      ///< of the messages
    diag::Diagnostics messages;
};

/// Lays out these files of one folder (paths as project::load names them). Nothing is written. Every text has been read and
/// checked again and says the same as before, but for the fixes, each of which is a message.
base::Result<Outcome> rewritten(const std::string& folder, const std::vector<std::string>& paths,
                                const Wishes& wishes);

} // namespace tiaoli::layout
