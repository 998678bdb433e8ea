// What all steps of checking share: the policy being built, the names declared so far, the statements of each version.
#pragma once

#include "tiaoli/check/check.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tiaoli::check {

using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

/// The block 【…】 that a statement stands in.
struct Home {
    enum class Kind : std::uint8_t { Nowhere, Record, Matter, Misread };
    Kind kind = Kind::Nowhere;
    model::RecordId record = {}; ///< the block's record type, or the type that its matter reviews
    model::MatterId matter = {};
};

struct Statement {
    const Tree* tree = nullptr;
    NodeId node = {};
    model::ArticleId article = {};
    Home home = {};
};

/// One version on its way from syntax to model.
struct VersionWork {
    model::VersionId id;
    std::vector<const Tree*> trees;
    std::vector<Statement> statements; ///< of all its files, in order, without headings and blocks
    std::set<model::MatterId> matters; ///< those that it declares
    std::map<std::string, model::ParameterId> parameters;
    std::map<model::FieldId, std::vector<std::size_t>> definitions; ///< places in `statements`
    std::map<model::FieldId, std::vector<std::size_t>> exceptions; ///< 不受第X条限制，名 ＝ …, likewise
    std::map<model::FieldId, std::size_t> allocated;               ///< the place of the 分配 that gives it
    std::map<model::FieldId, std::size_t> timed;                   ///< the place of the 期限 that gives it
    struct StateWork {
        std::size_t place = 0; ///< in `statements`
        model::FieldId start = {};
    };
    std::map<model::FieldId, StateWork> states;
    std::set<model::FieldId> state_starts;

    /// Whether the version says what the field is (where it is no stored one, verdict or another matter's output).
    bool gives(model::FieldId field) const {
        return definitions.contains(field) || allocated.contains(field) || timed.contains(field) ||
               states.contains(field) || state_starts.contains(field);
    }
};

/// The names of the schema, in canonical form.
struct NameTable {
    std::map<std::string, model::RecordId> records;
    std::map<std::string, model::EnumerationId> enumerations;
    std::map<std::string, model::MatterId> matters;
    std::map<std::pair<model::RecordId, std::string>, model::FieldId> fields;
    std::map<std::string, std::vector<model::EnumerationValue>> values;
};

/// What a declaration said, to tell a repetition from a contradiction.
struct Declared {
    std::string text; ///< canonical
    source::Span span;
    std::size_t version = 0; ///< index
};

struct Workbench {
    const source::Sources& sources;
    model::Policy& policy;
    diag::Diagnostics& messages;
    NameTable names = {};
    std::vector<VersionWork> versions = {};
    std::map<std::string, Declared> declared = {};
    MeantBodies meant = {};

    model::Schema& schema() const { return policy.schema; }
    model::Version& version(const VersionWork& work) const { return policy.versions[work.id]; }
    const VersionWork& work(model::VersionId id) const { return versions[id.index]; }
};

/// Whether the statement stands under a matter's 【】; where it does not, that has been reported with its `word`.
bool stands_in_matter(Workbench& bench, const Statement& statement, const std::string& word);

// ---- the steps, in order

/// Enumerations, record types with their fields, and the order within one day, of all versions.
void declare_schema(Workbench& bench);
/// Matters and their verdict fields.
void declare_matters(Workbench& bench);
/// Articles, chapters, law text; gives every other statement its article and block.
void survey(Workbench& bench);
/// 政策 版本 文号 施行 有效期至 废止, 解释 待释 不设规则.
void declare_version(Workbench& bench, const VersionWork& work);
/// Parameters (their types are told by lower_bodies), and the fields that the policy itself defines.
void declare_parameters(Workbench& bench, VersionWork& work);
void declare_definitions(Workbench& bench, VersionWork& work);
void declare_states(Workbench& bench, VersionWork& work);
/// Which definitions the exceptions (不受第X条限制，名 ＝ …) speak of.
void declare_exceptions(Workbench& bench, VersionWork& work);
/// The parts of 分配, which are outputs; comes after declare_definitions.
void declare_allocations(Workbench& bench, VersionWork& work);
/// What 期限 gives: its outcome and its last day, which are outputs; comes after declare_allocations.
void declare_deadlines(Workbench& bench, VersionWork& work);
/// Gives every body its only meaning.
void lower_bodies(Workbench& bench);
/// 小结: which outputs may be added up; comes after lower_bodies, which tells their types.
void declare_summaries(Workbench& bench, const VersionWork& work);
/// 案例 with their facts and expectations.
void declare_examples(Workbench& bench, const VersionWork& work);
/// What can only be seen in the whole policy; needs a policy whose every statement could be read.
void check_rings(Workbench& bench);
void check_uses(Workbench& bench);
void check_moments(Workbench& bench);
void check_fen(Workbench& bench);
/// Days that no version covers, and days that two cover.
void check_force(Workbench& bench);
/// Enumerations and record types that nothing speaks of.
void check_unused_types(Workbench& bench);
/// Rules that hold, or fail, whatever the values that their fields can have.
void check_outcomes(Workbench& bench);
/// Numbers and bounds that an article's text and its rules do not share.
void check_drift(Workbench& bench);
/// Cases that two rows or clauses take with different values, that no row takes, rows that no case reaches.
void check_cases(Workbench& bench);
/// Articles without rules, and settled and unsettled readings counted.
void check_articles(Workbench& bench, const VersionWork& work);

// ---- names

enum class Meeting : std::uint8_t { First, Again, Refused };
/// Whether a declaration is new, the same as in another version (Again), or a mistake, which has then been reported.
/// `sort` keeps names of different sorts apart.
Meeting meet(Workbench& bench, std::string_view sort, const Tree& tree, NodeId decl, NodeId name,
             std::size_t version);
/// The rules for names that are declared: no final 的, no literal, a notice where one begins like a word of the language.
void check_name(Workbench& bench, const Tree& tree, NodeId name);
/// The only nearest of `names`, at most a third of its characters away; empty when there is none.
std::string nearest(std::string_view name, const std::vector<std::string>& names);

/// The type in an officer's words, such as 金额, 枚举“规模档次”, 记录“企业”.
std::string type_words(const model::Schema& schema, const model::Type& type);

} // namespace tiaoli::check
