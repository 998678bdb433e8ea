// Turns the outcomes of a decision's rules into short citations.
#include "tiaoli/explain/grounds.hpp"

#include "deadline_text.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/model/provisions.hpp"
#include "tiaoli/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace tiaoli::explain {

namespace {

std::string in_one_cell(std::string text);
void add_entered(const Scene& scene, const interp::Decision& decision, std::vector<Ground>& grounds);

class Collector {
  public:
    Collector(const Scene& scene, const interp::Decision& decision)
        : scene_(scene), decision_(decision), version_(scene.version(decision.version)) {}

    std::vector<Ground> collect();

  private:
    void add_rule(const interp::RuleOutcome& outcome);
    void add_failed(const model::Rule& rule);
    void add_lifted(const model::Rule& rule, const model::RuleException& exception);
    void add_undetermined(const model::Rule& rule, const interp::RuleOutcome& outcome);
    void add_deadline(const interp::DeadlineOutcome& outcome);
    void add_reason(const interp::Reason& reason);
    void want(model::ArticleId article, const interp::Reason& reason);
    std::vector<model::ArticleId> articles_of(const interp::Reason& reason) const;
    std::vector<model::ArticleId> articles_of(model::FieldId field) const;

    const Scene& scene_;
    const interp::Decision& decision_;
    const model::Version& version_;
    std::vector<Ground> grounds_;
    std::map<interp::Reason, std::size_t> wanting_; ///< place in `grounds_`
};

bool is_wanting(interp::AbsenceReason kind);
/// The day that the matter's 依据日 names, where it is a stored day on a way of references.
std::optional<value::Date> governing_day(const Scene& scene, const interp::Decision& decision);
std::string not_applicable_text(const Scene& scene, const interp::Decision& decision);
void append_once(std::vector<model::ArticleId>& articles, model::ArticleId article);

} // namespace

std::string Ground::cited(const model::Version& version) const {
    std::string labels;
    for (const model::ArticleId article : articles) {
        const std::string label = article_label(version, article);
        if (!label.empty())
            labels += (labels.empty() ? "" : "、") + label;
    }
    return labels.empty() ? text : labels + " " + text;
}

bool is_trial(const interp::Decision& decision) {
    return decision.trial && (!decision.rules.empty() || decision.reasons.empty());
}

std::vector<Ground> grounds(const Scene& scene, const interp::Decision& decision) {
    std::vector<Ground> out;
    if (decision.version.valid())
        out = Collector{scene, decision}.collect();
    if (decision.policy_verdict() == model::Verdict::NotApplicable)
        out.push_back({GroundKind::Remark, {}, not_applicable_text(scene, decision)});
    if (decision.entered)
        add_entered(scene, decision, out);
    if (decision.result_unread)
        out.push_back({GroundKind::Remark, {}, unread_text(scene)});
    if (!decision.could_change.empty())
        out.push_back({GroundKind::Hint, {}, could_change_text(scene, decision)});
    if (is_trial(decision))
        out.push_back(
            {GroundKind::Remark,
             {},
             std::string{in(scene.language, "试算：事实截至的日子还没有到，按今日的事实计算",
                            "trial: the day up to which facts count has not come, so today's are used")}});
    return out;
}

std::vector<std::string> unsettled_readings(const Scene& scene, const interp::Decision& decision) {
    std::vector<std::string> out;
    if (!decision.version.valid())
        return out;
    const model::Version& version = scene.version(decision.version);
    for (const std::size_t index : decision.readings) {
        const model::ReadingNote& note = version.readings.at(index);
        if (note.settled)
            continue;
        const std::string label = article_label(version, note.article);
        out.push_back(in_one_cell(label.empty() ? note.text : label + " " + note.text));
    }
    return out;
}

