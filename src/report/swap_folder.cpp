// A result folder built beside its place and swapped with the old one in one step.
#include "replace.hpp"

#include "old_results.hpp"

#include <algorithm>
#include <cerrno>

namespace tiaoli::report {

namespace {

/// In a folder whose building or whose swap is not finished.
constexpr std::string_view marker = ".tiaoli-part";
constexpr std::string_view suffix = ".part";

class Swap {
  public:
    Swap(const Path& folder, const std::vector<OutputFile>& files)
        : folder_(folder), beside_(folder.string() + std::string{suffix}), files_(files),
          lock_(folder.parent_path()) {}

    base::Result<Way> run();

  private:
    Trouble tidy();
    Trouble build();
    bool is_result(const std::string& name) const { return old_.contains(name) || new_.contains(name); }
    /// After the swap: what is not the program's moves to the new folder, the rest of the old one goes.
    Trouble clear_old();
    void give_up();
    bool is_marked(const Path& folder) const { return is_there(folder / std::string{marker}); }

    const Path folder_;
    const Path beside_;
    const std::vector<OutputFile>& files_;
    FolderLock lock_;
    bool has_old_ = false;
    std::set<std::string> old_; ///< results of the folder that is swapped out
    std::set<std::string> new_; ///< results of the folder that takes its place
};

bool is_inside(const Path& folder, const Path& place);

} // namespace

base::Result<Way> replace_by_swap(const Path& folder, const std::vector<OutputFile>& files) {
    std::error_code error;
    const Path here = std::filesystem::current_path(error);
    if (folder.filename().empty() || (!error && is_inside(folder, here)))
        return Way::NotHere;
    return Swap{folder, files}.run();
}

namespace {

base::Result<Way> Swap::run() {
    if (const Trouble trouble = tidy())
        return *trouble;
    has_old_ = is_there(folder_);
    new_.clear();
    for (const OutputFile& file : files_)
        new_.insert(file.name);
    if (make_folder(beside_))
        return Way::NotHere;
    if (has_old_ && !copy_rights(folder_, beside_)) {
        give_up();
        return Way::NotHere;
    }
    if (has_old_)
        old_ = old_results(folder_);
    if (const Trouble trouble = build()) {
        give_up();
        return *trouble;
    }
    if (has_old_ ? exchange(beside_, folder_) : move(beside_, folder_)) {
        give_up();
        return Way::NotHere;
    }
    sync_folder(folder_.parent_path());
    if (has_old_) {
        if (const Trouble trouble = clear_old())
            return *trouble;
    }
    if (const Trouble trouble = remove_file(folder_ / std::string{marker}))
        return *trouble;
    return Way::Done;
}

/// Finishes what a killed run has left: a new folder that was not whole goes, an old one that was swapped out is emptied.
Trouble Swap::tidy() {
    if (is_folder(beside_)) {
        if (is_marked(beside_)) {
            give_up();
        } else if (is_marked(folder_)) {
            old_ = old_results(beside_);
            new_ = old_results(folder_);
            if (const Trouble trouble = clear_old())
                return trouble;
        }
    }
    if (is_there(beside_) && remove_empty_folder(beside_)) { // somebody's own folder, or file, of that name
        errno = EEXIST;
        return trouble_at(beside_);
    }
    return remove_file(folder_ / std::string{marker});
}

/// The marker comes first: a folder beside the results that has it holds nothing but what this program has put there.
Trouble Swap::build() {
    if (const Trouble trouble = write_new(beside_ / std::string{marker}, {}))
        return trouble;
    for (const OutputFile& file : files_) {
        if (is_folder(folder_ / file.name)) {
            errno = EISDIR;
            return trouble_at(folder_ / file.name);
        }
        if (const Trouble trouble = write_new(beside_ / file.name, file.bytes))
            return trouble;
    }
    for (const std::string& name : names_in(folder_)) {
        if (!is_result(name) && !is_folder(folder_ / name))
            link_if_possible(folder_ / name, beside_ / name);
    }
    sync_folder(beside_);
    return std::nullopt;
}

/// The old manifest goes last: as long as old results are left, it tells them from what is not the program's.
Trouble Swap::clear_old() {
    for (const std::string& name : names_in(beside_)) {
        if (name == manifest_name)
            continue;
        const bool goes = is_result(name) || is_same_file(beside_ / name, folder_ / name);
        if (const Trouble trouble = goes ? remove_file(beside_ / name) : move(beside_ / name, folder_ / name))
            return trouble;
    }
    if (const Trouble trouble = remove_file(beside_ / std::string{manifest_name}))
        return trouble;
    return remove_empty_folder(beside_);
}

/// The marker goes last, so that the next run knows what this is if even this is not finished.
void Swap::give_up() {
    const int reason = errno;
    for (const std::string& name : names_in(beside_)) {
        if (name != marker)
            remove_file(beside_ / name);
    }
    remove_file(beside_ / std::string{marker});
    remove_empty_folder(beside_);
    errno = reason;
}

bool is_inside(const Path& folder, const Path& place) {
    const auto [end_of_folder, rest] =
        std::mismatch(folder.begin(), folder.end(), place.begin(), place.end());
    return end_of_folder == folder.end();
}

} // namespace

} // namespace tiaoli::report
