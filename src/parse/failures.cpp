// Finds the words for what could not be read.
#include "failures.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/value/literal.hpp"

#include <algorithm>
#include <optional>

namespace tiaoli::parse {

namespace {

using diag::Message;
using grammar::Token;
using syntax::Kind;
using syntax::Word;

/// How a statement is written, for a message about one that is not.
struct Shape {
    Word word;
    std::string_view form;
};
constexpr Shape shapes[] = {
    {Word::policy, "政策 “名称”"},
    {Word::version, "版本 “名称”"},
    {Word::document_number, "文号 “文号”"},
    {Word::draft, "草案 “说明”"},
    {Word::import, "引用 “文件名.policy”"},
    {Word::calendar, "日历 “文件名.csv”"},
    {Word::effective, "施行 2023年3月1日"},
    {Word::expires, "有效期至 2027年5月12日"},
    {Word::repeals, "废止 “文号”、“文号”"},
    {Word::enumeration, "枚举 名称：值一、值二"},
    {Word::record, "记录 名称（键），发生于日期字段"},
    {Word::same_day_order, "同日次序 记录一、记录二"},
    {Word::matter, "事项 名称：审核记录名，依据日为日期"},
    {Word::parameter, "参数 名称 ＝ 值"},
    {Word::output, "输出 名称 ＝ 式"},
    {Word::as_of, "时点 名称 ＝ 式"},
    {Word::state, "状态 名称：自条件之日起，至条件之日止"},
    {Word::allocate, "分配 金额，到分：甲按比例；其余归乙"},
    {Word::deadline, "期限 “名称”：自日期起期间内，有记录名（条件）"},
    {Word::summary, "小结 输出一、输出二"},
    {Word::interpretation, "解释 “文字”"},
    {Word::unsettled, "待释 “文字”"},
    {Word::no_rule, "不设规则 “理由”"},
    {Word::example, "案例 “名称”"},
    {Word::given, "假设 记录名 键：字段 值，字段 值"},
    {Word::expect, "结果 键的事项为结论"},
    {Word::require, "要求 “名称”：条件"},
    {Word::notwithstanding, "不受第X条限制，名称 ＝ 值；或 不受第X条“规则的名称”限制，条件"},
    {Word::decision_table, "决策表（名称、名称（万元））得名称，取先满足的一行，下面每行用“|”隔开各格"},
    {Word::tier_table, "分档表（名称）得名称，全额适用 或 超额累进，下面每行用“|”隔开各格"},
};

std::optional<Shape> shape_at_start(std::string_view text) {
    for (const Shape& shape : shapes) {
        for (const grammar::Spelling& spelling : grammar::spellings()) {
            if (spelling.word == shape.word && text.starts_with(spelling.text)) {
                return shape;
            }
        }
    }
    return std::nullopt;
}

std::string first_characters(std::string_view text, int count) {
    std::size_t at = 0;
    for (int taken = 0; taken < count && at < text.size(); ++taken) {
        at += source::decode(text, at).length;
    }
    return std::string(text.substr(0, at));
}

/// A statement word that differs by one character from the beginning of `text` (要球 → 要求).
std::string nearest_statement_word(std::string_view text) {
    for (const Shape& shape : shapes) {
        for (const grammar::Spelling& spelling : grammar::spellings()) {
            if (spelling.word != shape.word || spelling.text.size() < 4) {
                continue;
            }
            int characters = 0;
            for (std::size_t at = 0; at < spelling.text.size(); ++characters) {
                at += source::decode(spelling.text, at).length;
            }
            if (source::edit_distance(first_characters(text, characters), spelling.text, 1) <= 1) {
                return std::string(spelling.text);
            }
        }
    }
    return {};
}

std::string shortened(std::string_view text) {
    const std::string start = first_characters(text, 12);
    return start.size() < text.size() ? start + "…" : start;
}

/// As many characters of the statement, blanks not counted, as the word has.
source::Span beginning(const syntax::Tree& tree, syntax::NodeId id, std::string_view word) {
    source::Span span = tree.span(id);
    const std::string_view written = tree.verbatim(id);
    std::size_t at = 0;
    for (std::size_t in_word = 0; in_word < word.size() && at < written.size();) {
        const source::Character character = source::decode(written, at);
        at += character.length;
        if (!source::is_blank(character.code)) {
            in_word += source::decode(word, in_word).length;
        }
    }
    span.end = span.begin + static_cast<std::uint32_t>(at);
    return span;
}

void report_bad_statement(const syntax::Tree& tree, syntax::NodeId id, diag::Diagnostics& messages) {
    const std::string text = tree.text(id);
    if (text.empty()) {
        return;
    }
    if (const auto shape = shape_at_start(text)) {
        messages.add(Message::StatementShape, tree.span(id),
                     {shortened(tree.display(id)), std::string(shape->form)});
        return;
    }
    const std::string nearest = nearest_statement_word(text);
    if (!nearest.empty()) {
        messages.add(Message::UnknownStatementNear, tree.span(id), {shortened(tree.display(id)), nearest})
            .fix = diag::Fix{beginning(tree, id, nearest), nearest};
    } else {
        messages.add(Message::UnknownStatement, tree.span(id), {shortened(tree.display(id))});
    }
}

void report_under(const syntax::Tree& tree, syntax::NodeId id, diag::Diagnostics& messages) {
    for (syntax::NodeId child : tree.children(id)) {
        if (tree.kind(child) != Kind::bad_statement) {
            report_under(tree, child, messages);
        } else if (tree.kind(id) == Kind::record_decl) {
            messages.add(Message::BadField, tree.span(child), {shortened(tree.display(child))});
        } else {
            report_bad_statement(tree, child, messages);
        }
    }
}

/// The piece of the body from `at` up to the next sign: what an officer sees as one word.
std::string_view piece_at(std::string_view text, std::size_t at) {
    static constexpr std::string_view stops[] = {",", ";", ":", "(", ")", "、", "+",
                                                 "*", "÷", "/", "=", "<", ">"};
    std::size_t end = at;
    while (end < text.size()) {
        const std::string_view rest = text.substr(end);
        const bool stop = std::any_of(std::begin(stops), std::end(stops),
                                      [&](auto sign) { return rest.starts_with(sign); });
        if (stop && end > at) {
            break;
        }
        end += source::decode(text, end).length;
        if (stop) {
            break;
        }
    }
    return text.substr(at, end - at);
}

struct NearName {
    std::string name;
    std::size_t length = 0; ///< bytes of the text that it stands for
    int distance = 3;
    bool only = true; ///< no other name is as near
};

/// The declared name that is most like some beginning of `text`; of equally near ones the longest.
NearName nearest_name(const Names& names, std::string_view text) {
    NearName best;
    for (const std::string& name : names.all) {
        int characters = 0;
        for (std::size_t at = 0; at < name.size(); ++characters) {
            at += source::decode(name, at).length;
        }
        const int allowed = std::min(2, characters / 2);
        const int shortest = std::max(2, characters > 2 ? characters - 1 : characters);
        for (int length = characters; allowed > 0 && length >= shortest; --length) {
            const std::string part = first_characters(text, length);
            const int distance = source::edit_distance(part, name, allowed);
            const bool tie = distance == best.distance && name != best.name;
            if (distance <= allowed &&
                (distance < best.distance || (distance == best.distance && name.size() > best.name.size()))) {
                best = {name, part.size(), distance, !tie};
            } else if (tie) {
                best.only = false;
            }
        }
    }
    return best;
}

bool is_missing_day(std::string_view text) {
    const auto literals = value::scan_literals(text, 0);
    return std::any_of(literals.begin(), literals.end(), [](const auto& scanned) {
        return std::holds_alternative<value::BadDateLiteral>(scanned.literal);
    });
}

source::Span span_of(const Prepared& body, source::SourceId source, std::size_t begin, std::size_t end) {
    const std::uint32_t from = body.source_begin(begin);
    return {source, from, std::max(from, end > begin ? body.source_end(end) : from)};
}

std::string visible(std::string_view text) {
    std::string out;
    for (char byte : text) {
        out += byte == grammar::string_open    ? "“"
               : byte == grammar::string_close ? "”"
                                               : std::string(1, byte);
    }
    return out;
}

bool report_near(const Prepared& body, source::SourceId source, std::size_t at, const Names& names,
                 diag::Diagnostics& messages) {
    const std::string_view piece = piece_at(body.text, at);
    const NearName nearest = nearest_name(names, piece);
    if (nearest.name.empty() || nearest.distance == 0) {
        return false;
    }
    const source::Span span = span_of(body, source, at, at + nearest.length);
    diag::Diagnostic& said = messages.add(Message::UnknownNameNear, span,
                                          {visible(piece.substr(0, nearest.length)), nearest.name});
    if (nearest.only) {
        said.fix = diag::Fix{span, nearest.name};
    }
    return true;
}

/// The first parenthesis that is never closed; the split's size when there is none.
std::size_t unclosed(const Split& split) {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < split.size(); ++at) {
        if (split[at].code == grammar::token_code(Token::open)) {
            open.push_back(at);
        } else if (split[at].code == grammar::token_code(Token::close) && !open.empty()) {
            open.pop_back();
        }
    }
    return open.empty() ? split.size() : open.front();
}

} // namespace