namespace {

/// Where a settled result holds, what the policy itself found explains it no more, and is only told.
void add_entered(const Scene& scene, const interp::Decision& decision, std::vector<Ground>& grounds) {
    for (Ground& ground : grounds) {
        if (decision.entered->holds && ground.kind != GroundKind::Hint)
            ground.kind = GroundKind::Remark;
    }
    grounds.insert(grounds.begin(), {GroundKind::Remark, {}, in_one_cell(entered_text(scene, decision))});
}

std::vector<Ground> Collector::collect() {
    for (const interp::RuleOutcome& outcome : decision_.rules)
        add_rule(outcome);
    for (const interp::DeadlineOutcome& outcome : decision_.deadlines)
        add_deadline(outcome);
    for (const interp::Reason& reason : decision_.reasons)
        add_reason(reason);
    return std::move(grounds_);
}

void Collector::add_rule(const interp::RuleOutcome& outcome) {
    const model::Rule& rule = version_.rules[outcome.rule];
    switch (outcome.state) {
    case interp::RuleState::Failed:
        add_failed(rule);
        break;
    case interp::RuleState::Unknown:
    case interp::RuleState::NoValue:
        add_undetermined(rule, outcome);
        break;
    case interp::RuleState::NotApplicable:
        if (outcome.lifted_by)
            add_lifted(rule, rule.exceptions.at(*outcome.lifted_by));
        break;
    case interp::RuleState::Held:
        break;
    }
}

void Collector::add_failed(const model::Rule& rule) {
    const bool hint = rule.consequence == model::Consequence::Hint;
    const std::string text = rule.explanation.empty() ? rule.label : rule.label + "：" + rule.explanation;
    grounds_.push_back({hint ? GroundKind::Hint : GroundKind::Failed, {rule.article}, in_one_cell(text)});
}

/// The article that lifts the rule is what the decision rests on.
void Collector::add_lifted(const model::Rule& rule, const model::RuleException& exception) {
    const std::string text =
        rule.label + std::string{in(scene_.language, "：", ": ")} + lifted_text(scene_, version_, rule);
    grounds_.push_back({GroundKind::Remark, {exception.article}, in_one_cell(text)});
}

void Collector::add_undetermined(const model::Rule& rule, const interp::RuleOutcome& outcome) {
    const bool hint = rule.consequence == model::Consequence::Hint;
    const auto say = [&](GroundKind kind, const std::vector<interp::Reason>& reasons,
                         std::string_view chinese, std::string_view english) {
        const std::string text = fmt::format(fmt::runtime(in(scene_.language, chinese, english)), rule.label,
                                             reasons_text(scene_, decision_.version, reasons));
        grounds_.push_back({kind, {rule.article}, in_one_cell(text)});
    };
    if (outcome.state == interp::RuleState::NoValue)
        return say(hint ? GroundKind::Hint : GroundKind::Undefined, outcome.reasons, "{}：政策未规定（{}）",
                   "{}: the policy does not say ({})");
    if (hint)
        return say(GroundKind::Hint, outcome.reasons, "{}：未能判断（{}）", "{}: could not be judged ({})");
    std::vector<interp::Reason> others;
    for (const interp::Reason& reason : outcome.reasons) {
        if (is_wanting(reason.kind))
            want(rule.article, reason);
        else
            others.push_back(reason);
    }
    if (!others.empty() || outcome.reasons.empty())
        say(GroundKind::Undefined, others, "{}：不能决定（{}）", "{}: cannot be decided ({})");
}

void Collector::add_deadline(const interp::DeadlineOutcome& outcome) {
    const std::string breach = breach_text(scene_, outcome);
    if (breach.empty())
        return;
    const model::Deadline& deadline = version_.deadlines[outcome.deadline];
    const model::Breach terms = outcome.state == interp::DeadlineState::Late     ? deadline.late
                                : outcome.state == interp::DeadlineState::Missed ? deadline.missed
                                                                                 : model::Breach{};
    const bool hint = terms.consequence == model::Consequence::Hint;
    const std::string text = deadline.name + "：" + breach;
    grounds_.push_back({hint ? GroundKind::Hint : GroundKind::Failed,
                        {deadline.article},
                        in_one_cell(terms.explanation.empty() ? text : text + "，" + terms.explanation)});
}

void Collector::add_reason(const interp::Reason& reason) {
    const std::vector<model::ArticleId> articles = articles_of(reason);
    if (is_wanting(reason.kind)) {
        if (articles.empty())
            want({}, reason);
        for (const model::ArticleId article : articles)
            want(article, reason);
        return;
    }
    const std::string text =
        fmt::format(fmt::runtime(in(scene_.language, "政策未规定（{}）", "the policy does not say ({})")),
                    reason_text(scene_, decision_.version, reason));
    grounds_.push_back({GroundKind::Undefined, articles, in_one_cell(text)});
}

void Collector::want(model::ArticleId article, const interp::Reason& reason) {
    const auto [found, is_new] = wanting_.try_emplace(reason, grounds_.size());
    if (is_new)
        grounds_.push_back(
            {GroundKind::Wanting, {}, in_one_cell(reason_text(scene_, decision_.version, reason))});
    if (article.valid())
        append_once(grounds_[found->second].articles, article);
}

/// The articles of the outputs that lack a value for this reason, else of the field that it names.
std::vector<model::ArticleId> Collector::articles_of(const interp::Reason& reason) const {
    std::vector<model::ArticleId> out;
    for (const interp::OutputValue& output : decision_.outputs) {
        const std::vector<interp::Reason>* reasons = nullptr;
        if (const auto* unknown = std::get_if<interp::UnknownValue>(&output.value))
            reasons = &unknown->reasons;
        else if (const auto* none = std::get_if<interp::NoValue>(&output.value))
            reasons = &none->reasons;
        if (reasons != nullptr && std::find(reasons->begin(), reasons->end(), reason) != reasons->end()) {
            for (const model::ArticleId article : articles_of(output.field))
                append_once(out, article);
        }
    }
    return out.empty() ? articles_of(reason.field) : out;
}

std::vector<model::ArticleId> Collector::articles_of(model::FieldId field) const {
    std::vector<model::ArticleId> out;
    for (const model::Provision& provision : model::provisions(version_, field)) {
        if (provision.article.valid())
            append_once(out, provision.article);
    }
    return out;
}

/// “；” separates the grounds of a cell, so it must not stand inside one.
std::string in_one_cell(std::string text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character next = source::decode(text, at);
        const bool separates = next.code == U'；' || next.code == U';' || next.code == U'|' ||
                               next.code == U'｜' || next.code == U'\n' || next.code == U'\r';
        if (separates)
            out += "，";
        else
            out.append(text, at, next.length);
        at += next.length;
    }
    return out;
}

