// Tries each change on the examples that come to its place, until one of them notices.
#include "example_check.hpp"
#include "facts.hpp"
#include "mutants.hpp"
#include "mutation_words.hpp"

#include "tiaoli/source/folded.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace tiaoli::suite {

namespace {

/// An example with what it came to under the policy as it is.
struct Prepared {
    const model::Version* version;
    const model::Example* example;
    data::CaseData data;
    interp::Sightings sightings;
    std::set<model::FieldId> given; ///< fields that have a value in its facts
};

class Mutation {
  public:
    Mutation(const project::Project& project, const std::vector<Unnoticeable>& known)
        : project_(project), known_(known), used_(known.size(), Fate::Survived) {}

    Mutations run(const interp::Progress& progress);

  private:
    void prepare();
    void try_on_examples(const Mutant& mutant, MutantResult& result);
    bool matters(const Mutant& mutant, const Prepared& prepared) const;
    bool is_there(const Witness& witness, const Prepared& prepared) const;
    bool notices(const Mutant& mutant, const Prepared& prepared) const;
    interp::Options options(const model::Example& example) const;
    void explain(MutantResult& result);
    bool fits(const Unnoticeable& known, const MutantResult& result) const;
    void list_unused(Mutations& out) const;

    const project::Project& project_;
    const std::vector<Unnoticeable>& known_;
    std::vector<Fate> used_; ///< by place in `known_`: Survived: it fitted no change
    project::Project changed_;
    model::Policy plain_; ///< the policy without its examples
    std::vector<Prepared> examples_;
};

} // namespace

std::size_t Mutations::count(Fate fate) const {
    return static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(), [&](const MutantResult& each) { return each.fate == fate; }));
}

Mutations mutate(const project::Project& project, const std::vector<Unnoticeable>& known,
                 const interp::Progress& progress) {
    return Mutation{project, known}.run(progress);
}

