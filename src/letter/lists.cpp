// Builds the lists from the explanation, each item with its article.
#include "lists.hpp"

#include "citation.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace tiaoli::letter {

namespace {

using explain::GroundKind;
using Wanted = std::function<bool(const explain::Step&)>;

class Builder {
  public:
    Builder(const explain::Scene& scene, const explain::Explanation& explanation)
        : scene_(scene), explanation_(explanation) {}

    Lists build();

  private:
    void add_rules();
    void add_rule(const explain::RuleEntry& rule, const model::Rule& terms);
    void add_grounds();
    void add_outputs();
    void add_shares(const interp::TraceStep& step);
    void add(const std::string& list, Item item);
    void cite(model::ArticleId article, const std::string& words);
    std::string joined_citations() const;
    std::string formula(const explain::OutputEntry& output) const;
    const explain::Step* find_step(const Wanted& wanted) const;
    std::string labels(const std::vector<model::ArticleId>& articles) const;
    bool has_version() const { return explanation_.decision.version.valid(); }
    const model::Version& version() const { return scene_.version(explanation_.decision.version); }

    const explain::Scene& scene_;
    const explain::Explanation& explanation_;
    Lists lists_;
    std::set<std::pair<model::ArticleId, std::string>> cited_; ///< in the order of the articles
    std::set<model::AllocationId> splits_;
    std::size_t failed_rules_ = 0;
};

/// "损失 ＝ 333,333.33元，基金比例 ＝ 40%".
std::string amounts_of(const std::vector<explain::Step>& steps);
/// Without the statement word 输出.
std::string without_word(const std::string& words);
/// Without the full stop at the end, which the template sets.
std::string without_stop(const std::string& words);
const explain::Step* first_of(const std::vector<explain::Step>& steps, const Wanted& wanted);

} // namespace

Lists lists_of(const explain::Scene& scene, const explain::Explanation& explanation) {
    return Builder{scene, explanation}.build();
}

