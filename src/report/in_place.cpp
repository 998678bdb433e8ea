// Results that are moved into their folder one by one, where the folder itself cannot be swapped.
#include "replace.hpp"

#include "old_results.hpp"

namespace tiaoli::report {

namespace {

constexpr std::string_view workplace_name = ".tiaoli-new";
/// In the workplace once everything in it is whole: from then on the way leads forward.
constexpr std::string_view go_name = "go";
constexpr std::string_view old_manifest_name = "old";

class InPlace {
  public:
    InPlace(const Path& folder, const std::vector<OutputFile>& files)
        : folder_(folder), workplace_(folder / std::string{workplace_name}), files_(files), lock_(folder) {}

    Trouble run();

  private:
    Trouble build();
    Trouble go();
    Trouble clear_old(const std::set<std::string>& arriving);
    void give_up();
    Path at_work(std::string_view name) const { return workplace_ / std::string{name}; }

    const Path folder_;
    const Path workplace_;
    const std::vector<OutputFile>& files_;
    FolderLock lock_;
};

} // namespace

Trouble replace_in_place(const Path& folder, const std::vector<OutputFile>& files) {
    return InPlace{folder, files}.run();
}

namespace {

Trouble InPlace::run() {
    if (is_there(at_work(go_name))) {
        if (const Trouble trouble = go())
            return trouble;
    }
    give_up(); // what a killed run has not brought to an end
    if (const Trouble trouble = build()) {
        give_up();
        return trouble;
    }
    return go();
}

Trouble InPlace::build() {
    if (const Trouble trouble = make_folder(workplace_))
        return trouble;
    for (const OutputFile& file : files_) {
        if (is_folder(folder_ / file.name)) {
            errno = EISDIR;
            return trouble_at(folder_ / file.name);
        }
        if (const Trouble trouble = write_new(at_work(file.name), file.bytes))
            return trouble;
    }
    sync_folder(workplace_);
    if (const Trouble trouble = write_new(at_work(go_name), {}))
        return trouble;
    sync_folder(workplace_);
    return std::nullopt;
}

/// Can be begun again wherever it was broken off.
Trouble InPlace::go() {
    const Path manifest = folder_ / std::string{manifest_name};
    if (is_there(manifest) && is_there(at_work(manifest_name))) {
        if (const Trouble trouble = move(manifest, at_work(old_manifest_name)))
            return trouble;
    }
    std::set<std::string> arriving;
    for (const std::string& name : names_in(workplace_)) {
        if (name != go_name && name != old_manifest_name && name != manifest_name)
            arriving.insert(name);
    }
    if (const Trouble trouble = clear_old(arriving))
        return trouble;
    for (const std::string& name : arriving) {
        if (const Trouble trouble = move(at_work(name), folder_ / name))
            return trouble;
    }
    sync_folder(folder_);
    if (is_there(at_work(manifest_name))) {
        if (const Trouble trouble = move(at_work(manifest_name), manifest))
            return trouble;
    }
    sync_folder(folder_);
    if (const Trouble trouble = remove_file(at_work(go_name)))
        return trouble;
    return remove_empty_folder(workplace_);
}

/// Old results that no new one takes the place of. They are known by the old manifest, which goes when they have gone.
Trouble InPlace::clear_old(const std::set<std::string>& arriving) {
    if (!is_there(at_work(old_manifest_name)))
        return std::nullopt;
    for (const std::string& name : old_results(folder_, at_work(old_manifest_name))) {
        if (!arriving.contains(name) && name != manifest_name) {
            if (const Trouble trouble = remove_file(folder_ / name))
                return trouble;
        }
    }
    return remove_file(at_work(old_manifest_name));
}

void InPlace::give_up() {
    const int reason = errno;
    for (const std::string& name : names_in(workplace_))
        remove_file(at_work(name));
    remove_empty_folder(workplace_);
    errno = reason;
}

} // namespace

} // namespace tiaoli::report
