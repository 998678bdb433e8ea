// Pairs units: first those that say the same, then those of one name, then those of one kind that are alike.
#include "changes.hpp"

#include "change_names.hpp"

#include <algorithm>
#include <tuple>

namespace tiaoli::compare {

namespace {

/// Statements without a name that have less in common are different ones.
constexpr int least_likeness = 500;

class Pairing {
  public:
    Pairing(std::vector<PlacedUnit> before, std::vector<PlacedUnit> after)
        : before_(std::move(before)), after_(std::move(after)), left_(before_.size(), true),
          right_(after_.size(), true) {}

    std::vector<Change> run();

  private:
    /// Takes out every two, in written order, for which `same` holds.
    template <class Same> void pair_up(const Same& same, bool is_change);
    void pair_alike();
    void put(std::size_t before, std::size_t after);

    std::vector<PlacedUnit> before_;
    std::vector<PlacedUnit> after_;
    std::vector<bool> left_;  ///< not taken yet
    std::vector<bool> right_; ///< likewise
    std::vector<Change> out_;
};

bool same_place(const PlacedUnit& one, const PlacedUnit& other) {
    return one.pair == other.pair && one.unit.kind == other.unit.kind && one.unit.home == other.unit.home;
}

/// What people call by a name is another thing under another name, though it says the same: columns, settings and results go by
/// names. An exception is called by its rule, whose words may be written otherwise.
bool is_called_alike(const Unit& one, const Unit& other) {
    return one.name == other.name || one.kind == UnitKind::Exception || one.name.empty() ||
           other.name.empty();
}

/// 名 ＝ … and a table that gives the same name are one definition in two forms.
UnitKind shape(UnitKind kind) { return kind == UnitKind::Table ? UnitKind::Definition : kind; }

template <class Same> void Pairing::pair_up(const Same& same, bool is_change) {
    for (std::size_t old = 0; old < before_.size(); ++old) {
        for (std::size_t now = 0; left_[old] && now < after_.size(); ++now) {
            if (!right_[now] || !same(before_[old], after_[now]))
                continue;
            left_[old] = false;
            right_[now] = false;
            if (is_change)
                put(old, now);
        }
    }
}

void Pairing::put(std::size_t before, std::size_t after) {
    Change change;
    change.pair = after_[after].pair;
    change.before = before_[before].unit;
    change.after = after_[after].unit;
    name_change(change);
    out_.push_back(std::move(change));
}

void Pairing::pair_alike() {
    std::vector<std::tuple<int, std::size_t, std::size_t>> found;
    for (std::size_t old = 0; old < before_.size(); ++old) {
        for (std::size_t now = 0; left_[old] && now < after_.size(); ++now) {
            const int common = right_[now] && same_place(before_[old], after_[now])
                                   ? likeness(before_[old].unit.words, after_[now].unit.words)
                                   : 0;
            if (common >= least_likeness)
                found.emplace_back(-common, old, now);
        }
    }
    std::sort(found.begin(), found.end());
    for (const auto& [likeness, old, now] : found) {
        if (!left_[old] || !right_[now])
            continue;
        left_[old] = false;
        right_[now] = false;
        put(old, now);
    }
}

std::vector<Change> Pairing::run() {
    pair_up(
        [](const PlacedUnit& one, const PlacedUnit& other) {
            return same_place(one, other) && is_same(one.unit.meaning, other.unit.meaning) &&
                   is_called_alike(one.unit, other.unit);
        },
        false);
    pair_up(
        [](const PlacedUnit& one, const PlacedUnit& other) {
            return one.pair == other.pair && shape(one.unit.kind) == shape(other.unit.kind) &&
                   one.unit.home == other.unit.home && !one.unit.name.empty() &&
                   one.unit.name == other.unit.name;
        },
        true);
    pair_alike();
    for (std::size_t old = 0; old < before_.size(); ++old) {
        if (left_[old])
            out_.push_back({ChangeName::Removed, before_[old].pair, before_[old].unit, {}, {}});
    }
    for (std::size_t now = 0; now < after_.size(); ++now) {
        if (right_[now])
            out_.push_back({ChangeName::Added, after_[now].pair, {}, after_[now].unit, {}});
    }
    // outside any article first: no_pair + 1 is 0
    std::stable_sort(out_.begin(), out_.end(), [](const Change& one, const Change& other) {
        return std::tuple{one.pair + 1, one.unit().kind} < std::tuple{other.pair + 1, other.unit().kind};
    });
    return std::move(out_);
}

} // namespace

std::vector<Change> changes_between(std::vector<PlacedUnit> before, std::vector<PlacedUnit> after) {
    return Pairing{std::move(before), std::move(after)}.run();
}

} // namespace tiaoli::compare
