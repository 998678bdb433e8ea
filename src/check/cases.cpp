// Tables and guarded clauses case by case: two that hold with different values, cases that no row takes, rows never reached.
#include "case_search.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;
using model::ClauseKind;
using model::TableForm;

/// A clause of the parts that hold on the same days.
struct Candidate {
    const model::DefinitionPart* part;
    const model::Clause* clause;
    std::optional<model::Scalar> value; ///< where it is a constant that nothing adjusts
};

/// As many overlaps are shown for one definition.
constexpr std::size_t most_overlaps = 5;
constexpr std::size_t most_variables = 64;

class DefinitionCases {
  public:
    DefinitionCases(Workbench& bench, const model::Version& version, model::FieldId field,
                    std::vector<const model::DefinitionPart*> parts)
        : bench_(bench), version_(version), field_(bench.schema().fields[field]), parts_(std::move(parts)),
          space_(bench.schema(), version, bench.sources) {}

    void run() {
        collect();
        if (table_ == nullptr && !may_conflict()) {
            return;
        }
        if (!take_guards()) {
            return report_unchecked("有的格不是与写明的数比较");
        }
        CaseSearch search(space_.variables(), boxes_);
        search_ = &search;
        const bool complete =
            search.run([&](const CaseAtoms& atoms, const auto& taking) { take_case(atoms, taking); });
        if (!complete) {
            return report_unchecked("情形太多");
        }
        report_unreached();
    }

  private:
    Workbench& bench_;
    const model::Version& version_;
    const model::Field& field_;
    std::vector<const model::DefinitionPart*> parts_;
    CaseSpace space_;
    const model::DefinitionPart* table_ = nullptr; ///< the first that is a table
    std::vector<Candidate> candidates_;
    std::vector<Box> boxes_;
    std::vector<std::size_t> owners_; ///< by box: its candidate
    std::vector<bool> reached_;       ///< by candidate
    std::set<std::pair<std::size_t, std::size_t>> overlaps_;
    bool has_gap_ = false;
    const CaseSearch* search_ = nullptr;

    void collect() {
        for (const model::DefinitionPart* part : parts_) {
            table_ = table_ == nullptr && part->table != TableForm::None ? part : table_;
            for (const model::Clause& clause : part->clauses) {
                if (clause.kind != ClauseKind::WhenAbsent) {
                    const bool fixed = part->adjustments.empty();
                    candidates_.push_back(
                        {part, &clause, fixed ? space_.constant(clause.value) : std::nullopt});
                }
            }
        }
        reached_.resize(candidates_.size());
    }

    /// Whether there are two clauses with guards and constant values at all.
    bool may_conflict() const {
        return std::count_if(candidates_.begin(), candidates_.end(), [](const Candidate& each) {
                   return each.value && each.clause->kind == ClauseKind::Guarded;
               }) > 1;
    }

    bool take_guards() {
        for (const Candidate& each : candidates_) {
            if (each.clause->kind == ClauseKind::Guarded && !space_.add(each.clause->guard)) {
                return false;
            }
        }
        space_.settle();
        if (space_.variables().size() > most_variables) {
            return false;
        }
        for (std::size_t at = 0; at < candidates_.size(); ++at) {
            const model::Clause& clause = *candidates_[at].clause;
            const auto found = clause.kind == ClauseKind::Guarded ? space_.boxes(clause.guard)
                               : clause.kind == ClauseKind::Plain ? std::optional{std::vector<Box>{Box{}}}
                                                                  : std::optional{std::vector<Box>{}};
            if (!found) {
                return false;
            }
            boxes_.insert(boxes_.end(), found->begin(), found->end());
            owners_.insert(owners_.end(), found->size(), at);
        }
        return true;
    }

    void take_case(const CaseAtoms& atoms, const std::vector<std::uint32_t>& taking) {
        std::vector<std::size_t> holding;
        for (const std::uint32_t box : taking) {
            const std::size_t owner = owners_[box];
            const bool known = !holding.empty() && holding.back() == owner;
            const bool below = !holding.empty() &&
                               candidates_[holding.back()].part == candidates_[owner].part &&
                               candidates_[owner].part->table == TableForm::FirstRow;
            if (!known && !below) {
                holding.push_back(owner);
            }
        }
        add_otherwise(holding);
        for (const std::size_t each : holding) {
            reached_[each] = true;
        }
        if (holding.empty() && table_ != nullptr && !has_gap_) {
            report_gap(atoms);
        }
        look_for_overlaps(atoms, taking, holding);
    }

    /// 其他的 holds where no other clause of its part does.
    void add_otherwise(std::vector<std::size_t>& holding) const {
        for (std::size_t at = 0; at < candidates_.size(); ++at) {
            const Candidate& each = candidates_[at];
            const bool taken = std::any_of(holding.begin(), holding.end(), [&](std::size_t other) {
                return candidates_[other].part == each.part;
            });
            if (each.clause->kind == ClauseKind::Otherwise && !taken) {
                holding.push_back(at);
            }
        }
    }

