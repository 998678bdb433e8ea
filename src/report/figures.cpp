// Counts verdicts and failing articles, and adds up what may be added up.
#include "figures.hpp"

#include "tiaoli/report/addable.hpp"

#include "tiaoli/explain/grounds.hpp"

namespace tiaoli::report {

namespace {

/// What the rules of one article came to in one decision.
struct ArticleOutcome {
    std::optional<model::Verdict> worst = {};
    bool undecided = false;
};

using ArticleOutcomes = std::map<model::ArticleId, ArticleOutcome>;

ArticleOutcomes article_outcomes(const explain::Scene& scene, const interp::Decision& decision);
std::vector<ArticleFigures> article_figures(const explain::Scene& scene,
                                            std::span<const interp::Decision> decisions);
std::vector<SumFigure> sum_figures(const model::Matter& matter, const std::set<model::FieldId>& addable,
                                   std::span<const interp::Decision> decisions);

} // namespace

std::vector<MatterFigures> figures(const Outcome& outcome) {
    const std::set<model::FieldId> addable = addable_outputs(outcome.scene.project.policy);
    std::vector<MatterFigures> out;
    for (const MatterDecisions& decided : outcome.matters) {
        MatterFigures matter{decided.matter, decided.decisions.size()};
        for (const interp::Decision& decision : decided.decisions) {
            ++matter.verdicts[decision.verdict];
            matter.trials += explain::is_trial(decision) ? 1 : 0;
        }
        matter.articles = article_figures(outcome.scene, decided.decisions);
        matter.sums = sum_figures(outcome.scene.schema().matters[decided.matter], addable, decided.decisions);
        out.push_back(std::move(matter));
    }
    return out;
}

namespace {

model::Verdict verdict_of(model::Consequence consequence) {
    switch (consequence) {
    case model::Consequence::Fail:
        return model::Verdict::Fail;
    case model::Consequence::Return:
        return model::Verdict::Return;
    case model::Consequence::Defer:
        return model::Verdict::Defer;
    case model::Consequence::Manual:
        return model::Verdict::Manual;
    case model::Consequence::Hint:
        return model::Verdict::Pass;
    }
    return model::Verdict::Pass;
}

ArticleOutcomes article_outcomes(const explain::Scene& scene, const interp::Decision& decision) {
    ArticleOutcomes out;
    if (!decision.version.valid())
        return out;
    for (const interp::RuleOutcome& outcome : decision.rules) {
        const model::Rule& rule = scene.version(decision.version).rules[outcome.rule];
        if (rule.consequence == model::Consequence::Hint)
            continue;
        if (outcome.state == interp::RuleState::Failed) {
            const model::Verdict verdict = verdict_of(rule.consequence);
            std::optional<model::Verdict>& worst = out[rule.article].worst;
            worst = worst ? std::max(*worst, verdict) : verdict; // Verdict is ordered from good to bad
        } else if (outcome.state == interp::RuleState::Unknown ||
                   outcome.state == interp::RuleState::NoValue) {
            out[rule.article].undecided = true;
        }
    }
    return out;
}

std::vector<ArticleFigures> article_figures(const explain::Scene& scene,
                                            std::span<const interp::Decision> decisions) {
    std::map<std::pair<model::VersionId, model::ArticleId>, ArticleFigures> counts;
    for (const interp::Decision& decision : decisions) {
        for (const auto& [article, outcome] : article_outcomes(scene, decision)) {
            ArticleFigures& figures = counts[{decision.version, article}];
            if (outcome.worst) {
                ++figures.failing;
                ++figures.worst[*outcome.worst];
            } else {
                ++figures.undecided;
            }
        }
    }
    std::vector<ArticleFigures> out;
    std::map<std::string, std::size_t> places; // one line for an article that several versions have
    for (const auto& [key, figures] : counts) {
        const std::string label = explain::article_label(scene.version(key.first), key.second);
        const auto [place, is_new] = places.try_emplace(label, out.size());
        if (is_new)
            out.push_back({label});
        ArticleFigures& sum = out[place->second];
        sum.failing += figures.failing;
        sum.undecided += figures.undecided;
        for (const auto& [verdict, count] : figures.worst)
            sum.worst[verdict] += count;
    }
    return out;
}

std::vector<SumFigure> sum_figures(const model::Matter& matter, const std::set<model::FieldId>& addable,
                                   std::span<const interp::Decision> decisions) {
    std::vector<SumFigure> out;
    for (const model::FieldId output : matter.outputs) {
        if (!addable.contains(output))
            continue;
        SumFigure figure{output};
        for (const interp::Decision& decision : decisions) {
            if (decision.verdict != model::Verdict::Pass || decision.trial)
                continue;
            for (const interp::OutputValue& value : decision.outputs) {
                const auto* scalar = std::get_if<model::Scalar>(&value.value);
                if (value.field == output && scalar != nullptr)
                    figure.sum = figure.sum + std::get<value::Number>(*scalar);
            }
        }
        out.push_back(std::move(figure));
    }
    return out;
}

} // namespace

} // namespace tiaoli::report
