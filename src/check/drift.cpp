// Where the text of an article and its rules say different numbers: 40% above, 41% below. 解释 “「41%」…” says that it is meant.
#include "figure.hpp"

#include "literals.hpp"

#include "tiaoli/base/match.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;
using Figures = std::vector<Figure>;

/// One article: its law text, what stands under it for the machine, and what 解释 and 待释 quote in 「」.
struct ArticleWords {
    Figures text;
    source::Span law;   ///< the first line of its text
    source::Span rules; ///< the first statement that is no note
    std::vector<Figure> quoted;
    std::set<std::string> quotes; ///< canonical
    struct Named {
        source::Span span;
        std::set<std::string> names; ///< canonical: what the statement defines
        Figures spoken;              ///< of a rule or deadline: in its name and its explanations
    };
    std::vector<Named> statements;
};

bool is_note(Kind kind) {
    return kind == Kind::interpretation || kind == Kind::unsettled || kind == Kind::no_rule;
}

/// What a note quotes in 「」 are the figures that it speaks of.
void take_quotes(const Statement& at, ArticleWords& into) {
    constexpr std::string_view open = "「";
    constexpr std::string_view close = "」";
    for (NodeId node : at.tree->children(at.node)) {
        const std::string_view text = at.tree->verbatim(node);
        const source::Span span = at.tree->span(node);
        for (std::size_t from = text.find(open); from != std::string_view::npos;
             from = text.find(open, from)) {
            from += open.size();
            const std::size_t stop = text.find(close, from);
            if (stop == std::string_view::npos) {
                break;
            }
            const auto begin = static_cast<std::uint32_t>(span.begin + from);
            const auto end = static_cast<std::uint32_t>(span.begin + stop);
            const Figures found = figures_of_text(text.substr(from, stop - from), {span.source, begin, end});
            into.quoted.insert(into.quoted.end(), found.begin(), found.end());
            into.quotes.insert(syntax::canonical(text.substr(from, stop - from)));
        }
    }
}

/// The names that a definition, a parameter or a table declares.
std::set<std::string> declared_names(const Statement& at) {
    std::set<std::string> names;
    for (NodeId child : at.tree->children(at.node)) {
        const NodeId name =
            at.tree->kind(child) == Kind::table_result ? at.tree->child(child, Kind::name) : child;
        if (name.valid() && at.tree->kind(name) == Kind::name) {
            names.insert(at.tree->text(name));
        }
    }
    return names;
}

/// What stands between the quotation marks of a rule or deadline.
Figures spoken_figures(const Statement& at) {
    constexpr std::string_view open = "“";
    constexpr std::string_view close = "”";
    Figures spoken;
    const Kind kind = at.tree->kind(at.node);
    const std::string_view text = at.tree->verbatim(at.node);
    const source::Span span = at.tree->span(at.node);
    std::size_t from =
        kind == Kind::rule || kind == Kind::deadline ? text.find(open) : std::string_view::npos;
    for (; from != std::string_view::npos; from = text.find(open, from)) {
        from += open.size();
        const std::size_t stop = std::min(text.find(close, from), text.size());
        const auto begin = static_cast<std::uint32_t>(span.begin + from);
        const auto end = static_cast<std::uint32_t>(span.begin + stop);
        const Figures found = figures_of_text(text.substr(from, stop - from), {span.source, begin, end});
        spoken.insert(spoken.end(), found.begin(), found.end());
    }
    return spoken;
}

class ArticleDrift {
  public:
    ArticleDrift(Workbench& bench, const VersionWork& work, model::ArticleId id, ArticleWords words)
        : bench_(bench), article_(bench.version(work).articles[id]), words_(std::move(words)),
          rules_(figures_of_rules(bench, work, id)) {}

    void run() {
        const bool has_only_days = !article_.no_rule.empty();
        const auto passed_over = [&](const Figure& each) {
            return has_only_days && !std::holds_alternative<value::Date>(each.amount);
        };
        std::erase_if(words_.text, passed_over);
        std::erase_if(rules_.own, passed_over);
        compare_amounts();
        compare_bounds();
        look_at_quotes();
        look_at_names();
    }

  private:
    Workbench& bench_;
    const model::Article& article_;
    ArticleWords words_;
    RuleFigures rules_;
    std::set<source::Span> said_; ///< places that a message speaks of

    static bool holds(const Figures& figures, const Figure& other) {
        return std::any_of(figures.begin(), figures.end(),
                           [&](const Figure& each) { return is_same_amount(each, other); });
    }

    bool is_quoted(const Figure& figure) const {
        return std::any_of(words_.quoted.begin(), words_.quoted.end(), [&](const Figure& each) {
            return is_same_amount(each, figure) && (each.bound == Bound::None || each.bound == figure.bound);
        });
    }

    /// What the program itself put in (a step of rounding, the first day of a table) is nobody's figure.
    bool is_written(const Figure& rule) const {
        return whole_literal(syntax::canonical(bench_.sources.text(rule.span))).has_value();
    }

