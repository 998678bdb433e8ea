// The words of all reports.
#include "phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiaoli::compare {

namespace {

struct ShapeWords {
    std::string_view chinese;
    std::string_view english;
};

/// In the order of UnitKind.
constexpr std::array unit_words{ShapeWords{"版本事项", "version"}, ShapeWords{"日历", "calendar"},
                                ShapeWords{"枚举", "enumeration"}, ShapeWords{"记录", "record type"},
                                ShapeWords{"字段", "field"},       ShapeWords{"同日次序", "order of one day"},
                                ShapeWords{"事项", "matter"},      ShapeWords{"参数", "parameter"},
                                ShapeWords{"定义", "definition"},  ShapeWords{"表", "table"},
                                ShapeWords{"状态", "state"},       ShapeWords{"分配", "split"},
                                ShapeWords{"期限", "deadline"},    ShapeWords{"规则", "rule"},
                                ShapeWords{"例外", "exception"},   ShapeWords{"小结", "summary"},
                                ShapeWords{"读法", "reading"}};

/// In the order of ChangeName; the first three are said with the kind of the unit.
constexpr std::array name_words{ShapeWords{"新增", "added"},
                                ShapeWords{"删去", "removed"},
                                ShapeWords{"改变", "changed"},
                                ShapeWords{"比例提高", "ratio raised"},
                                ShapeWords{"比例降低", "ratio lowered"},
                                ShapeWords{"金额提高", "amount raised"},
                                ShapeWords{"金额降低", "amount lowered"},
                                ShapeWords{"期限延长", "period lengthened"},
                                ShapeWords{"期限缩短", "period shortened"},
                                ShapeWords{"日期推后", "day moved back"},
                                ShapeWords{"日期提前", "day brought forward"},
                                ShapeWords{"数值提高", "number raised"},
                                ShapeWords{"数值降低", "number lowered"},
                                ShapeWords{"数值改变", "figures changed"},
                                ShapeWords{"新的一档", "new tier"},
                                ShapeWords{"减少一档", "tier removed"}};

void add_once(std::vector<std::string>& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(std::move(name));
}

} // namespace

std::string Phrases::article(const ArticlePair& pair) const {
    return pair.after.valid() ? after().articles[pair.after].label : before().articles[pair.before].label;
}

std::string Phrases::article_way(const ArticlePair& pair) const {
    return pair.renumbered ? before().articles[pair.before].label + "→" + article(pair) : article(pair);
}

std::vector<std::string> Phrases::article_names(std::size_t at) const {
    const ArticlePair& pair = report_.comparison.articles[at];
    std::vector<std::string> names;
    if (!pair.before.valid())
        return {std::string{in("新增一条", "new article")}};
    if (!pair.after.valid())
        return {std::string{in("删去一条", "article removed")}};
    const std::vector<const Change*> changes = report_.comparison.changes_of(at);
    if (pair.renumbered)
        names.push_back(
            fmt::format(fmt::runtime(in("条号改变（{}）", "renumbered ({})")), article_way(pair)));
    if (pair.chapter_renamed)
        names.emplace_back(in("所在的章改了题名", "its chapter has another heading"));
    if (pair.moved)
        names.emplace_back(in("移到别的章节", "moved to another chapter"));
    if (pair.retitled)
        names.emplace_back(in("标题改变", "another title"));
    for (const Change* change : changes)
        add_once(names, change_name(*change));
    if (pair.reworded && changes.empty())
        names.emplace_back(in("只改文字", "reworded only"));
    return names;
}

std::string Phrases::unit_kind(UnitKind kind) const {
    const ShapeWords& words = unit_words.at(static_cast<std::size_t>(kind));
    return std::string{in(words.chinese, words.english)};
}

std::string Phrases::change_name(const Change& change) const {
    const ShapeWords& words = name_words.at(static_cast<std::size_t>(change.name));
    const bool plain = change.name == ChangeName::Added || change.name == ChangeName::Removed ||
                       change.name == ChangeName::Changed;
    if (!plain)
        return std::string{in(words.chinese, words.english)};
    const std::string kind =
        change.unit().kind == UnitKind::Reading && report_.language == diag::Language::Chinese
            ? change.unit().title
            : unit_kind(change.unit().kind);
    if (report_.language == diag::Language::English)
        return fmt::format("{} {}", kind, words.english);
    return change.name == ChangeName::Changed ? kind + "改变" : std::string{words.chinese} + kind;
}

