// A list that does not change, which several owners may share.
#pragma once

#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace tiaoli::base {

template <class T> class SharedList {
  public:
    SharedList() = default;
    SharedList(std::vector<T> items)
        : items_(items.empty() ? nullptr : std::make_shared<const std::vector<T>>(std::move(items))) {}
    SharedList(std::initializer_list<T> items) : SharedList(std::vector<T>(items)) {}

    const std::vector<T>& items() const {
        static const std::vector<T> none;
        return items_ ? *items_ : none;
    }
    auto begin() const { return items().begin(); }
    auto end() const { return items().end(); }
    std::size_t size() const { return items().size(); }
    bool empty() const { return items_ == nullptr; }
    const T& operator[](std::size_t at) const { return items()[at]; }
    const T& at(std::size_t at) const { return items().at(at); }
    friend bool operator==(const SharedList& list, const std::vector<T>& items) {
        return list.items() == items;
    }

  private:
    std::shared_ptr<const std::vector<T>> items_;
};

} // namespace tiaoli::base
