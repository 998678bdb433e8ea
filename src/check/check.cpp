// From syntax to model: the order of the steps.
#include "literals.hpp"
#include "workbench.hpp"

#include "tiaoli/model/walk.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tiaoli::check {

namespace {

/// The day on which the version says that it takes effect; nothing when it does not say so in its own file.
std::optional<value::Date> effective_day(const VersionFiles& files) {
    const Tree& tree = *files.trees.front();
    for (NodeId item : tree.children(tree.root())) {
        if (tree.kind(item) == Kind::effective) {
            return read_day(tree.text(tree.child(item, Kind::literal_text)));
        }
    }
    return std::nullopt;
}

/// Versions in the order of their days of effect.
void open_versions(Workbench& bench, std::vector<VersionFiles> versions) {
    std::stable_sort(versions.begin(), versions.end(), [](const VersionFiles& a, const VersionFiles& b) {
        return effective_day(a) < effective_day(b);
    });
    for (const VersionFiles& files : versions) {
        model::Version version;
        version.file = bench.sources[files.trees.front()->source()].path;
        VersionWork work;
        work.id = bench.policy.versions.add(std::move(version));
        work.trees = files.trees;
        bench.versions.push_back(std::move(work));
    }
}

void run_steps(Workbench& bench) {
    declare_schema(bench);
    declare_matters(bench);
    survey(bench);
    for (VersionWork& work : bench.versions) {
        declare_version(bench, work);
        declare_parameters(bench, work);
        declare_definitions(bench, work);
        declare_states(bench, work);
        declare_exceptions(bench, work);
        declare_allocations(bench, work);
        declare_deadlines(bench, work);
    }
    lower_bodies(bench);
    for (const VersionWork& work : bench.versions) {
        declare_summaries(bench, work);
        declare_examples(bench, work);
        check_articles(bench, work);
    }
}

/// Files that several versions share are looked at once for each: every message once is enough.
void append_once(diag::Diagnostics& all, const diag::Diagnostics& found) {
    using Said =
        std::tuple<diag::Message, std::uint32_t, std::uint32_t, std::uint32_t, std::vector<std::string>>;
    std::set<Said> said;
    const auto is_new = [&](const diag::Diagnostic& each) {
        const auto* span = std::get_if<source::Span>(&each.place);
        return span == nullptr ||
               said.emplace(each.message, span->source.index, span->begin, span->end, each.args).second;
    };
    for (const diag::Diagnostic& each : all.all()) {
        is_new(each);
    }
    for (const diag::Diagnostic& each : found.all()) {
        if (is_new(each)) {
            diag::Diagnostic& added = all.add(each.message, each.place, each.args);
            added.notes = each.notes;
            added.fix = each.fix;
        }
    }
}

} // namespace

model::Policy check(const source::Sources& sources, const std::vector<VersionFiles>& versions,
                    value::Calendar calendar, diag::Diagnostics& messages, MeantBodies* meant) {
    model::Policy policy;
    policy.calendar = std::move(calendar);
    diag::Diagnostics found;
    Workbench bench{sources, policy, found};
    open_versions(bench, versions);
    run_steps(bench);
    if (!found.has_errors() && !messages.has_errors()) {
        check_rings(bench);
        check_moments(bench);
        check_fen(bench);
        check_cases(bench);
        check_uses(bench);
        check_force(bench);
        check_unused_types(bench);
        check_outcomes(bench);
        check_drift(bench);
    }
    if (!found.has_errors() && !messages.has_errors()) {
        const std::vector<std::string> defects = model::defects(policy);
        TIAOLI_CHECK(defects.empty(), "a policy without errors must be sound");
    }
    append_once(messages, found);
    if (meant != nullptr) {
        *meant = std::move(bench.meant);
    }
    return policy;
}

} // namespace tiaoli::check
