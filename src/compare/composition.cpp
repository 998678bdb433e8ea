// Puts amendments into the old version, statement by statement, and reads what comes out as a policy.
#include "composition.hpp"

#include "tiaoli/value/literal.hpp"

#include <algorithm>

namespace tiaoli::compare {

namespace {

using syntax::Kind;

const model::Version& only_version(const project::Project& project) {
    return project.policy.versions[model::VersionId{0}];
}

bool is_schema(Kind kind) {
    return kind == Kind::enumeration_decl || kind == Kind::record_decl || kind == Kind::order_decl;
}

/// Taken from the old version in every composition.
bool is_frame(Kind kind) {
    return kind == Kind::policy_decl || kind == Kind::version_decl || kind == Kind::effective;
}

/// Statements by which cases are decided, outside of the schema.
bool decides(Kind kind) {
    switch (kind) {
    case Kind::matter_decl:
    case Kind::parameter_decl:
    case Kind::definition:
    case Kind::output:
    case Kind::as_of:
    case Kind::state:
    case Kind::rule:
    case Kind::exception_definition:
    case Kind::exception_rule:
    case Kind::allocation:
    case Kind::deadline:
    case Kind::decision_table:
    case Kind::tier_table:
        return true;
    default:
        return false;
    }
}

bool is_unit_that_decides(UnitKind kind) {
    switch (kind) {
    case UnitKind::Matter:
    case UnitKind::Parameter:
    case UnitKind::Definition:
    case UnitKind::Table:
    case UnitKind::State:
    case UnitKind::Allocation:
    case UnitKind::Deadline:
    case UnitKind::Rule:
    case UnitKind::Exception:
        return true;
    case UnitKind::Force:
    case UnitKind::Calendar:
    case UnitKind::Enumeration:
    case UnitKind::Record:
    case UnitKind::Field:
    case UnitKind::Order:
    case UnitKind::Summary:
    case UnitKind::Reading:
        return false;
    }
    return false;
}

bool is_unit_of_schema(UnitKind kind) {
    return kind == UnitKind::Enumeration || kind == UnitKind::Record || kind == UnitKind::Field ||
           kind == UnitKind::Order;
}

} // namespace

Composer::Composer(const project::Project& before, const project::Project& after,
                   const Comparison& comparison, SchemaIs schema_is)
    : before_(before), after_(after), comparison_(comparison), old_(items_of(before)), new_(items_of(after)) {
    for (const Change& change : comparison.changes) {
        if (change.pair == Change::no_pair && is_unit_that_decides(change.unit().kind))
            add_outside(change);
        if (change.unit().kind == UnitKind::Calendar) {
            amendments_.push_back({Change::no_pair, UnitKind::Calendar, change.unit().title});
            edits_.push_back({{}, {}, true});
        }
    }
    add_schema(schema_is);
    add_articles();
}

void Composer::add_articles() {
    for (std::size_t at = 0; at < comparison_.articles.size(); ++at) {
        const std::vector<const Change*> changes = comparison_.changes_of(at);
        if (std::none_of(changes.begin(), changes.end(),
                         [](const Change* change) { return is_unit_that_decides(change->unit().kind); }))
            continue;
        const ArticlePair& pair = comparison_.articles[at];
        Edit edit;
        for (std::size_t item = 0; item < old_.size(); ++item) {
            if (pair.before.valid() && old_[item].article == pair.before && decides(old_[item].kind))
                edit.removed.insert(item);
        }
        for (std::size_t item = 0; item < new_.size(); ++item) {
            if (pair.after.valid() && new_[item].article == pair.after && decides(new_[item].kind))
                edit.added.insert(item);
        }
        amendments_.push_back({at, UnitKind::Rule, {}});
        edits_.push_back(std::move(edit));
    }
}

void Composer::add_outside(const Change& change) {
    std::optional<std::size_t> old;
    std::optional<std::size_t> now;
    if (change.before) {
        old = item_at(old_, change.before->span);
        TIAOLI_CHECK(*old < old_.size(), "a unit stands in a statement");
    }
    if (change.after) {
        now = item_at(new_, change.after->span);
        TIAOLI_CHECK(*now < new_.size(), "a unit stands in a statement");
    }
    if (!old && is_harmless(change, *now)) {
        always_.insert(*now);
        return;
    }
    Edit& edit = edit_of(old, now, change);
    if (old)
        edit.removed.insert(*old);
    if (now)
        edit.added.insert(*now);
}

/// The amendment that has one of the two statements already (a table defines several names), or a new one.
Composer::Edit& Composer::edit_of(std::optional<std::size_t> old, std::optional<std::size_t> now,
                                  const Change& change) {
    for (Edit& edit : edits_) {
        if ((old && edit.removed.contains(*old)) || (now && edit.added.contains(*now)))
            return edit;
    }
    amendments_.push_back({Change::no_pair, change.unit().kind, change.unit().title});
    return edits_.emplace_back();
}

/// A new name that nothing of the old version knows decides nothing until something uses it.
bool Composer::is_harmless(const Change& change, std::size_t item) const {
    const Kind kind = new_[item].kind;
    if (kind != Kind::parameter_decl && kind != Kind::definition && kind != Kind::as_of &&
        kind != Kind::state)
        return false;
    const std::string& name = change.after->name;
    for (const model::Parameter& parameter : only_version(before_).parameters) {
        if (parameter.name == name)
            return false;
    }
    const auto& fields = before_.policy.schema.fields;
    return std::none_of(fields.begin(), fields.end(),
                        [&](const model::Field& field) { return field.name == name; });
}

void Composer::add_schema(SchemaIs schema_is) {
    const bool differs =
        std::any_of(comparison_.changes.begin(), comparison_.changes.end(),
                    [](const Change& change) { return is_unit_of_schema(change.unit().kind); });
    if (!differs)
        return;
    Edit edit;
    for (std::size_t item = 0; item < old_.size(); ++item) {
        if (is_schema(old_[item].kind))
            edit.removed.insert(item);
    }
    for (std::size_t item = 0; item < new_.size(); ++item) {
        if (is_schema(new_[item].kind))
            edit.added.insert(item);
    }
    if (schema_is == SchemaIs::OfTheNew) {
        always_.insert(edit.added.begin(), edit.added.end());
        never_ = edit.removed;
    } else {
        amendments_.push_back({Change::no_pair, UnitKind::Record, {}});
        edits_.push_back(std::move(edit));
    }
}

std::unique_ptr<project::Project> Composer::compose(const std::vector<bool>& taken) const {
    std::set<std::size_t> removed = never_;
    std::set<std::size_t> added = always_;
    bool new_calendar = false;
    for (std::size_t at = 0; at < edits_.size(); ++at) {
        if (!taken[at])
            continue;
        removed.insert(edits_[at].removed.begin(), edits_[at].removed.end());
        added.insert(edits_[at].added.begin(), edits_[at].added.end());
        new_calendar = new_calendar || edits_[at].calendar;
    }
    std::vector<Source> chosen;
    for (std::size_t item = 0; item < old_.size(); ++item) {
        const Kind kind = old_[item].kind;
        if (!removed.contains(item) && (is_frame(kind) || is_schema(kind) || decides(kind)))
            chosen.push_back({From::Old, item});
    }
    for (const std::size_t item : added)
        chosen.push_back({From::New, item});
    auto made = std::make_unique<project::Project>();
    const source::SourceId source = made->sources.add("拼合", text_of(chosen));
    std::vector<syntax::Tree> trees;
    trees.push_back(parse::parse_structure(made->sources, source, made->messages));
    parse::Names names;
    parse::collect_names(trees.front(), names);
    parse::parse_bodies(trees.front(), made->sources, names, made->messages);
    made->versions.push_back(std::move(trees));
    made->policy =
        check::check(made->sources, {{{&made->versions.front().front()}}},
                     new_calendar ? after_.policy.calendar : before_.policy.calendar, made->messages);
    if (made->messages.has_errors())
        return nullptr;
    made->policy.versions[model::VersionId{0}].effective = only_version(before_).effective;
    return made;
}

const Item& Composer::item(const Source& source) const {
    return source.from == From::Old ? old_[source.item] : new_[source.item];
}

std::size_t Composer::pair_of(From from, model::ArticleId article) const {
    for (std::size_t at = 0; article.valid() && at < comparison_.articles.size(); ++at) {
        const ArticlePair& pair = comparison_.articles[at];
        if ((from == From::Old ? pair.before : pair.after) == article)
            return at;
    }
    return Change::no_pair;
}

/// What stands outside any article first, then article by article; in each what stands in no block first.
std::string Composer::text_of(const std::vector<Source>& chosen) const {
    std::vector<Source> order = chosen;
    const auto rank = [&](const Source& source) {
        const Item& each = item(source);
        // the version says of itself what it says outside of articles
        const model::ArticleId article = is_frame(each.kind) ? model::ArticleId{} : each.article;
        const bool in_block = !each.home.empty() && !is_frame(each.kind) && !is_schema(each.kind);
        // 枚举 under a record would be a field of it
        const int place = in_block ? 2 : each.kind == Kind::enumeration_decl ? 0 : 1;
        return std::pair{pair_of(source.from, article) + 1, place}; // no_pair + 1 is 0
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Source& one, const Source& other) { return rank(one) < rank(other); });
    std::string out;
    std::string home;
    std::size_t article = 0;
    for (const Source& source : order) {
        if (const std::size_t here = rank(source).first; here != article) {
            out += "第" + value::chinese_numeral(static_cast<int>(here)) + "条\n";
            article = here;
            home.clear();
        }
        write(out, source, home);
    }
    return out;
}

