// Keeps account of the returned decisions that values rest on.
#include "returned.hpp"

#include <algorithm>
#include <iterator>

namespace tiaoli::interp {

namespace {

constexpr Returned by_way_of_another = 1U << 31U;

} // namespace

bool ReturnedFirst::add(Returned next) {
    const bool is_direct = (next & by_way_of_another) == 0;
    if (is_direct || !std::binary_search(list_.begin(), list_.end(), next ^ by_way_of_another))
        list_.push_back(next);
    return list_.size() <= Decision::could_change_counted;
}

ReturnedList joined(const ReturnedList& a, const ReturnedList& b) {
    if (b.empty())
        return a;
    ReturnedList both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    ReturnedFirst first;
    for (const Returned returned : both) {
        if (!first.add(returned))
            break;
    }
    return std::move(first).list();
}

void ReturnedCounts::add(const ReturnedList& list) {
    for (const Returned each : list)
        ++counts_[each];
}

void ReturnedCounts::remove(const ReturnedList& list) {
    for (const Returned each : list) {
        const auto found = counts_.find(each);
        if (--found->second == 0)
            counts_.erase(found);
    }
}

ReturnedList ReturnedCounts::first() const {
    ReturnedFirst first;
    for (const auto& [returned, count] : counts_) {
        if (!first.add(returned))
            break;
    }
    return std::move(first).list();
}

ReturnedList ReturnedLog::take(std::size_t mark) {
    if (!any_since(mark))
        return {};
    const auto begin = noted_.begin() + static_cast<std::ptrdiff_t>(mark);
    std::sort(begin, noted_.end());
    ReturnedFirst first;
    for (auto at = begin; at != noted_.end(); ++at) {
        const bool is_repeated = at != begin && *at == *(at - 1);
        if (!is_repeated && !first.add(*at))
            break;
    }
    noted_.erase(begin, noted_.end());
    return std::move(first).list();
}

ReturnedList ReturnedLog::settled(model::RowRef row, model::Verdict verdict, const ReturnedList& rests_on) {
    ReturnedList out;
    if (verdict == model::Verdict::Return) {
        out.push_back(static_cast<Returned>(rows_.size()));
        rows_.push_back(row);
    }
    const std::size_t own = out.size();
    for (const Returned each : rests_on)
        out.push_back(each | by_way_of_another);
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(own), out.end());
    out.resize(std::min(out.size(), Decision::could_change_counted + 1));
    return out;
}

std::vector<model::RowRef> ReturnedLog::rows(const ReturnedList& list) const {
    std::vector<model::RowRef> out;
    for (const Returned each : list) {
        const model::RowRef row = rows_[each & ~by_way_of_another];
        if (std::find(out.begin(), out.end(), row) == out.end())
            out.push_back(row);
    }
    return out;
}

} // namespace tiaoli::interp