    const ArticleWords::Named* statement_of(const Figure& rule) const {
        for (const ArticleWords::Named& each : words_.statements) {
            if (each.span.source == rule.span.source && each.span.begin <= rule.span.begin &&
                rule.span.end <= each.span.end) {
                return &each;
            }
        }
        return nullptr;
    }

    /// 解释 “「企业规模」见附表。” speaks of all figures of what is so called.
    bool is_named(const Figure& rule) const {
        const ArticleWords::Named* at = statement_of(rule);
        return at != nullptr && std::any_of(at->names.begin(), at->names.end(), [&](const std::string& name) {
                   return words_.quotes.contains(name);
               });
    }

    /// Zero in a rule mostly says that something is there at all.
    static bool is_zero(const Figure& figure) {
        return base::match(
            figure.amount, [](const PlainNumber& plain) { return plain.number.is_zero(); },
            [](const value::MoneyLiteral& money) { return money.yuan.is_zero(); },
            [](const value::RatioLiteral& ratio) { return ratio.ratio.is_zero(); },
            [](const value::Date&) { return false; }, [](const MonthDay&) { return false; },
            [](const value::Duration& length) { return length == value::Duration{}; });
    }

    /// The best of `figures` to hold against `other`: written in the same unit, then with the same bound; null when none is of its sort.
    static const Figure* counterpart(const Figures& figures, const Figure& other) {
        const auto rank = [&](const Figure& each) {
            return (each.amount.index() == other.amount.index() ? 2 : 0) +
                   (each.bound == other.bound ? 1 : 0);
        };
        const Figure* found = nullptr;
        for (const Figure& each : figures) {
            if (is_same_sort(each, other) && (found == nullptr || rank(each) > rank(*found))) {
                found = &each;
            }
        }
        return found;
    }

    void compare_amounts() {
        Figures text;
        std::copy_if(words_.text.begin(), words_.text.end(), std::back_inserter(text),
                     [&](const Figure& each) { return !is_quoted(each) && !holds(rules_.own, each); });
        std::map<const ArticleWords::Named*, Figures> unwritten; ///< by statement: a table has many
        for (const Figure& rule : rules_.own) {
            if (is_quoted(rule) || is_zero(rule) || holds(words_.text, rule) || !is_written(rule) ||
                !said_.insert(rule.span).second || is_named(rule)) {
                continue;
            }
            if (const Figure* other = counterpart(text, rule); other != nullptr) {
                say_differ(*other, rule);
                text.erase(text.begin() + (other - text.data()));
            } else {
                unwritten[statement_of(rule)].push_back(rule);
            }
        }
        for (const auto& [statement, figures] : unwritten) {
            say_unwritten(figures);
        }
        for (const Figure& each : text) {
            if (!holds(rules_.reached, each)) {
                say_uncarried(each);
            }
        }
    }

    void say_differ(const Figure& text, const Figure& rule) {
        said_.insert(text.span);
        bench_.messages
            .add(Message::FiguresDiffer, rule.span,
                 {article_.label, text.words, literal_of(rule), text_of(text)})
            .notes = {{text.span, Message::LawHere, {}}};
    }

    void say_unwritten(const Figures& rules) {
        const Figure* near = counterpart(words_.text, rules.front());
        constexpr std::size_t most = 4;
        std::string all;
        for (std::size_t index = 0; index < std::min(rules.size(), most); ++index) {
            all += (index == 0 ? "" : "、") + literal_of(rules[index]);
        }
        if (rules.size() > most) {
            all += "、…（" + std::to_string(rules.size()) + "）";
        }
        const ArticleWords::Named* at = statement_of(rules.front());
        const bool has_name = rules.size() > 1 && at != nullptr && !at->names.empty();
        const std::string quote = has_name ? *at->names.begin() : literal_of(rules.front());
        bench_.messages.add(Message::FigureUnwritten, rules.front().span, {article_.label, all, quote})
            .notes = {{near != nullptr ? near->span : words_.law, Message::LawHere, {}}};
    }

    void say_uncarried(const Figure& text) {
        said_.insert(text.span);
        const Figure* near = counterpart(rules_.own, text);
        bench_.messages.add(Message::FigureUncarried, text.span, {article_.label, text.words, text_of(text)})
            .notes = {{near != nullptr ? near->span : words_.rules, Message::RuleHere, {}}};
    }

    std::string text_of(const Figure& text) const { return std::string(bench_.sources.text(text.span)); }
    std::string literal_of(const Figure& rule) const { return std::string(bench_.sources.text(rule.span)); }

    void compare_bounds() {
        for (const Figure& text : words_.text) {
            if (text.bound != Bound::None && !is_quoted(text) && !said_.contains(text.span)) {
                look_for_bound(text);
            }
        }
        std::map<source::Span, Figures> places;
        for (const Figure& rule : rules_.own) {
            if (rule.bound != Bound::None && !is_zero(rule) && is_written(rule) && !is_named(rule) &&
                !said_.contains(rule.span)) {
                places[rule.span].push_back(rule);
            }
        }
        for (const auto& [span, figures] : places) {
            look_for_text(figures);
        }
    }