void report_bad_statements(const syntax::Tree& tree, diag::Diagnostics& messages) {
    report_under(tree, tree.root(), messages);
}

void report_unreadable(const Prepared& body, source::SourceId source, const Splits& splits,
                       const Names& names, diag::Diagnostics& messages) {
    const std::string_view text = body.text;
    const std::size_t at = splits.stuck_at;
    if (at >= text.size()) {
        messages.add(Message::BodyEndsEarly,
                     span_of(body, source, text.empty() ? 0 : text.size() - 1, text.size()));
        return;
    }
    const std::string_view piece = piece_at(text, at);
    const source::Span span = span_of(body, source, at, at + piece.size());
    if (piece.starts_with("=")) {
        messages.add(Message::EqualsInCondition, span).fix = diag::Fix{span, "为"};
    } else if (piece.starts_with("万") || piece.starts_with("亿")) {
        const std::size_t end = at + source::decode(text, at).length;
        messages.add(Message::MoneyWithoutUnit, span_of(body, source, splits.stuck_from, end),
                     {visible(text.substr(splits.stuck_from, end - splits.stuck_from))});
    } else if (is_missing_day(text.substr(at))) {
        messages.add(Message::NoSuchDay, span, {visible(piece)});
    } else if (!report_near(body, source, at, names, messages) &&
               !report_near(body, source, splits.stuck_from, names, messages)) {
        messages.add(Message::UnknownName, span, {visible(piece)});
    }
}

