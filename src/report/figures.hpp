// The outcome of a run in numbers: what the terminal, the sheet 小结 and the other formats say about it.
#pragma once

#include "tiaoli/report/report.hpp"

#include <array>

namespace tiaoli::report {

/// Verdicts in the order in which they are listed.
inline constexpr std::array listed_verdicts{model::Verdict::Pass,   model::Verdict::Fail,
                                            model::Verdict::Return, model::Verdict::Defer,
                                            model::Verdict::Manual, model::Verdict::NotApplicable};

/// What the rules of one article did, in decisions; articles of one label in several versions count together.
struct ArticleFigures {
    std::string label;       ///< empty: outside any article
    std::size_t failing = 0; ///< decisions in which a rule that is no hint does not hold
    std::map<model::Verdict, std::size_t> worst =
        {};                    ///< the same decisions, by the worst consequence of these rules
    std::size_t undecided = 0; ///< decisions in which none fails, but one cannot be judged
};

struct SumFigure {
    model::FieldId field;
    value::Number sum = 0;
};

struct MatterFigures {
    model::MatterId matter;
    std::size_t decided = 0;
    std::size_t trials = 0;
    std::map<model::Verdict, std::size_t> verdicts = {};
    std::vector<ArticleFigures> articles = {}; ///< in written order; those with a count only
    std::vector<SumFigure> sums = {};          ///< addable outputs of what passed and is no trial
};

std::vector<MatterFigures> figures(const Outcome& outcome);

} // namespace tiaoli::report
