// Tries amendments alone, then together, until every changed case is explained.
#include "tiaoli/compare/attribution.hpp"

#include "composition.hpp"

#include <algorithm>

namespace tiaoli::compare {

namespace {

class Search {
  public:
    Search(const Comparison& comparison, const DecisionChanges& decisions, const Side& before,
           const Side& after, const CaseReader& read, value::Date today)
        : comparison_(comparison), decisions_(decisions), before_(before), after_(after), read_(read),
          today_(today) {}

    Attribution run();

  private:
    bool open(SchemaIs schema_is);
    std::optional<Decided> decide_with(const std::vector<bool>& taken);
    bool meets(const std::optional<Decided>& decided, std::optional<Outcome> Flip::*side) const;
    void try_singles();
    void try_sets(std::size_t size);
    void try_without_one();
    void note_sufficient(const AmendmentSet& set, const Decided& decided);
    Alone alone_of(const Decided& decided) const;
    std::vector<bool> flags(const AmendmentSet& set) const;
    bool is_left() const { return std::find(left_.begin(), left_.end(), true) != left_.end(); }

    const Comparison& comparison_;
    const DecisionChanges& decisions_;
    const Side& before_;
    const Side& after_;
    const CaseReader& read_;
    value::Date today_;
    std::unique_ptr<Composer> composer_;
    Decided old_;
    std::vector<bool> left_; ///< flips that no set of a smaller size explains
    Attribution out_;
};

std::optional<Outcome> outcome_in(const Decided& decided, const CaseId& id) {
    const auto found = decided.find(id);
    return found == decided.end() ? std::nullopt : std::optional{found->second};
}

bool is_same(const std::optional<Outcome>& one, const std::optional<Outcome>& other) {
    return one && other ? is_same(*one, *other) : one.has_value() == other.has_value();
}

Attribution Search::run() {
    if (!open(SchemaIs::OfTheNew) && !open(SchemaIs::AnAmendment)) {
        out_.sound = false;
        out_.fails_at_old = true;
        return std::move(out_);
    }
    const std::size_t count = out_.amendments.size();
    if (!meets(decide_with(std::vector<bool>(count, true)), &Flip::after)) {
        out_.sound = false;
        return std::move(out_);
    }
    out_.causes.resize(decisions_.flips.size());
    out_.alone.resize(count);
    left_.assign(decisions_.flips.size(), true);
    out_.exact = count <= Attribution::most_exact;
    try_singles();
    for (std::size_t size = 2; out_.exact && size <= count && is_left(); ++size)
        try_sets(size);
    if (!out_.exact && is_left())
        try_without_one();
    return std::move(out_);
}

/// Whether the composition of no amendment decides as the old version does.
bool Search::open(SchemaIs schema_is) {
    composer_ = std::make_unique<Composer>(before_.project, after_.project, comparison_, schema_is);
    out_.amendments = composer_->amendments();
    std::optional<Decided> none = decide_with(std::vector<bool>(out_.amendments.size(), false));
    if (!meets(none, &Flip::before))
        return false;
    old_ = std::move(*none);
    return true;
}

std::optional<Decided> Search::decide_with(const std::vector<bool>& taken) {
    const std::unique_ptr<project::Project> made = composer_->compose(taken);
    if (!made)
        return std::nullopt;
    const std::unique_ptr<data::CaseData> data = read_(made->policy.schema);
    if (!data)
        return std::nullopt;
    ++out_.tried;
    interp::Evaluator evaluator{made->policy, *data, options_for(today_)};
    return decide({*made, *data}, evaluator);
}

/// Flips are as on that side, and nothing else is decided otherwise than in both versions.
bool Search::meets(const std::optional<Decided>& decided, std::optional<Outcome> Flip::*side) const {
    if (!decided)
        return false;
    const std::size_t all = decisions_.decided[side == &Flip::before ? 0 : 1];
    return decided->size() == all &&
           std::all_of(decisions_.flips.begin(), decisions_.flips.end(),
                       [&](const Flip& flip) { return is_same(outcome_in(*decided, flip.id), flip.*side); });
}

std::vector<bool> Search::flags(const AmendmentSet& set) const {
    std::vector<bool> taken(out_.amendments.size(), false);
    for (const std::size_t at : set)
        taken[at] = true;
    return taken;
}

void Search::note_sufficient(const AmendmentSet& set, const Decided& decided) {
    for (std::size_t at = 0; at < left_.size(); ++at) {
        const Flip& flip = decisions_.flips[at];
        if (left_[at] && is_same(outcome_in(decided, flip.id), flip.after))
            out_.causes[at].sufficient.push_back(set);
    }
}

void Search::try_singles() {
    for (std::size_t at = 0; at < out_.amendments.size(); ++at) {
        const auto decided = decide_with(flags({at}));
        if (!decided) {
            out_.alone[at].stands = false;
            continue;
        }
        out_.alone[at] = alone_of(*decided);
        note_sufficient({at}, *decided);
    }
    for (std::size_t at = 0; at < left_.size(); ++at)
        left_[at] = out_.causes[at].sufficient.empty();
}

/// All sets of that size, in the order of their places.
void Search::try_sets(std::size_t size) {
    const std::size_t count = out_.amendments.size();
    AmendmentSet set;
    for (std::size_t at = 0; at < size; ++at)
        set.push_back(at);
    for (bool more = true; more;) {
        if (const auto decided = decide_with(flags(set)))
            note_sufficient(set, *decided);
        more = false;
        for (std::size_t at = size; at-- > 0 && !more;) {
            if (set[at] + (size - at) >= count)
                continue;
            ++set[at];
            for (std::size_t next = at + 1; next < size; ++next)
                set[next] = set[next - 1] + 1;
            more = true;
        }
    }
    for (std::size_t at = 0; at < left_.size(); ++at)
        left_[at] = out_.causes[at].sufficient.empty();
}

void Search::try_without_one() {
    for (std::size_t amendment = 0; amendment < out_.amendments.size(); ++amendment) {
        std::vector<bool> taken(out_.amendments.size(), true);
        taken[amendment] = false;
        const auto decided = decide_with(taken);
        for (std::size_t at = 0; decided && at < left_.size(); ++at) {
            const Flip& flip = decisions_.flips[at];
            if (left_[at] && !is_same(outcome_in(*decided, flip.id), flip.after))
                out_.causes[at].needed.push_back(amendment);
        }
    }
}

Alone Search::alone_of(const Decided& decided) const {
    Alone alone;
    const auto add = [&](const CaseId& id, const Outcome& outcome, bool old) {
        if (outcome.verdict != model::Verdict::Pass || outcome.trial)
            return;
        for (const MatterSums& matter : decisions_.matters) {
            if (matter.matter != id.matter)
                continue;
            for (const auto& [name, output] : outcome.outputs) {
                const bool summed =
                    std::find(matter.outputs.begin(), matter.outputs.end(), name) != matter.outputs.end();
                if (!summed || !output.amount)
                    continue;
                value::Number& sum = alone.money[{id.matter, name}];
                sum = old ? sum - *output.amount : sum + *output.amount;
            }
        }
    };
    for (const auto& [id, outcome] : decided) {
        const auto before = outcome_in(old_, id);
        alone.flips += is_same(before, outcome) ? 0 : 1;
        add(id, outcome, false);
    }
    for (const auto& [id, outcome] : old_) {
        alone.flips += decided.contains(id) ? 0 : 1;
        add(id, outcome, true);
    }
    std::erase_if(alone.money, [](const auto& each) { return each.second.is_zero(); });
    return alone;
}

} // namespace

Attribution attribution(const Comparison& comparison, const DecisionChanges& decisions, const Side& before,
                        const Side& after, const CaseReader& read, value::Date today) {
    return Search{comparison, decisions, before, after, read, today}.run();
}

} // namespace tiaoli::compare
