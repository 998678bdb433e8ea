// Loads a policy folder or one policy file: versions with all they import, calendars, and the checked policy.
#include "files.hpp"
#include "version_heads.hpp"

#include "tiaoli/source/folded.hpp"

#include <algorithm>

namespace tiaoli::project {

namespace {

namespace fs = std::filesystem;
using diag::Message;
using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

class Loader {
  public:
    Loader(fs::path folder, const Instead& instead) : files_(std::move(folder), project_, instead) {}

    /// A folder; of its drafts only the version asked for is read.
    base::Result<Project> run_folder(const std::string& folder, const std::string& asked_version) {
        std::vector<fs::path> candidates;
        std::string drafts;
        for (const fs::path& path : policy_files(folder)) {
            const VersionHead head = head_of(path);
            if (!head.draft || is_same(head.name, asked_version)) {
                candidates.push_back(path);
                continue;
            }
            files_.leave_out(path);
            drafts += (drafts.empty() ? "" : "、") + head.name;
        }
        const bool any_version = std::any_of(candidates.begin(), candidates.end(),
                                             [&](const fs::path& path) { return head_of(path).version; });
        if (!any_version && !drafts.empty()) {
            project_.messages.add(Message::FolderOnlyDrafts, std::monostate{}, {folder, drafts});
        }
        return run(candidates, folder);
    }

    base::Result<Project> run(const std::vector<fs::path>& candidates, const std::string& asked) {
        bool any_version = false;
        for (const fs::path& path : candidates) {
            const bool version = head_of(path).version;
            any_version = any_version || version;
            if (version ||
                candidates.size() == 1) { // a lone file is read all the same, for its other mistakes
                load_version(path);
            }
        }
        if (files_.failure()) {
            return *files_.failure();
        }
        if (!any_version && !project_.messages.has_errors()) {
            project_.messages.add(Message::FolderWithoutVersion, std::monostate{}, {asked});
        }
        parse_all_bodies();
        finish();
        return std::move(project_);
    }

  private:
    Project project_;
    Files files_;
    value::Calendar calendar_;
    std::optional<fs::path> calendar_path_;

    VersionHead head_of(const fs::path& path) {
        const auto source = files_.policy(path);
        if (!source) {
            return {};
        }
        diag::Diagnostics unused; // said when the file is loaded
        return version_head(parse::parse_structure(project_.sources, *source, unused));
    }

    static bool is_same(const std::string& name, const std::string& asked) {
        return source::folded_words(name) == source::folded_words(asked);
    }

    void load_version(const fs::path& path) {
        const auto source = files_.policy(path);
        if (!source) {
            return;
        }
        std::vector<Tree> trees;
        std::vector<fs::path> way;
        std::vector<fs::path> done;
        add_tree(path, *source, trees, way, done);
        project_.versions.push_back(std::move(trees));
    }

    /// The file itself first, then what it imports, each once.
    void add_tree(const fs::path& path, source::SourceId source, std::vector<Tree>& trees,
                  std::vector<fs::path>& way, std::vector<fs::path>& done) {
        way.push_back(path);
        done.push_back(path);
        diag::Diagnostics& messages = structure_messages(source);
        trees.push_back(parse::parse_structure(project_.sources, source, messages));
        const std::size_t own = trees.size() - 1;
        for (NodeId item : trees[own].children(trees[own].root())) {
            if (trees[own].kind(item) == Kind::import_decl) {
                follow(trees[own].child(item, Kind::string), own, trees, way, done);
            } else if (trees[own].kind(item) == Kind::draft_decl && !version_head(trees[own]).version) {
                messages.add(Message::DraftWithoutVersion, trees[own].span(item));
            } else if (trees[own].kind(item) == Kind::calendar_decl) {
                read_calendar(trees[own], trees[own].child(item, Kind::string));
            }
        }
        way.pop_back();
    }