namespace {

Mutations Mutation::run(const interp::Progress& progress) {
    prepare();
    Mutations out;
    const std::vector<Mutant> all = mutants(project_);
    for (const Mutant& mutant : all) {
        if (progress)
            progress(out.changes.size(), all.size());
        MutantResult result = mutant.what;
        try_on_examples(mutant, result);
        explain(result);
        out.changes.push_back(std::move(result));
    }
    list_unused(out);
    return out;
}

void Mutation::prepare() {
    changed_ = project_;
    plain_ = project_.policy;
    for (model::Version& version : plain_.versions)
        version.examples.clear();
    std::set<source::Span> met;
    for (const model::Version& version : project_.policy.versions) {
        for (const model::Example& example : version.examples) {
            if (!met.insert(example.span).second)
                continue;
            examples_.push_back(
                {&version, &example, example_data(project_.policy.schema, version, example), {}, {}});
            Prepared& prepared = examples_.back();
            ExampleCheck check{project_, diag::Language::Chinese, prepared.data, example,
                               example_options(example)};
            check.holds();
            prepared.sightings = check.evaluator().sightings();
            for (const data::RowText& row : rows_of(version, example)) {
                for (const data::RowText::Value& value : row.values)
                    prepared.given.insert(value.field);
            }
        }
    }
}

void Mutation::try_on_examples(const Mutant& mutant, MutantResult& result) {
    changed_.policy = plain_;
    for (const auto& edit : mutant.edits)
        edit(changed_.policy);
    result.fate = Fate::NotReached;
    for (const Prepared& prepared : examples_) {
        if (!matters(mutant, prepared))
            continue;
        result.fate = Fate::Survived;
        if (notices(mutant, prepared)) {
            result.fate = Fate::Caught;
            result.told_by = prepared.example->name;
            return;
        }
    }
    // Where only amounts on the bound would tell, examples may well have come to the place.
    const auto seen = [&](const Prepared& prepared) {
        return std::any_of(mutant.witnesses.begin(), mutant.witnesses.end(), [&](const Witness& witness) {
            return witness.place.first.valid() && prepared.sightings.of(witness.place).seen;
        });
    };
    if (std::any_of(examples_.begin(), examples_.end(), seen))
        result.fate = Fate::Survived;
}

bool Mutation::matters(const Mutant& mutant, const Prepared& prepared) const {
    return mutant.witnesses.empty() ||
           std::any_of(mutant.witnesses.begin(), mutant.witnesses.end(),
                       [&](const Witness& witness) { return is_there(witness, prepared); });
}

bool Mutation::is_there(const Witness& witness, const Prepared& prepared) const {
    const interp::Nearness* nearness = prepared.sightings.nearness(witness.place);
    switch (witness.need) {
    case Witness::Need::Seen:
        return prepared.sightings.of(witness.place).seen;
    case Witness::Need::Met:
        return nearness != nullptr && nearness->met;
    case Witness::Need::Within: {
        if (nearness == nullptr)
            return false;
        const auto& beyond = witness.reach.is_negative() ? nearness->below : nearness->above;
        return nearness->met || (beyond && *beyond <= witness.reach.absolute());
    }
    case Witness::Need::Given:
        break;
    }
    return prepared.given.contains(witness.field);
}

bool Mutation::notices(const Mutant& mutant, const Prepared& prepared) const {
    const model::Example& example = *prepared.example;
    if (!mutant.changes_reading)
        return !ExampleCheck{changed_, diag::Language::Chinese, prepared.data, example, options(example)}
                    .holds();
    const data::CaseData data = example_data(changed_.policy.schema, *prepared.version, example);
    return !ExampleCheck{changed_, diag::Language::Chinese, data, example, options(example)}.holds();
}

/// A reading is taken by its words under the policy as it is, and has the value that it has in the changed one.
interp::Options Mutation::options(const model::Example& example) const {
    interp::Options out = example_options(example);
    out.note_taken = false;
    for (const auto& [name, wanted] : example.readings) {
        const std::string& text = wanted; // clang 14 captures no structured binding
        for (const model::Version& version : changed_.policy.versions) {
            for (const model::Parameter& parameter : version.parameters) {
                const auto taken = std::find_if(
                    parameter.alternatives.begin(), parameter.alternatives.end(), [&](model::ExprId each) {
                        return source::folded_words(project_.sources.text(version.exprs[each].span)) == text;
                    });
                if (parameter.name != name || taken == parameter.alternatives.end())
                    continue;
                if (const auto* value = std::get_if<model::Constant>(&version.exprs[*taken].node))
                    out.settings[name] = value->value;
            }
        }
    }
    return out;
}

void Mutation::explain(MutantResult& result) {
    for (std::size_t at = 0; at < known_.size(); ++at) {
        if (!fits(known_[at], result))
            continue;
        if (result.fate == Fate::Caught) {
            used_[at] = used_[at] == Fate::Explained ? Fate::Explained : Fate::Caught;
            continue;
        }
        used_[at] = Fate::Explained; // it is needed, though the same words may stand in another place
        result.fate = Fate::Explained;
        result.told_by = known_[at].reason;
    }
}

bool Mutation::fits(const Unnoticeable& known, const MutantResult& result) const {
    const source::SourceFile& file = project_.sources[result.place.source];
    if (std::filesystem::path{file.path}.filename().string() != known.file)
        return false;
    if (change_words(result, diag::Language::Chinese) != known.change)
        return false;
    return source::folded_words(statement_of(project_.sources, result.place))
               .find(source::folded_words(known.words)) != std::string::npos;
}

void Mutation::list_unused(Mutations& out) const {
    for (std::size_t at = 0; at < known_.size(); ++at) {
        if (used_[at] == Fate::Survived)
            out.without_fit.push_back(known_[at]);
        if (used_[at] == Fate::Caught)
            out.noticed.push_back(known_[at]);
    }
}

} // namespace

} // namespace tiaoli::suite
