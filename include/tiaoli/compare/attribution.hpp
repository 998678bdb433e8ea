// Which amendment caused which change: the old version is decided again with amendments put into it, one by one and together.
#pragma once

#include "tiaoli/compare/comparison.hpp"
#include "tiaoli/compare/decisions.hpp"

#include <functional>
#include <memory>

namespace tiaoli::compare {

/// What the new version says otherwise in one article, or in one statement outside any article.
struct Amendment {
    std::size_t pair = Change::no_pair; ///< the article; else outside any article
    UnitKind kind = UnitKind::Rule;     ///< outside any article: of what
    std::string title = {};             ///< likewise: 逾期率
};

/// Places in Attribution::amendments, ascending.
using AmendmentSet = std::vector<std::size_t>;

struct Cause {
    /// Where all sets were tried: every smallest set that makes the old version decide the case as the new one does.
    std::vector<AmendmentSet> sufficient;
    /// Where only singles and leave-one-out were tried: those without which the new version would decide the case otherwise.
    AmendmentSet needed;
};

/// What an amendment does alone.
struct Alone {
    bool stands = true;    ///< false: it needs another one to be a policy without errors
    std::size_t flips = 0; ///< cases that it decides otherwise
    /// What it adds to the sums of those that passed, by matter and output; what it leaves as it was is left out.
    std::map<std::pair<std::string, std::string>, value::Number> money;
};

struct Attribution {
    /// So many amendments are tried in every combination that is needed.
    static constexpr std::size_t most_exact = 12;

    std::vector<Amendment> amendments;
    std::vector<Cause> causes; ///< by DecisionChanges::flips
    std::vector<Alone> alone;  ///< by amendment
    bool exact = true;         ///< false: more than `most_exact` amendments
    /// False: the compositions do not decide as the versions do (none of the amendments: the old one; all: the new one); then
    /// nothing is said.
    bool sound = true;
    bool fails_at_old = false; ///< not sound: it is the old version that is not met
    std::size_t tried = 0;     ///< compositions that were decided
};

/// The case data as a policy with this schema reads them.
using CaseReader = std::function<std::unique_ptr<data::CaseData>(const model::Schema&)>;

Attribution attribution(const Comparison& comparison, const DecisionChanges& decisions, const Side& before,
                        const Side& after, const CaseReader& read, value::Date today);

} // namespace tiaoli::compare