std::string Phrases::unit(const Change& change) const {
    const Unit& unit = change.unit();
    std::string text =
        unit.kind == UnitKind::Reading ? unit.title
        : unit.kind == UnitKind::Force || unit.kind == UnitKind::Order || unit.kind == UnitKind::Calendar
            ? unit.title
            : fmt::format("{}“{}”", unit_kind(unit.kind), unit.title);
    if (!unit.home.empty() && unit.kind != UnitKind::Field)
        text += "（" + unit.home + "）";
    return text;
}

std::string Phrases::figures(const std::vector<ChangedFigure>& figures) const {
    std::string text;
    const auto none = [&](const std::string& figure) {
        return figure.empty() ? std::string{in("（无）", "(none)")} : figure;
    };
    for (const ChangedFigure& figure : figures)
        text += (text.empty() ? "" : "，") + none(figure.before) + "→" + none(figure.after);
    return text;
}

std::string Phrases::amendment(const Amendment& amendment) const {
    if (amendment.pair != Change::no_pair)
        return article_way(report_.comparison.articles[amendment.pair]);
    if (amendment.kind == UnitKind::Record)
        return std::string{in("案卷的记录和枚举", "the record types and enumerations")};
    return amendment.title == unit_kind(amendment.kind)
               ? amendment.title
               : fmt::format("{}“{}”", unit_kind(amendment.kind), amendment.title);
}

std::string Phrases::amendments(const AmendmentSet& set) const {
    std::string text;
    for (const std::size_t at : set)
        text += (text.empty() ? std::string{} : std::string{in("、", ", ")}) +
                amendment(report_.attribution->amendments[at]);
    return text;
}

std::string Phrases::cause(const Cause& cause) const {
    std::string text;
    for (const AmendmentSet& set : cause.sufficient) {
        text += text.empty() ? std::string{} : std::string{in("；或者 ", "; or ")};
        text += amendments(set);
        if (set.size() > 1)
            text += fmt::format(fmt::runtime(in("（{} 处一起）", " ({} together)")), set.size());
    }
    if (!cause.sufficient.empty())
        return text;
    if (!cause.needed.empty())
        return fmt::format(fmt::runtime(in("缺了其中一处就不会这样：{}", "not without any of: {}")),
                           amendments(cause.needed));
    return std::string{in("几处修改共同引起，没有一处单独起作用", "several amendments, none of them alone")};
}

std::string Phrases::verdict(const std::optional<Outcome>& outcome) const {
    if (!outcome)
        return std::string{in("（不审核）", "(not reviewed)")};
    return std::string{model::verdict_name(outcome->verdict)} +
           (outcome->trial ? std::string{in("（试算）", " (trial)")} : std::string{});
}

std::string Phrases::case_name(const CaseId& id) const {
    return id.key + (id.period.empty() ? "" : " " + id.period);
}

std::vector<Phrases::Difference> Phrases::differences(const Flip& flip) const {
    std::vector<Difference> out;
    if (const std::string old = verdict(flip.before), now = verdict(flip.after); old != now)
        out.push_back({{}, old, now});
    const std::map<std::string, OutputText> none;
    const auto& before = flip.before ? flip.before->outputs : none;
    const auto& after = flip.after ? flip.after->outputs : none;
    std::vector<std::string> names;
    for (const auto* side : {&before, &after}) {
        for (const auto& [name, output] : *side)
            add_once(names, name);
    }
    std::sort(names.begin(), names.end());
    const auto shown = [&](const std::map<std::string, OutputText>& side, const std::string& name) {
        const auto found = side.find(name);
        if (found == side.end())
            return std::string{in("（无）", "(none)")};
        return found->second.amount ? money(*found->second.amount) : found->second.text;
    };
    for (const std::string& name : names) {
        const auto old = before.find(name);
        const auto now = after.find(name);
        const bool same = old != before.end() && now != after.end() && old->second.text == now->second.text;
        if (!same)
            out.push_back({name, shown(before, name), shown(after, name)});
    }
    return out;
}

std::string Phrases::money(const value::Number& yuan) const {
    return value::money_text(yuan) + std::string{in("元", " yuan")};
}

std::string Phrases::signed_money(const value::Number& yuan) const {
    if (yuan.is_zero())
        return std::string{in("不变", "unchanged")};
    return (yuan.is_negative() ? "−" : "+") + money(yuan.absolute());
}

} // namespace tiaoli::compare
