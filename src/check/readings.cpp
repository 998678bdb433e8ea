// One reading that makes sense is the meaning; several are an error that shows them; none, the mistakes of the best one.
#include "readings.hpp"

#include "tiaoli/base/match.hpp"
#include "tiaoli/model/walk.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

struct Reading {
    NodeId body;
    ExprStore exprs;
    diag::Diagnostics messages;
    Meaning meaning;
};

using Roots = std::vector<ExprId*>;

Roots roots_of(model::DefinitionPart& part) {
    Roots roots;
    for (model::Clause& clause : part.clauses) {
        roots.push_back(&clause.guard);
        roots.push_back(&clause.value);
    }
    for (model::Adjustment& adjustment : part.adjustments) {
        roots.push_back(&adjustment.guard);
        roots.push_back(&adjustment.operand);
    }
    return roots;
}

Roots roots_of(Meaning& meaning) {
    return base::match(
        meaning, [](model::DefinitionPart& part) { return roots_of(part); },
        [](model::StateRule& state) {
            return Roots{&state.begins.condition, &state.ends.condition};
        },
        [](model::Rule& rule) {
            return Roots{&rule.premise, &rule.condition};
        },
        [](model::MatterTerms& terms) {
            return Roots{&terms.governed, &terms.facts_until, &terms.reviewed, &terms.since};
        },
        [](ParameterValues& parameter) {
            Roots roots;
            for (model::DatedValue& dated : parameter.values) {
                roots.push_back(&dated.value);
            }
            return roots;
        },
        [](SingleExpression& single) { return Roots{&single.root}; },
        [](model::Deadline& deadline) {
            return Roots{&deadline.start, &deadline.length, &deadline.until, &deadline.period,
                         &deadline.fulfilment};
        },
        [](CellMeaning& cell) { return Roots{&cell.root}; });
}

/// The shape of a definition beside its expressions.
std::string shape_of(const Meaning& meaning) {
    const auto* part = std::get_if<model::DefinitionPart>(&meaning);
    std::string shape;
    for (std::size_t index = 0; part != nullptr && index < part->clauses.size(); ++index) {
        shape += static_cast<char>('a' + static_cast<int>(part->clauses[index].kind));
    }
    for (std::size_t index = 0; part != nullptr && index < part->adjustments.size(); ++index) {
        shape += static_cast<char>('A' + static_cast<int>(part->adjustments[index].kind));
    }
    return shape;
}

std::string fingerprint(const Workbench& bench, const VersionWork& work, Reading& reading) {
    std::string out = shape_of(reading.meaning);
    for (const ExprId* root : roots_of(reading.meaning)) {
        out += "|";
        if (root->valid()) {
            out += describe(bench.schema(), bench.version(work), reading.exprs, *root);
        }
    }
    return out;
}

void collect_names(const Tree& tree, NodeId node, std::vector<NodeId>& names) {
    const Kind kind = tree.kind(node);
    if (kind == Kind::name || kind == Kind::name_expr) {
        names.push_back(node);
    }
    for (NodeId child : tree.children(node)) {
        collect_names(tree, child, names);
    }
}

/// The reading as an officer would write it to leave no doubt: 「」 around every name.
std::string marked(const Workbench& bench, const Tree& tree, NodeId body) {
    std::vector<NodeId> names;
    collect_names(tree, body, names);
    std::sort(names.begin(), names.end(), [&](NodeId a, NodeId b) { return tree[a].begin < tree[b].begin; });
    const source::Span whole = tree.span(body);
    const auto plain = [&](std::uint32_t begin, std::uint32_t end) {
        return begin < end ? syntax::canonical(bench.sources.text({whole.source, begin, end}))
                           : std::string{};
    };
    std::string out;
    std::uint32_t at = whole.begin;
    for (NodeId name : names) {
        out += plain(at, tree[name].begin) + "「" + tree.display(name) + "」";
        at = tree[name].end;
    }
    return out + plain(at, whole.end);
}

std::uint32_t first_error(const diag::Diagnostics& messages) {
    std::uint32_t first = 0xffffffffU;
    for (const diag::Diagnostic& each : messages.all()) {
        const auto* span = std::get_if<source::Span>(&each.place);
        if (span != nullptr && diag::severity(each.message) == diag::Severity::Error) {
            first = std::min(first, span->begin);
        }
    }
    return first;
}

const Reading& best_of(const std::vector<Reading>& readings) {
    return *std::min_element(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
        const std::size_t errors_a = a.messages.count(diag::Severity::Error);
        const std::size_t errors_b = b.messages.count(diag::Severity::Error);
        return errors_a != errors_b ? errors_a < errors_b : first_error(a.messages) > first_error(b.messages);
    });
}

Meaning moved_in(model::Version& version, Reading reading) {
    const auto offset = static_cast<std::uint32_t>(version.exprs.size());
    for (model::Expr& expr : reading.exprs) {
        model::rebase(expr.node, offset);
        version.exprs.add(std::move(expr));
    }
    for (ExprId* root : roots_of(reading.meaning)) {
        if (root->valid()) {
            root->index += offset;
        }
    }
    return std::move(reading.meaning);
}

void report_several(Workbench& bench, const Tree& tree, const std::vector<Reading>& sound) {
    std::string shown;
    for (const Reading& reading : sound) {
        shown += (shown.empty() ? "" : "；或 ") + marked(bench, tree, reading.body);
    }
    bench.messages.add(diag::Message::SeveralReadings, tree.span(sound.front().body),
                       {std::to_string(sound.size()), shown});
}

} // namespace

std::optional<Meaning> choose(Workbench& bench, FieldTypes& types, const VersionWork& work,
                              const Statement& statement, Scope scope, const LowerBody& lower_body) {
    return choose(bench, types, work, *statement.tree, statement.node, scope, lower_body);
}

std::optional<Meaning> choose(Workbench& bench, FieldTypes& types, const VersionWork& work, const Tree& tree,
                              NodeId holder, Scope scope, const LowerBody& lower_body) {
    std::vector<Reading> failed;
    std::vector<Reading> sound;
    std::set<std::string> met;
    for (NodeId body : tree.children(tree.child(holder, Kind::readings))) {
        Lowering at(bench, types, work, tree, scope);
        Meaning meaning = lower_body(at, body);
        Reading reading{body, std::move(at.exprs), std::move(at.messages), std::move(meaning)};
        if (reading.messages.has_errors()) {
            failed.push_back(std::move(reading));
        } else if (met.insert(fingerprint(bench, work, reading)).second) {
            sound.push_back(std::move(reading));
        }
    }
    if (sound.empty() && !failed.empty()) {
        bench.messages.append(best_of(failed).messages);
    } else if (sound.size() > 1) {
        report_several(bench, tree, sound);
    } else if (sound.size() == 1) {
        bench.messages.append(sound.front().messages);
        bench.meant.emplace(&tree, sound.front().body);
        return moved_in(bench.version(work), std::move(sound.front()));
    }
    return std::nullopt;
}

} // namespace tiaoli::check
