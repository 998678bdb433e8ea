// Looks in every kind of statement for those that give a field.
#include "tiaoli/model/provisions.hpp"

namespace tiaoli::model {

std::vector<Provision> provisions(const Version& version, FieldId field) {
    std::vector<Provision> found;
    if (const auto definition = version.definitions.find(field); definition != version.definitions.end()) {
        for (const DefinitionPart& part : definition->second.parts) {
            found.push_back({part.article, part.span});
        }
    }
    if (const auto allocated = version.allocated.find(field); allocated != version.allocated.end()) {
        const Allocation& allocation = version.allocations[allocated->second];
        found.push_back({allocation.article, allocation.span});
    }
    if (const auto timed = version.timed.find(field); timed != version.timed.end()) {
        const Deadline& deadline = version.deadlines[timed->second];
        found.push_back({deadline.article, deadline.span});
    }
    return found;
}

bool gives(const Version& version, FieldId field) {
    return version.definitions.contains(field) || version.allocated.contains(field) ||
           version.timed.contains(field);
}

} // namespace tiaoli::model
