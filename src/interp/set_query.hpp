// One question to a set of records: which set, with which values of its keys.
#pragma once

#include "engine.hpp"

namespace tiaoli::interp {

struct Engine::SetQuery {
    model::ExprId id;
    const model::Aggregate& node;
    const SetFacts& facts;
    KeyValues keys = {}; ///< of all keys, as written

    KeyValues index_values() const {
        KeyValues values;
        for (const std::size_t at : facts.index_keys)
            values.push_back(keys[at]);
        return values;
    }
    KeyValues filter_values() const {
        KeyValues values;
        for (const std::size_t at : facts.filter_keys)
            values.push_back(keys[at]);
        return values;
    }
};

} // namespace tiaoli::interp