bool is_wanting(interp::AbsenceReason kind) {
    using enum interp::AbsenceReason;
    switch (kind) {
    case NotSupplied:
    case BrokenReference:
    case TurnedBack:
    case Future:
    case NotDecided:
    case DecisionLacks:
    case NotEntered:
    case ResultUnread:
        return true;
    case CalendarMissing:
    case ZeroDivisor:
    case NoClause:
    case EmptySet:
    case Conflict:
    case NotHappened:
    case NoOutput:
    case NotInState:
    case NotReviewed:
    case NegativeTotal:
        return false;
    }
    return false;
}

std::optional<model::Scalar> stored_value(const Scene& scene, const model::Version& version, model::ExprId id,
                                          const model::RowRef& own) {
    if (!id.valid())
        return std::nullopt;
    const model::ExprNode& node = version.exprs[id].node;
    if (std::holds_alternative<model::OwnRecord>(node))
        return own;
    const auto* field = std::get_if<model::FieldOf>(&node);
    if (field == nullptr || scene.schema().fields[field->field].role != model::FieldRole::Stored)
        return std::nullopt;
    const auto base = stored_value(scene, version, field->base, own);
    const auto* row = base ? std::get_if<model::RowRef>(&*base) : nullptr;
    if (row == nullptr)
        return std::nullopt;
    const data::Table& table = scene.data.table(row->record);
    if (table.presence(row->row, field->field) != data::Presence::Given)
        return std::nullopt;
    return table.scalar(row->row, field->field);
}

std::optional<value::Date> governing_day(const Scene& scene, const interp::Decision& decision) {
    const model::RecordId record = scene.schema().matters[decision.matter].record;
    for (const model::Version& version : scene.project.policy.versions) {
        for (const model::MatterTerms& terms : version.matters) {
            if (terms.matter != decision.matter)
                continue;
            const auto day = stored_value(scene, version, terms.governed, {record, decision.row});
            if (day && std::holds_alternative<value::Date>(*day))
                return std::get<value::Date>(*day);
        }
    }
    return std::nullopt;
}

std::string not_applicable_text(const Scene& scene, const interp::Decision& decision) {
    for (const interp::Reason& reason : decision.reasons) {
        if (reason.kind == interp::AbsenceReason::NotReviewed)
            return in_one_cell(reason_text(scene, decision.version, reason));
    }
    const std::optional<value::Date> day = governing_day(scene, decision);
    std::string text{
        in(scene.language, "没有在依据日施行的版本", "no version is in force on the governing day")};
    if (day)
        text += fmt::format(fmt::runtime(in(scene.language, "（{}）", " ({})")), day->to_text());
    if (!decision.reasons.empty())
        text += std::string{in(scene.language, "：", ": ")} +
                reasons_text(scene, decision.version, decision.reasons);
    return in_one_cell(text);
}

void append_once(std::vector<model::ArticleId>& articles, model::ArticleId article) {
    if (std::find(articles.begin(), articles.end(), article) == articles.end())
        articles.push_back(article);
}

} // namespace

} // namespace tiaoli::explain
