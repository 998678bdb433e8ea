// One decision opened down to the cells of the case files, as a tree that text, JSON and pages are made of.
#pragma once

#include "tiaoli/explain/grounds.hpp"
#include "tiaoli/explain/page_writer.hpp"
#include "tiaoli/interp/evaluator.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::explain {

enum class StepKind : std::uint8_t {
    Field,
    Formula, ///< the statement that gave the value, as written
    Cell,
    Total,
    Parameter,
    Choice,     ///< the clause taken, or a row or tier of a table
    Adjustment, ///< 不超过, 不低于, 加, 减, 四舍五入
    State,
    Split,
    Deadline,
    Remark ///< a reason for which something is not known, or what else there is to say
};

/// An article of one version; not valid: none.
struct ArticleRef {
    model::VersionId version = {};
    model::ArticleId article = {};
};

/// One line of an explanation, and the lines that it rests on.
struct Step {
    StepKind kind = StepKind::Remark;
    std::string text; ///< the whole line, in the language asked for
    std::string name; ///< of what has the value: "合作机构 B01 的类型"; empty where the line is no figure
    std::string value;                           ///< "3,000,000.00元"
    std::optional<source::CellPlace> place = {}; ///< Cell: where it stands
    std::string written = {};                    ///< Cell: the text as written there
    ArticleRef article = {};                     ///< Formula, Split: where it is laid down
    source::Span words = {};                     ///< Formula: its place in the policy
    std::size_t id = 0;                          ///< of a step that is opened here, counted from 1
    std::size_t opened_at = 0; ///< the id of the step that opens the same figure, where this one does not
    std::vector<Step> parts = {};
};

/// How far a value is from where its comparison turns.
struct Distance {
    std::string comparison; ///< the words of the comparison
    std::string text;       ///< "距上限 3,000,000.00元 还差 100.00元"
    bool holds = true;      ///< the comparison as it stands
};

struct RuleEntry {
    interp::RuleState state = interp::RuleState::Held;
    std::string label;
    std::string words;       ///< as written, without the statement word and the name
    std::string consequence; ///< Failed: "不通过"
    std::string lifted;      ///< "不受第十五条限制", where an exception lifts it
    std::string lifted_by;   ///< "第十八条之一"
    std::vector<std::string> exceptions;
    std::string remark; ///< the “说明” of a rule that failed
    std::vector<std::string> reasons;
    std::vector<Distance> distances;
    std::vector<Step> steps;
    source::Span place = {};
};

/// Rules that stand together in one article.
struct ArticleEntry {
    model::ArticleId id = {}; ///< not valid: rules outside any article
    std::vector<RuleEntry> rules;
};

struct FormulaEntry {
    ArticleRef article;
    std::string words;
    source::Span place = {};
};

struct OutputEntry {
    std::string name;
    std::string value;
    std::vector<FormulaEntry> formulas; ///< none where the case files state the value
    bool formulas_shown = false;        ///< with another output of the same 分配, above
    std::vector<Step> steps;
};

struct ReadingEntry {
    std::string article;
    bool settled = true;
    std::string text;
};

/// What another reading of a parameter would have changed.
struct OtherReading {
    std::string parameter;
    std::string taken; ///< empty where it was set to something else, or changes in time
    std::string instead;
    struct Change {
        std::string name; ///< an output, or empty for the verdict
        std::string before;
        std::string after;
    };
    std::vector<Change> changes;
};

struct PeriodVerdict {
    std::string period;
    std::string verdict;
};

struct Explanation {
    interp::Decision decision;
    std::vector<interp::TraceStep> trace;
    std::string record; ///< "贷款 L1"
    std::string matter;
    std::string period;
    std::string verdict;
    std::string not_reviewed; ///< why there is nothing else: the row is reviewed in no period
    std::vector<Ground> grounds;
    std::vector<ArticleEntry> articles;
    std::vector<OutputEntry> outputs;
    bool outputs_withheld = false; ///< the verdict gives none
    std::vector<ReadingEntry> readings;
    std::vector<OtherReading> other_readings;
    std::vector<std::string>
        readings_without_effect;              ///< names of parameters that were tried and change nothing
    std::vector<PeriodVerdict> other_periods; ///< of a matter that recurs, latest first
};

/// `instance` is a place in Evaluator::instances.
Explanation explanation(const Scene& scene, interp::Evaluator& evaluator, model::MatterId matter,
                        std::uint32_t instance);

/// "第十五条"; empty for none.
std::string article_label(const Scene& scene, const ArticleRef& article);

/// The explanation of one period of a matter that recurs, with the verdicts of the others; empty `period`: the latest one.
/// Nothing when the row is not reviewed in that period.
std::optional<Explanation> explanation_of_period(const Scene& scene, interp::Evaluator& evaluator,
                                                 model::MatterId matter, std::uint32_t row,
                                                 const std::string& period);

/// A row that a matter that recurs reviews in no period.
Explanation without_periods(const Scene& scene, model::MatterId matter, std::uint32_t row);

/// The periods in which the matter reviews the row, earliest first.
std::vector<std::string> periods_of(interp::Evaluator& evaluator, model::MatterId matter, std::uint32_t row);

/// Text for a terminal or a file, ending with a line end.
std::string decision_text(const Scene& scene, const Explanation& explanation);
/// A JSON array of objects (docs/decisions/0014-explanations-and-letters.md names the members).
std::string decisions_json(const Scene& scene, const std::vector<Explanation>& explanations);
/// The explanation alone, as an element of a page that has `page_style`.
void write_decision(const Scene& scene, const Explanation& explanation, PageWriter& page);
/// One page that needs nothing but itself.
std::string decisions_page(const Scene& scene, const std::vector<Explanation>& explanations);

} // namespace tiaoli::explain
