// How much the examples of a policy notice: one bound, number, day or word is changed at a time, and the examples are run again.
#pragma once

#include "tiaoli/interp/evaluator.hpp"
#include "tiaoli/suite/suite.hpp"

namespace tiaoli::suite {

enum class ChangeKind : std::uint8_t {
    Bound,     ///< 不超过 → 低于, 为 → 不为, a limit left out
    Number,    ///< 40% → 41%, 400万元 → 399万元, 五日 → 六日
    Day,       ///< a date, a day of force: one earlier, one later
    Calendar,  ///< 5日 → 5个工作日, 顺延 left out
    Logic,     ///< 且 → 或
    Negation,  ///< 非, 不属于, 无 … turned round
    Exception, ///< 不受…限制 left out
    Choice,    ///< one of a list left out, 最近的 → 最早的
    Result,    ///< the result of a clause or row
    Rounding   ///< 四舍五入 → 舍去
};

/// What became of a change.
enum class Fate : std::uint8_t {
    Caught,    ///< an example does not come true any more
    Explained, ///< none can notice it: the file of unnoticeable changes says why
    Survived,  ///< examples come to the place, but all still come true
    NotReached ///< no example comes to the place
};

struct Wording {
    std::string chinese;
    std::string english;
};

struct MutantResult {
    ChangeKind kind;
    source::Span place; ///< the words that were changed
    model::ArticleId article;
    model::VersionId version; ///< of `article`
    Wording before;
    Wording after;
    Fate fate = Fate::Survived;
    std::string told_by = {}; ///< Caught: the example; Explained: the reason
};

/// A line of `unnoticeable-changes.csv` beside the policy: a change that no example can notice, and why.
struct Unnoticeable {
    std::string file;   ///< the policy file's name
    std::string words;  ///< stand in the lines of the place
    std::string change; ///< “不早于”改成“晚于”
    std::string reason;
    source::CellPlace place;
};

struct Mutations {
    std::vector<MutantResult> changes;     ///< in the order of the files
    std::vector<Unnoticeable> without_fit; ///< lines of the file that fit no change
    std::vector<Unnoticeable> noticed;     ///< … that fit a change which an example does notice
    std::size_t count(Fate fate) const;
    std::size_t unexplained() const { return count(Fate::Survived) + count(Fate::NotReached); }
    /// Every change is noticed or explained, and every explanation is needed.
    bool is_complete() const { return unexplained() == 0 && without_fit.empty() && noticed.empty(); }
};

/// Nothing where there is no such file. Fails when it cannot be read, or a line of it lacks something.
base::Result<std::vector<Unnoticeable>> read_unnoticeable(const std::string& policy_path);

/// All examples must come true.
Mutations mutate(const project::Project& project, const std::vector<Unnoticeable>& known,
                 const interp::Progress& progress = {});

/// What a person reads: the changes that no example notices, those that none can notice, and the share noticed last.
std::string render(const project::Project& project, const Mutations& mutations, diag::Language language);
/// For other programs: every change with its place and what became of it.
std::string render_json(const project::Project& project, const Mutations& mutations, diag::Language language);

} // namespace tiaoli::suite