bool report_premise(const Prepared& body, source::SourceId source, const Splits& splits,
                    diag::Diagnostics& messages) {
    const std::string_view text = body.text;
    const std::size_t sign = splits.stuck_at;
    const std::size_t comma = sign < text.size() && text[sign] == '=' ? text.rfind(',', sign) : text.npos;
    if (comma == text.npos) {
        return false;
    }
    std::string_view name = text.substr(comma + 1, sign - comma - 1);
    const auto is_blank = [](char each) { return each == ' ' || each == '\n'; };
    while (!name.empty() && is_blank(name.front())) {
        name.remove_prefix(1);
    }
    while (!name.empty() && is_blank(name.back())) {
        name.remove_suffix(1);
    }
    const source::Span span = span_of(body, source, comma, comma + 1);
    messages.add(Message::PremiseWithoutOf, span, {visible(name)}).fix = diag::Fix{span, "的，"};
    return true;
}

void report_misplaced(const Prepared& body, source::SourceId source, const Split& split, std::size_t piece,
                      diag::Diagnostics& messages) {
    if (piece >= split.size()) {
        const Piece& last = split.back();
        const std::size_t open = unclosed(split);
        open < split.size()
            ? messages.add(Message::UnmatchedParenthesis,
                           span_of(body, source, split[open].begin, split[open].end))
            : messages.add(Message::BodyEndsEarly, span_of(body, source, last.begin, last.end));
        return;
    }
    const Piece& at = split[piece];
    const source::Span span = span_of(body, source, at.begin, at.end);
    const std::string words = visible(std::string_view(body.text).substr(at.begin, at.end - at.begin));
    if (at.code == grammar::token_code(Word::and_word) || at.code == grammar::token_code(Word::or_word)) {
        messages.add(Message::MixedLogic, span);
    } else if (at.code == grammar::token_code(Token::close)) {
        messages.add(Message::UnmatchedParenthesis, span);
    } else {
        messages.add(Message::Misplaced, span, {words});
    }
}

} // namespace tiaoli::parse
