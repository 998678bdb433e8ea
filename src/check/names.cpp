// The rules for names, and the nearest name to one that is not there.
#include "literals.hpp"
#include "workbench.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

/// Words of the language at the beginning of a name that make it easy to misread.
constexpr std::string_view leading_words[] = {
    "政策",     "版本",   "文号", "施行",     "有效期至", "废止",   "引用",   "日历",   "枚举",   "记录",
    "同日次序", "事项",   "参数", "输出",     "时点",     "状态",   "要求",   "解释",   "待释",   "不设规则",
    "案例",     "同案例", "假设", "结果",     "其他的",   "没有的", "否则",   "且",     "或",     "非",
    "未",       "有",     "无",   "为",       "等于",     "不为",   "不等于", "不超过", "超过",   "不高于",
    "高于",     "不低于", "低于", "达到",     "属于",     "不属于", "处于",   "不处于", "早于",   "晚于",
    "不早于",   "不晚于", "同一", "最近的",   "最早的",   "均满足", "较低者", "较高者", "绝对值", "四舍五入",
    "四舍六入", "进位",   "舍去", "工作日数", "顺延",     "小结"};

std::string_view leading_word(std::string_view name) {
    std::string_view longest;
    for (std::string_view word : leading_words) {
        if (name.starts_with(word) && word.size() > longest.size()) {
            longest = word;
        }
    }
    return longest;
}

bool is_quoted(std::string_view verbatim) { return verbatim.find("「") != std::string_view::npos; }

int characters(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += source::decode(text, at).length;
    }
    return count;
}

} // namespace

void check_name(Workbench& bench, const Tree& tree, NodeId name) {
    const std::string text = tree.text(name);
    const std::string shown = tree.display(name);
    if (text.ends_with("的")) {
        bench.messages.add(Message::NameEndsInOf, tree.span(name), {shown});
    }
    if (whole_literal(text)) {
        bench.messages.add(Message::NameIsLiteral, tree.span(name), {shown});
    }
    const std::string_view word = leading_word(text);
    if (!word.empty() && word.size() < text.size() && !is_quoted(tree.verbatim(name))) {
        bench.messages.add(Message::NameLikeWord, tree.span(name), {shown, std::string(word)});
    }
}

Meeting meet(Workbench& bench, std::string_view sort, const Tree& tree, NodeId decl, NodeId name,
             std::size_t version) {
    const Declared now{tree.text(decl), tree.span(decl), version};
    const auto [found, is_new] = bench.declared.try_emplace(std::string(sort) + ":" + tree.text(name), now);
    if (is_new) {
        return Meeting::First;
    }
    const Declared& before = found->second;
    if (before.span == now.span || (before.version != version && before.text == now.text)) {
        return Meeting::Again;
    }
    const Message message =
        before.version == version ? Message::DuplicateName : Message::ConflictingDeclaration;
    bench.messages.add(message, tree.span(name), {tree.display(name)}).notes = {
        {before.span, Message::OtherPlace, {}}};
    return Meeting::Refused;
}

std::string nearest(std::string_view name, const std::vector<std::string>& names) {
    int best_distance = std::max(1, characters(name) / 3) + 1;
    std::string best;
    bool alone = true;
    for (const std::string& other : names) {
        const int distance = source::edit_distance(name, other, best_distance);
        if (distance > best_distance || distance == 0 || distance >= characters(other)) {
            continue;
        }
        if (distance < best_distance) {
            best_distance = distance;
            best = other;
            alone = true;
        } else if (!best.empty() && other != best) {
            alone = false;
        }
    }
    return alone ? best : std::string{};
}

std::string type_words(const model::Schema& schema, const model::Type& type) {
    switch (type.kind) {
    case model::TypeKind::Text:
        return "文本";
    case model::TypeKind::Bool:
        return "是否";
    case model::TypeKind::Integer:
        return "整数";
    case model::TypeKind::Number:
        return "数值";
    case model::TypeKind::Money:
        return "金额";
    case model::TypeKind::Ratio:
        return "比例";
    case model::TypeKind::Date:
        return "日期";
    case model::TypeKind::Duration:
        return "期间";
    case model::TypeKind::Period:
        return "时段";
    case model::TypeKind::Enumeration: {
        const model::Enumeration& enumeration = schema.enumerations[type.enumeration];
        return "枚举“" + (enumeration.name.empty() ? enumeration.values.front() + "、…" : enumeration.name) +
               "”";
    }
    case model::TypeKind::Reference:
        return "记录“" + schema.records[type.record].name + "”";
    case model::TypeKind::Unknown:
        return "看不出类型的值";
    }
    return {};
}

} // namespace tiaoli::check
