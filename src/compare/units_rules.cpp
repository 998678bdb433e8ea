// Rules, exceptions, deadlines, splits, states, summaries and readings.
#include "units.hpp"

#include "tiaoli/source/folded.hpp"
#include "tiaoli/syntax/tree.hpp"

#include <algorithm>

namespace tiaoli::compare {

void UnitCollector::collect_rules() {
    for (const model::Rule& rule : version_.rules) {
        Unit& unit = add(UnitKind::Rule, rule.article, rule.span);
        unit.home = schema_.matters[rule.matter].name;
        unit.name = is_named(rule) ? rule.label : std::string{};
        unit.title = rule.label;
        MeaningWriter meaning = writer();
        meaning.word(unit.name);
        meaning.word(unit.home);
        meaning.expr(rule.premise);
        meaning.expr(rule.condition);
        meaning.number(static_cast<std::size_t>(rule.consequence));
        meaning.word(rule.explanation);
        unit.meaning = meaning.take();
        collect_exceptions(rule);
    }
}

/// A rule without a name is called by its words, which are no name: they may be written otherwise. A name may say the same as the
/// words, so it is known by where it stands: between the statement's word and the rule's first condition.
bool UnitCollector::is_named(const model::Rule& rule) const {
    std::size_t first = version_.exprs[rule.condition].span.begin;
    if (rule.premise.valid())
        first = std::min<std::size_t>(first, version_.exprs[rule.premise].span.begin);
    const source::Span before{rule.span.source, rule.span.begin, static_cast<std::uint32_t>(first)};
    const std::string_view text = project_.sources.text(before);
    return text.find("“") != std::string_view::npos || text.find('"') != std::string_view::npos;
}

void UnitCollector::collect_exceptions(const model::Rule& rule) {
    for (const model::RuleException& exception : rule.exceptions) {
        Unit& unit = add(UnitKind::Exception, exception.article, exception.span);
        unit.home = schema_.matters[rule.matter].name;
        unit.name = rule.label;
        unit.title = rule.label;
        MeaningWriter meaning = writer();
        meaning.article(rule.article);
        meaning.expr(rule.premise); // which rule: by what it says, its words may differ
        meaning.expr(rule.condition);
        meaning.expr(exception.condition);
        unit.meaning = meaning.take();
    }
}

void UnitCollector::collect_deadlines() {
    for (const model::Deadline& deadline : version_.deadlines) {
        Unit& unit = add(UnitKind::Deadline, deadline.article, deadline.span);
        unit.home = schema_.matters[deadline.matter].name;
        unit.name = deadline.name;
        unit.title = deadline.name;
        MeaningWriter meaning = writer();
        for (const model::ExprId each :
             {deadline.start, deadline.length, deadline.until, deadline.period, deadline.fulfilment})
            meaning.expr(each);
        meaning.number(static_cast<std::size_t>(deadline.last_day));
        for (const model::Breach* breach : {&deadline.late, &deadline.missed}) {
            meaning.number(static_cast<std::size_t>(breach->consequence));
            meaning.word(breach->explanation);
        }
        unit.meaning = meaning.take();
    }
}

void UnitCollector::collect_allocations() {
    for (const model::Allocation& allocation : version_.allocations) {
        Unit& unit = add(UnitKind::Allocation, allocation.article, allocation.span);
        unit.home = schema_.matters[allocation.matter].name;
        unit.name = schema_.fields[allocation.rest].name;
        MeaningWriter meaning = writer();
        meaning.number(static_cast<std::size_t>(allocation.mode));
        meaning.expr(allocation.amount);
        for (const model::FieldId same : allocation.same)
            meaning.field(same);
        for (const model::AllocationPart& part : allocation.parts) {
            unit.title += schema_.fields[part.field].name + "、";
            meaning.field(part.field);
            meaning.expr(part.ratio);
            meaning.expr(part.limit);
        }
        meaning.field(allocation.rest);
        for (const model::AllocationTail& tail : allocation.tails) {
            meaning.expr(tail.guard);
            meaning.field(tail.to);
        }
        unit.title += unit.name;
        unit.meaning = meaning.take();
    }
}

void UnitCollector::collect_states() {
    for (const auto& [field, state] : version_.states) {
        Unit& unit = add(UnitKind::State, state.article, state.span);
        unit.home = home_of(field);
        unit.name = schema_.fields[field].name;
        unit.title = unit.name;
        MeaningWriter meaning = writer();
        for (const model::Trigger* trigger : {&state.begins, &state.ends}) {
            meaning.number(static_cast<std::size_t>(trigger->kind));
            meaning.expr(trigger->condition);
        }
        unit.meaning = meaning.take();
    }
}

void UnitCollector::collect_summaries() {
    for (const auto& [matter, outputs] : version_.summed) {
        Unit& unit = add(UnitKind::Summary, {}, {});
        unit.name = schema_.matters[matter].name;
        unit.home = unit.name;
        std::vector<std::string> names;
        for (const model::FieldId output : outputs)
            names.push_back(schema_.fields[output].name);
        std::sort(names.begin(), names.end()); // their order says nothing
        MeaningWriter meaning = writer();
        for (const std::string& name : names) {
            meaning.word(name);
            unit.title += (unit.title.empty() ? "" : "、") + name;
        }
        unit.words = unit.title;
        unit.meaning = meaning.take();
    }
}

/// The text with 本条 in place of the number of its own article, so that a renumbered article says the same.
std::string UnitCollector::of_its_article(const model::ReadingNote& reading) const {
    std::string text = reading.text;
    if (!reading.article.valid())
        return text;
    constexpr std::string_view here = "本条";
    const std::string& label = version_.articles[reading.article].label;
    for (std::size_t at = text.find(label); at != std::string::npos;
         at = text.find(label, at + here.size())) {
        if (!std::string_view{text}.substr(at + label.size()).starts_with("之"))
            text.replace(at, label.size(), here);
    }
    return text;
}

void UnitCollector::collect_readings() {
    for (const model::ReadingNote& reading : version_.readings) {
        Unit& unit = add(UnitKind::Reading, reading.article, reading.span);
        unit.home = reading.matter   ? schema_.matters[*reading.matter].name
                    : reading.record ? schema_.records[*reading.record].name
                                     : std::string{};
        unit.title = reading.settled ? "解释" : "待释";
        unit.words = reading.text;
        MeaningWriter meaning = writer();
        meaning.word(unit.title);
        meaning.word(source::folded_words(of_its_article(reading)));
        unit.meaning = meaning.take();
    }
    for (std::uint32_t index = 0; index < version_.articles.size(); ++index) {
        const model::Article& article = version_.articles[model::ArticleId{index}];
        if (article.no_rule.empty())
            continue;
        Unit& unit = add(UnitKind::Reading, {index}, {});
        unit.title = "不设规则";
        unit.words = article.no_rule;
        MeaningWriter meaning = writer();
        meaning.word(unit.title);
        meaning.word(source::folded_words(article.no_rule));
        unit.meaning = meaning.take();
    }
}

} // namespace tiaoli::compare