    /// A bound of the text that no rule has.
    void look_for_bound(const Figure& text) {
        const Figure* differs = nullptr;
        for (const Figures* figures : {&rules_.own, &rules_.reached}) {
            for (const Figure& rule : *figures) {
                if (!is_same_amount(text, rule)) {
                    continue;
                }
                if (carries(text, rule)) {
                    return;
                }
                const bool is_bounded = differs != nullptr && differs->bound != Bound::None;
                differs = is_bounded || is_quoted(rule) ? differs : &rule;
            }
        }
        if (differs != nullptr) {
            say_bounds(text, *differs);
        }
    }

    /// A bound of a rule, by each way in which the rule comes to it, that the text does not have.
    void look_for_text(const Figures& rule) {
        const Figure* differs = nullptr;
        for (const Figure& text : words_.text) {
            for (const Figure& each : rule) {
                if (!is_same_amount(text, each)) {
                    continue;
                }
                if (carries(text, each) || is_quoted(each)) {
                    return;
                }
                differs = &text;
            }
        }
        if (differs != nullptr && !said_.contains(rule.front().span)) {
            say_bounds(*differs, rule.front());
        }
    }

    void say_bounds(const Figure& text, const Figure& rule) {
        said_.insert(rule.span);
        bench_.messages.add(Message::BoundsDiffer, rule.span, {article_.label, text.words, rule.words})
            .notes = {{text.span, Message::LawHere, {}}};
    }

    /// The name of a rule stands in decisions and letters: it must not keep an old number.
    void look_at_names() {
        for (const ArticleWords::Named& statement : words_.statements) {
            for (const Figure& spoken : statement.spoken) {
                if (!holds(rules_.own, spoken) && !holds(rules_.reached, spoken) && !is_quoted(spoken)) {
                    const Figure* near = counterpart(rules_.own, spoken);
                    bench_.messages.add(Message::NameForgotten, spoken.span, {article_.label, spoken.words})
                        .notes = {{near != nullptr ? near->span : words_.rules, Message::RuleHere, {}}};
                }
            }
        }
    }

    /// A note that quotes a number which is nowhere any more has been forgotten.
    void look_at_quotes() {
        for (const Figure& quote : words_.quoted) {
            if (!holds(words_.text, quote) && !holds(rules_.own, quote) && !holds(rules_.reached, quote)) {
                bench_.messages.add(Message::QuoteForgotten, quote.span, {article_.label, quote.words})
                    .notes = {{words_.law, Message::LawHere, {}}};
            }
        }
    }
};

class Drift {
  public:
    Drift(Workbench& bench, const VersionWork& work)
        : bench_(bench), work_(work), version_(bench.version(work)) {}

    void run() {
        for (std::uint32_t index = 0; index < version_.articles.size(); ++index) {
            headings_[version_.articles[model::ArticleId{index}].span] = model::ArticleId{index};
        }
        for (const Tree* tree : work_.trees) {
            take_text(*tree);
        }
        for (const Statement& at : work_.statements) {
            take_statement(at);
        }
        for (auto& [article, words] : articles_) {
            if (words.law.source.valid() && words.rules.source.valid()) {
                ArticleDrift(bench_, work_, article, std::move(words)).run();
            }
        }
    }

  private:
    Workbench& bench_;
    const VersionWork& work_;
    const model::Version& version_;
    std::map<source::Span, model::ArticleId> headings_;
    std::map<model::ArticleId, ArticleWords> articles_;

    void take_text(const Tree& tree) {
        model::ArticleId article;
        for (NodeId item : tree.children(tree.root())) {
            if (tree.kind(item) == Kind::heading) {
                const auto found = headings_.find(tree.span(item));
                article = found == headings_.end() ? model::ArticleId{} : found->second;
            } else if (tree.kind(item) == Kind::law_line && article.valid()) {
                ArticleWords& words = articles_[article];
                words.law = words.law.source.valid() ? words.law : tree.span(item);
                const Figures found = figures_of_text(tree.verbatim(item), tree.span(item));
                words.text.insert(words.text.end(), found.begin(), found.end());
            }
        }
    }

    void take_statement(const Statement& at) {
        if (!at.article.valid()) {
            return;
        }
        ArticleWords& words = articles_[at.article];
        const Kind kind = at.tree->kind(at.node);
        if (kind == Kind::interpretation || kind == Kind::unsettled) {
            take_quotes(at, words);
        }
        words.statements.push_back({at.tree->span(at.node), declared_names(at), spoken_figures(at)});
        if (!is_note(kind) && !words.rules.source.valid()) {
            words.rules = at.tree->span(at.node);
        }
    }
};

} // namespace

void check_drift(Workbench& bench) {
    for (const VersionWork& work : bench.versions) {
        Drift(bench, work).run();
    }
}

} // namespace tiaoli::check
