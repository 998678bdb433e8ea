// Reads the list of result files in a manifest, in the form in which `manifest` writes it.
#include "old_results.hpp"

#include "tiaoli/source/checksum.hpp"
#include "tiaoli/source/source.hpp"

namespace tiaoli::report {

namespace {

constexpr std::string_view list_start = "\"结果文件\": [";
constexpr std::string_view name_start = "{\"文件\": \"";
constexpr std::string_view sum_start = "\", \"sha256\": \"";

/// The text up to `stop`, behind which the rest begins; nothing where it is not there.
std::optional<std::string_view> take_up_to(std::string_view& rest, std::string_view stop) {
    const std::size_t at = rest.find(stop);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view taken = rest.substr(0, at);
    rest.remove_prefix(at + stop.size());
    return taken;
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." &&
           name.find_first_of("/\\") == std::string_view::npos;
}

} // namespace

std::set<std::string> old_results(const Path& folder) {
    return old_results(folder, folder / std::string{manifest_name});
}

std::set<std::string> old_results(const Path& folder, const Path& manifest) {
    std::set<std::string> out{std::string{manifest_name}};
    const auto text = source::read_file(manifest.string());
    if (!text.ok())
        return out;
    std::string_view rest = text.value();
    if (!take_up_to(rest, list_start))
        return out;
    while (take_up_to(rest, name_start)) {
        const auto name = take_up_to(rest, sum_start);
        const auto sum = name ? take_up_to(rest, "\"") : std::nullopt;
        if (!sum || !is_plain_name(*name))
            break;
        const auto bytes = source::read_file((folder / std::string{*name}).string());
        if (bytes.ok() && source::sha256(bytes.value()) == *sum)
            out.emplace(*name);
    }
    return out;
}

} // namespace tiaoli::report
