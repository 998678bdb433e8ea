// The nearest of the known names, by the edits between them.
#include "tiaoli/diag/nearest.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::diag {

void add_with_nearest(Diagnostics& messages, Message message, Place place, std::vector<std::string> args,
                      const std::string& written, const std::vector<std::string>& known) {
    Diagnostic& added = messages.add(message, std::move(place), std::move(args));
    const std::string* nearest = nullptr;
    int least = static_cast<int>(std::max<std::size_t>(2, written.size() / 3)) + 1;
    for (const std::string& name : known) {
        const int distance = source::edit_distance(written, name, least);
        if (distance < least) {
            least = distance;
            nearest = &name;
        }
    }
    if (nearest != nullptr)
        added.notes.push_back({std::monostate{}, Message::DidYouMean, {*nearest}});
}

} // namespace tiaoli::diag
