// The same cases decided under two versions: what changes, and what it sums up to.
#pragma once

#include "tiaoli/data/tables.hpp"
#include "tiaoli/interp/evaluator.hpp"
#include "tiaoli/project/project.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiaoli::compare {

/// A policy with one version, and the case data as it reads them.
struct Side {
    const project::Project& project;
    const data::CaseData& data;
};

/// What is decided, by names that mean the same in both versions.
struct CaseId {
    std::string matter;
    std::string key;
    std::string period; ///< empty for a matter that does not recur
    auto operator<=>(const CaseId&) const = default;
};

struct OutputText {
    std::string text;                         ///< as a result table has it
    std::optional<value::Number> amount = {}; ///< of money that is known
};

struct Outcome {
    model::Verdict verdict = model::Verdict::NotApplicable;
    bool trial = false;
    std::map<std::string, OutputText> outputs; ///< by name; those without a value are left out
    std::uint32_t instance = 0;                ///< a place in Evaluator::instances of its own side
};
bool is_same(const Outcome& one, const Outcome& other);

/// Every decision under one version, by case.
using Decided = std::map<CaseId, Outcome>;

/// Sums over a group of cases, one number for each side.
struct Sums {
    std::size_t decided[2] = {0, 0};
    std::size_t passed[2] = {0, 0};
    std::map<std::string, value::Number> money[2]; ///< by the name of an output that may be added up

    bool differs() const;
    value::Number of(int side, const std::string& output) const;
};

/// Cases by the values of one field of theirs (模式), or of a record that they refer to (贷款的银行), or by their year.
struct Dimension {
    std::string name;
    bool is_reference = false; ///< its values are records: banks, enterprises
    std::map<std::string, Sums> groups;
};

struct MatterSums {
    std::string matter;
    std::map<model::Verdict, std::size_t> verdicts[2];
    std::vector<std::string> outputs; ///< those that are added up, in declared order
    Sums sums;
    std::vector<Dimension> dimensions;
};

/// A case that is decided otherwise. A side is missing where that version does not decide the case at all.
struct Flip {
    CaseId id;
    std::string record; ///< the record type reviewed
    std::optional<Outcome> before;
    std::optional<Outcome> after;
};

struct DecisionChanges {
    std::vector<MatterSums>
        matters;             ///< in the order of the new version, then those that only the old one has
    std::vector<Flip> flips; ///< by matter in that order, then by case
    std::size_t decided[2] = {0, 0};
    std::size_t turned_back[2] = {0, 0};
};

/// Decides everything of one side, in world order.
Decided decide(const Side& side, interp::Evaluator& evaluator);

/// `evaluators` belong to the sides; both days of force have been aligned (`align_days`).
DecisionChanges decision_changes(const Side& before, interp::Evaluator& evaluator_before, const Side& after,
                                 interp::Evaluator& evaluator_after);

/// Both versions decide as if they had been in force from the earlier of their two days: matters that recur then have the same
/// periods, as when one folder holds both versions.
void align_days(project::Project& before, project::Project& after);

/// A run of one version alone.
interp::Options options_for(value::Date today);

} // namespace tiaoli::compare