void Composer::write(std::string& out, const Source& source, std::string& home) const {
    const Item& each = item(source);
    const bool in_block = !is_frame(each.kind) && !is_schema(each.kind);
    if (in_block && each.home != home) {
        out += "【" + each.home + "】\n";
        home = each.home;
    }
    out += words(source) + "\n";
}

/// As written, but for the articles that 不受第X条限制 names: articles have their places in the comparison as numbers here.
std::string Composer::words(const Source& source) const {
    const project::Project& project = source.from == From::Old ? before_ : after_;
    const Item& each = item(source);
    std::string text{project.sources.text(each.span)};
    if (each.exempted.empty())
        return text;
    const auto holds = [&](const source::Span& span) {
        return span.source == each.span.source && each.span.begin <= span.begin && span.begin < each.span.end;
    };
    model::ArticleId named;
    for (const model::Rule& rule : only_version(project).rules) {
        for (const model::RuleException& exception : rule.exceptions)
            named = holds(exception.span) ? rule.article : named;
    }
    for (const auto& [field, definition] : only_version(project).definitions) {
        for (const model::DefinitionPart& part : definition.parts)
            named = part.overrides.valid() && holds(part.span) ? part.overrides : named;
    }
    const std::size_t pair = pair_of(source.from, named);
    if (pair == Change::no_pair)
        return text;
    const source::Span& at = each.exempted.front();
    return text.replace(at.begin - each.span.begin, at.end - at.begin,
                        "第" + value::chinese_numeral(static_cast<int>(pair + 1)) + "条");
}

} // namespace tiaoli::compare
