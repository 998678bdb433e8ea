// Puts a result set in the place of another, by the best way that its folder allows.
#include "replace.hpp"

#include "tiaoli/report/case_template.hpp"

#include <cerrno>

namespace tiaoli::report {

namespace {

/// The folder's own place, without links or dots; its parents are made.
base::Result<Path> place_of(const std::string& folder) {
    std::error_code error;
    Path path = std::filesystem::absolute(folder, error).lexically_normal();
    if (path.filename().empty())
        path = path.parent_path(); // a slash at the end
    if (!error)
        std::filesystem::create_directories(path.parent_path(), error);
    if (!error)
        path = std::filesystem::weakly_canonical(path, error);
    if (error)
        return base::Failure{folder, error.message()};
    if (is_there(path) && !is_folder(path)) {
        errno = ENOTDIR;
        return *trouble_at(folder);
    }
    return path;
}

} // namespace

base::Result<std::vector<std::string>> write(const std::string& folder,
                                             const std::vector<OutputFile>& files) {
    const base::Result<Path> place = place_of(folder);
    if (!place.ok())
        return place.failure();
    const base::Result<Way> swapped = replace_by_swap(place.value(), files);
    if (!swapped.ok())
        return swapped.failure();
    if (swapped.value() == Way::NotHere) {
        if (!is_there(place.value())) {
            if (const Trouble trouble = make_folder(place.value()))
                return *trouble;
        }
        if (const Trouble trouble = replace_in_place(place.value(), files))
            return *trouble;
    }
    std::vector<std::string> paths;
    for (const OutputFile& file : files)
        paths.push_back((Path{folder} / file.name).string());
    return paths;
}

base::Result<std::string> write_once(const std::string& path, const std::string& bytes) {
    const Path unfinished = path + ".part";
    remove_file(unfinished);
    Trouble trouble = write_new(unfinished, bytes);
    if (!trouble)
        trouble = move_to_free_name(unfinished, path);
    if (!trouble)
        return path;
    remove_file(unfinished);
    trouble->what = path;
    return *trouble;
}

} // namespace tiaoli::report