    void follow(NodeId name, std::size_t own, std::vector<Tree>& trees, std::vector<fs::path>& way,
                std::vector<fs::path>& done) {
        const source::Span at = trees[own].span(name);
        const auto path = files_.inside(std::string(trees[own].verbatim(name)), at);
        if (!path) {
            return;
        }
        if (const auto start = std::find(way.begin(), way.end(), *path); start != way.end()) {
            std::string round;
            for (auto step = start; step != way.end(); ++step) {
                round += step->filename().string() + " → ";
            }
            project_.messages.add(Message::ImportRing, at, {round + path->filename().string()});
            return;
        }
        if (std::find(done.begin(), done.end(), *path) != done.end()) {
            return;
        }
        if (head_of(*path).version) {
            project_.messages.add(Message::ImportVersion, at, {path->filename().string()});
        } else if (const auto source = files_.policy(*path)) {
            add_tree(*path, *source, trees, way, done);
        }
    }

    /// A file that several versions import is read for each of them, but its mistakes are said once.
    diag::Diagnostics& structure_messages(source::SourceId source) {
        const bool first = std::find(said_.begin(), said_.end(), source) == said_.end();
        said_.push_back(source);
        return first ? project_.messages : repeated_;
    }
    std::vector<source::SourceId> said_;
    diag::Diagnostics repeated_;

    void read_calendar(const Tree& tree, NodeId name) {
        const auto path = files_.inside(std::string(tree.verbatim(name)), tree.span(name));
        if (!path || calendar_path_ == path) {
            return;
        }
        if (calendar_path_) {
            project_.messages.add(Message::SecondCalendar, tree.span(name),
                                  {calendar_path_->filename().string()});
            return;
        }
        calendar_path_ = path;
        const auto bytes = files_.bytes(*path);
        if (!bytes) {
            return;
        }
        std::vector<value::CalendarMistake> mistakes;
        calendar_ = value::Calendar::parse(*bytes, mistakes);
        for (const value::CalendarMistake& mistake : mistakes) {
            source::CellPlace place;
            place.file = path->string();
            place.row = mistake.line;
            project_.messages.add(Message::CalendarLine, place,
                                  {path->filename().string(), std::to_string(mistake.line), mistake.text});
        }
    }

    void parse_all_bodies() {
        said_.clear();
        for (std::vector<Tree>& trees : project_.versions) {
            parse::Names names;
            for (const Tree& tree : trees) {
                parse::collect_names(tree, names);
            }
            for (Tree& tree : trees) {
                parse::parse_bodies(tree, project_.sources, names, structure_messages(tree.source()));
            }
        }
    }

    void finish() {
        std::vector<check::VersionFiles> versions;
        for (const std::vector<Tree>& trees : project_.versions) {
            check::VersionFiles files;
            for (const Tree& tree : trees) {
                files.trees.push_back(&tree);
            }
            versions.push_back(std::move(files));
        }
        check::MeantBodies meant;
        project_.policy =
            check::check(project_.sources, versions, std::move(calendar_), project_.messages, &meant);
        for (const std::vector<Tree>& trees : project_.versions) {
            std::vector<std::set<NodeId>>& bodies = project_.meant.emplace_back(trees.size());
            for (std::size_t tree = 0; tree < trees.size(); ++tree) {
                const auto end = meant.lower_bound({&trees[tree] + 1, NodeId{0}});
                for (auto at = meant.lower_bound({&trees[tree], NodeId{0}}); at != end; ++at) {
                    bodies[tree].insert(at->second);
                }
            }
        }
        project_.messages.sort();
        std::sort(project_.files.begin(), project_.files.end(),
                  [](const PolicyFile& a, const PolicyFile& b) { return a.path < b.path; });
    }
};

} // namespace

base::Result<Project> load(const std::string& path, const std::string& asked_version) {
    return load(path, {}, asked_version);
}

base::Result<Project> load(const std::string& path, const Instead& instead,
                           const std::string& asked_version) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return Loader(fs::path(path), instead).run_folder(path, asked_version);
    }
    const fs::path file = fs::path(path).lexically_normal();
    return Loader(file.has_parent_path() ? file.parent_path() : fs::path("."), instead).run({file}, path);
}

} // namespace tiaoli::project
