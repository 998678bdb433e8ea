// The messages' codes, severities and words, and the list of messages of a stage.
#include "tiaoli/diag/diagnostic.hpp"

#include "tiaoli/base/check.hpp"
#include "tiaoli/base/match.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace tiaoli::diag {

namespace {

struct Entry {
    std::string_view code;
    Severity severity;
    std::string_view chinese;
    std::string_view english;
};

constexpr auto entries = std::to_array<Entry>({
#define TIAOLI_MESSAGE(id, code, severity, chinese, english) {code, Severity::severity, chinese, english},
#include "tiaoli/diag/messages.def"
#undef TIAOLI_MESSAGE
    {"", Severity::Error, "", ""},
});

const Entry& entry(Message message) {
    const auto index = static_cast<std::size_t>(message);
    TIAOLI_CHECK(index + 1 < entries.size(), "a message must be one of messages.def");
    return entries[index];
}

/// The argument that `{n}` at `at` stands for, with the length of `{n}`; length 0 when no placeholder stands there.
struct Placeholder {
    std::size_t argument = 0;
    std::size_t length = 0;
};

Placeholder placeholder_at(std::string_view words, std::size_t at) {
    std::size_t argument = 0;
    std::size_t end = at + 1;
    while (end < words.size() && end < at + 4 && words[end] >= '0' && words[end] <= '9')
        argument = argument * 10 + static_cast<std::size_t>(words[end++] - '0');
    if (end == at + 1 || end >= words.size() || words[end] != '}')
        return {};
    return {argument, end + 1 - at};
}

/// Policy files first, by source and offset; then cells; then what has no place.
bool stands_before(const Diagnostic& a, const Diagnostic& b) {
    if (a.place.index() != b.place.index()) {
        constexpr std::array<int, 3> order = {2, 0, 1};
        return order[a.place.index()] < order[b.place.index()];
    }
    return base::match(
        a.place, [](std::monostate) { return false; },
        [&](const source::Span& span) { return span < std::get<source::Span>(b.place); },
        [&](const source::CellPlace& cell) {
            const auto& other = std::get<source::CellPlace>(b.place);
            return std::tie(cell.file, cell.sheet, cell.row, cell.column) <
                   std::tie(other.file, other.sheet, other.row, other.column);
        });
}

} // namespace

std::string_view code(Message message) { return entry(message).code; }

Severity severity(Message message) { return entry(message).severity; }

std::string words(Message message, const std::vector<std::string>& args, Language language) {
    const Entry& said = entry(message);
    const std::string_view text = language == Language::Chinese ? said.chinese : said.english;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Placeholder found = text[at] == '{' ? placeholder_at(text, at) : Placeholder{};
        if (found.length == 0) {
            out += text[at++];
            continue;
        }
        if (found.argument < args.size())
            out += args[found.argument];
        at += found.length;
    }
    return out;
}

Diagnostic& Diagnostics::add(Message message, Place place, std::vector<std::string> args) {
    items_.push_back({message, std::move(place), std::move(args)});
    return items_.back();
}

void Diagnostics::append(const Diagnostics& other) {
    items_.reserve(items_.size() + other.items_.size());
    for (std::size_t at = 0, count = other.items_.size(); at < count; ++at)
        items_.push_back(other.items_[at]);
}

bool Diagnostics::has_errors() const { return count(Severity::Error) > 0; }

std::size_t Diagnostics::count(Severity wanted) const {
    return static_cast<std::size_t>(
        std::count_if(items_.begin(), items_.end(),
                      [wanted](const Diagnostic& each) { return severity(each.message) == wanted; }));
}

void Diagnostics::sort() { std::stable_sort(items_.begin(), items_.end(), stands_before); }

} // namespace tiaoli::diag
