// Small typed numbers that refer to things owned by a store.
#pragma once

#include "tiaoli/base/check.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace tiaoli::base {

/// Refers to an element of a `Store<T, Id<Tag>>`; a default-made id refers to nothing.
template <class Tag> struct Id {
    static constexpr std::uint32_t nothing = 0xffffffffU;
    std::uint32_t index = nothing;

    constexpr bool valid() const { return index != nothing; }
    constexpr auto operator<=>(const Id&) const = default;
};

/// Owns values of one kind; ids stay valid for the store's life.
template <class T, class IdType> class Store {
  public:
    IdType add(T value) {
        items_.push_back(std::move(value));
        return IdType{static_cast<std::uint32_t>(items_.size() - 1)};
    }
    T& operator[](IdType id) {
        TIAOLI_CHECK(id.index < items_.size(), "an id must refer into its own store");
        return items_[id.index];
    }
    const T& operator[](IdType id) const {
        TIAOLI_CHECK(id.index < items_.size(), "an id must refer into its own store");
        return items_[id.index];
    }
    std::size_t size() const { return items_.size(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    auto begin() { return items_.begin(); }
    auto end() { return items_.end(); }

  private:
    std::vector<T> items_;
};

} // namespace tiaoli::base

template <class Tag> struct std::hash<tiaoli::base::Id<Tag>> {
    std::size_t operator()(const tiaoli::base::Id<Tag>& id) const noexcept { return id.index; }
};