    void look_for_overlaps(const CaseAtoms& atoms, const std::vector<std::uint32_t>& taking,
                           const std::vector<std::size_t>& holding) {
        for (std::size_t first = 0; first < holding.size(); ++first) {
            for (std::size_t second = first + 1; second < holding.size(); ++second) {
                const Candidate& a = candidates_[holding[first]];
                const Candidate& b = candidates_[holding[second]];
                const bool differ = a.value && b.value && *a.value != *b.value;
                const std::pair place{holding[first], holding[second]};
                if (!differ || overlaps_.size() >= most_overlaps || overlaps_.contains(place)) {
                    continue;
                }
                const std::set<std::size_t> named = named_by(taking, place);
                if (is_certain(a, b, named)) {
                    overlaps_.insert(place);
                    report_overlap(a, b, example(atoms, {named.begin(), named.end()}));
                }
            }
        }
    }

    /// The variables that the boxes of the two clauses speak of.
    std::set<std::size_t> named_by(const std::vector<std::uint32_t>& taking,
                                   const std::pair<std::size_t, std::size_t>& place) const {
        std::set<std::size_t> named;
        for (const std::uint32_t box : taking) {
            if (owners_[box] == place.first || owners_[box] == place.second) {
                for (const auto& [variable, allowed] : boxes_[box]) {
                    named.insert(variable);
                }
            }
        }
        return named;
    }

    /// Operands that are worked out may never have such values together: only the rows of a table are held to it all the same.
    bool is_certain(const Candidate& a, const Candidate& b, const std::set<std::size_t>& named) const {
        const bool tables = a.part->table != TableForm::None && b.part->table != TableForm::None;
        return tables || named.size() <= 1 || std::all_of(named.begin(), named.end(), [&](std::size_t each) {
                   return space_.variables()[each].is_stored;
               });
    }

    std::string example(const CaseAtoms& atoms, const std::vector<std::size_t>& named) const {
        std::string words;
        for (const std::size_t variable : named) {
            words += (words.empty() ? "" : "、") + space_.words(variable, atoms[variable]);
        }
        return words.empty() ? "任何情形" : words;
    }

    void report_overlap(const Candidate& a, const Candidate& b, const std::string& when) {
        const std::string left = space_.value_words(field_.type, *a.value, {});
        const std::string right = space_.value_words(field_.type, *b.value, {});
        if (a.part == b.part && a.clause->row != 0) {
            bench_.messages
                .add(Message::RowsOverlap, b.clause->span,
                     {when, std::to_string(a.clause->row), std::to_string(b.clause->row), field_.name, left,
                      right})
                .notes = {{a.clause->span, Message::OtherPlace, {}}};
            return;
        }
        bench_.messages.add(Message::ClausesOverlap, b.clause->span, {when, field_.name, left, right})
            .notes = {{a.clause->span, Message::OtherPlace, {}}};
    }

    void report_gap(const CaseAtoms& atoms) {
        has_gap_ = true;
        bench_.messages.add(Message::TableGap, table_->span,
                            {example(atoms, search_->needed_for_gap(atoms)), field_.name});
    }

    void report_unreached() {
        for (std::size_t at = 0; at < candidates_.size(); ++at) {
            if (candidates_[at].clause->row != 0 && !reached_[at]) {
                bench_.messages.add(Message::RowUnreached, candidates_[at].clause->span,
                                    {std::to_string(candidates_[at].clause->row)});
            }
        }
    }

    void report_unchecked(const std::string& reason) {
        if (table_ != nullptr) {
            bench_.messages.add(Message::CasesUnchecked, table_->span, {field_.name, reason});
        }
    }
};

/// Tables of different days follow one another: each group of parts that hold on the same days is looked at on its own.
void check_definition(Workbench& bench, const model::Version& version, const model::Definition& definition) {
    std::set<std::optional<value::Date>> days;
    for (const model::DefinitionPart& part : definition.parts) {
        if (part.table != TableForm::None) {
            days.insert(part.from);
        }
    }
    if (days.empty()) {
        days.insert(std::nullopt);
    }
    for (const std::optional<value::Date>& day : days) {
        std::vector<const model::DefinitionPart*> parts;
        for (const model::DefinitionPart& part : definition.parts) {
            const bool holds_then = part.table == TableForm::None || part.from == day;
            if (holds_then && !part.overrides.valid()) { // an exception wins: it overlaps on purpose
                parts.push_back(&part);
            }
        }
        DefinitionCases(bench, version, definition.field, std::move(parts)).run();
    }
}

} // namespace

void check_cases(Workbench& bench) {
    for (const model::Version& version : bench.policy.versions) {
        for (const auto& [field, definition] : version.definitions) {
            check_definition(bench, version, definition);
        }
    }
}

} // namespace tiaoli::check