namespace {

Lists Builder::build() {
    for (const std::string name : {"未过条件", "需补正", "提示", "待释", "算式", "分担"})
        lists_.items[name];
    if (has_version())
        add_rules();
    add_grounds();
    add_outputs();
    for (const interp::TraceStep& step : explanation_.trace)
        add_shares(step);
    for (const explain::ReadingEntry& reading : explanation_.readings) {
        if (!reading.settled)
            add("待释",
                {{"条文", reading.article.empty() ? "本办法" : reading.article}, {"内容", reading.text}});
    }
    lists_.articles = joined_citations();
    return std::move(lists_);
}

void Builder::add_rules() {
    std::size_t at = 0;
    for (const explain::ArticleEntry& article : explanation_.articles) {
        for (const explain::RuleEntry& rule : article.rules)
            add_rule(rule, version().rules[explanation_.decision.rules.at(at++).rule]);
    }
}

void Builder::add_rule(const explain::RuleEntry& rule, const model::Rule& terms) {
    if (rule.state != interp::RuleState::Failed || terms.consequence == model::Consequence::Hint)
        return;
    ++failed_rules_;
    const std::string words = rule.label + rule.words;
    std::string reason = rule.remark;
    for (const explain::Distance& distance : rule.distances) {
        if (!distance.holds)
            reason += (reason.empty() ? "" : "；") + distance.comparison + "：" + distance.text;
    }
    if (reason.empty())
        reason = "规则是：" + without_stop(rule.words);
    Item item{{"条件", rule.label}, {"理由", reason}, {"后果", rule.consequence}};
    item["条文"] = terms.article.valid() ? citation(version().articles[terms.article], words) : "申报要求";
    item["规定"] = terms.article.valid() ? cited_law(version().articles[terms.article], words) : rule.words;
    const bool wants_papers = terms.consequence == model::Consequence::Return;
    add(wants_papers ? "需补正" : "未过条件",
        wants_papers ? Item{{"条文", item["条文"]}, {"内容", rule.remark.empty() ? rule.label : rule.remark}}
                     : item);
    const bool causes = (explanation_.decision.verdict == model::Verdict::Return) == wants_papers;
    if (terms.article.valid() && causes)
        cite(terms.article, words);
}

/// Deadlines that were not met, papers that are wanting, hints: as the result table words them.
void Builder::add_grounds() {
    std::size_t failed = 0;
    for (const explain::Ground& ground : explanation_.grounds) {
        const std::string articles = labels(ground.articles);
        const std::string cited = articles.empty() ? "申报要求" : articles;
        if (ground.kind == GroundKind::Failed && failed++ >= failed_rules_)
            add("未过条件", {{"条件", ground.text},
                             {"理由", ground.text},
                             {"后果", explanation_.verdict},
                             {"条文", cited},
                             {"规定", ground.text}});
        else if (ground.kind == GroundKind::Wanting)
            add("需补正", {{"条文", cited}, {"内容", ground.text}});
        else if (ground.kind == GroundKind::Hint)
            add("提示", {{"条文", cited}, {"内容", ground.text}});
        const bool causes = ground.kind == GroundKind::Wanting || ground.kind == GroundKind::Failed;
        for (const model::ArticleId article : ground.articles) {
            if (has_version() && article.valid() && causes &&
                (ground.kind == GroundKind::Wanting || failed > failed_rules_))
                cite(article, {});
        }
    }
}

void Builder::add_outputs() {
    for (const explain::OutputEntry& output : explanation_.outputs) {
        std::string articles;
        for (const explain::FormulaEntry& each : output.formulas) {
            if (!each.article.article.valid())
                continue;
            const std::string label =
                citation(scene_.version(each.article.version).articles[each.article.article], each.words);
            if (articles.find(label) == std::string::npos)
                articles += (articles.empty() ? "" : "、") + label;
            if (explanation_.decision.verdict == model::Verdict::Pass)
                cite(each.article.article, each.words);
        }
        add("算式", {{"名称", output.name},
                     {"数额", output.value},
                     {"算式", formula(output)},
                     {"条文", articles.empty() ? "案卷录入" : articles}});
    }
}

/// The formula with the amounts and ratios put into it.
std::string Builder::formula(const explain::OutputEntry& output) const {
    if (const explain::Step* share = find_step([&](const explain::Step& step) {
            return step.kind == explain::StepKind::Split && step.name == output.name && step.id == 0;
        })) {
        const std::string name = output.name + "：";
        return share->text.starts_with(name) ? share->text.substr(name.size()) : share->text;
    }
    std::string out;
    for (const explain::FormulaEntry& each : output.formulas)
        out += without_word(each.words);
    if (out.empty())
        return "录入的已定结果";
    std::string amounts = amounts_of(output.steps);
    const explain::Step* opened = find_step([&](const explain::Step& step) {
        return step.kind == explain::StepKind::Field && step.name == output.name && step.id != 0;
    });
    if (amounts.empty() && opened != nullptr)
        amounts = amounts_of(opened->parts);
    return amounts.empty() ? out : out + "其中：" + amounts + "。";
}

/// In the whole explanation: a figure is opened once, with a rule or with an output.
const explain::Step* Builder::find_step(const Wanted& wanted) const {
    for (const explain::ArticleEntry& article : explanation_.articles) {
        for (const explain::RuleEntry& rule : article.rules) {
            if (const explain::Step* found = first_of(rule.steps, wanted))
                return found;
        }
    }
    for (const explain::OutputEntry& output : explanation_.outputs) {
        if (const explain::Step* found = first_of(output.steps, wanted))
            return found;
    }
    return nullptr;
}

/// The part has all that its limit allows; a limit that it stays below says nothing to the reader of a letter.
bool is_held_down(const interp::SplitPart& part) {
    const value::Number fen = value::Number::fraction(1, 100);
    const value::Number got_otherwise = part.ever - part.had;
    return part.limit && part.due + got_otherwise >= part.limit->rounded_to(fen, value::Rounding::Down);
}

void Builder::add_shares(const interp::TraceStep& step) {
    for (const interp::TraceStep& part : step.parts)
        add_shares(part);
    if (step.split == nullptr || !splits_.insert(step.allocation).second)
        return;
    const auto name = [&](model::FieldId field) { return scene_.schema().fields[field].name; };
    const auto money = [&](const value::Number& yuan) {
        return explain::scalar_text(scene_, {model::TypeKind::Money}, model::Scalar{yuan});
    };
    for (const interp::SplitPart& part : step.split->parts) {
        std::string how = part.ratio ? explain::scalar_text(scene_, {model::TypeKind::Ratio}, *part.ratio)
                                     : std::string{"依次"};
        if (is_held_down(part))
            how += "，以" + money(*part.limit) + "为限";
        add("分担", {{"名称", name(part.field)}, {"比例", how}, {"金额", money(part.share)}});
    }
    add("分担",
        {{"名称", name(step.split->rest)}, {"比例", "其余"}, {"金额", money(step.split->rest_share)}});
}

void Builder::add(const std::string& list, Item item) {
    std::vector<Item>& items = lists_.items[list];
    item["序号"] = std::to_string(items.size() + 1);
    items.push_back(std::move(item));
}

void Builder::cite(model::ArticleId article, const std::string& words) {
    cited_.insert({article, citation(version().articles[article], words)});
}

/// An article that is cited with a paragraph is not cited once more as a whole.
std::string Builder::joined_citations() const {
    std::string out;
    for (const auto& [article, label] : cited_) {
        const std::string& whole = version().articles[article].label;
        const model::ArticleId same = article;
        const bool is_named =
            label == whole && std::any_of(cited_.begin(), cited_.end(), [&](const auto& other) {
                return other.first == same && other.second != whole;
            });
        if (!is_named)
            out += (out.empty() ? "" : "、") + label;
    }
    return out;
}

std::string Builder::labels(const std::vector<model::ArticleId>& articles) const {
    std::string out;
    for (const model::ArticleId article : articles) {
        if (has_version() && article.valid())
            out += (out.empty() ? "" : "、") + explain::article_label(version(), article);
    }
    return out;
}

std::string amounts_of(const std::vector<explain::Step>& steps) {
    std::string out;
    for (const explain::Step& step : steps) {
        const bool is_figure = step.kind == explain::StepKind::Field ||
                               step.kind == explain::StepKind::Cell || step.kind == explain::StepKind::Total;
        const bool is_amount = step.value.ends_with("元") || step.value.find('%') != std::string::npos;
        if (is_figure && is_amount)
            out += (out.empty() ? "" : "，") + step.name + " ＝ " + step.value;
    }
    return out;
}

std::string without_word(const std::string& words) {
    constexpr std::string_view word = "输出";
    return words.starts_with(word) ? words.substr(word.size()) : words;
}

std::string without_stop(const std::string& words) {
    constexpr std::string_view stop = "。";
    return words.ends_with(stop) ? words.substr(0, words.size() - stop.size()) : words;
}

const explain::Step* first_of(const std::vector<explain::Step>& steps, const Wanted& wanted) {
    for (const explain::Step& step : steps) {
        if (wanted(step))
            return &step;
        if (const explain::Step* found = first_of(step.parts, wanted))
            return found;
    }
    return nullptr;
}

} // namespace

} // namespace tiaoli::letter
