// Where compositions cannot be decided as the versions are, no cause is told.
#include "tiaoli/compare/attribution.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

TEST_CASE("compositions that do not give what the old version gives make no causes (V823)") {
    const std::string folder = std::string(TIAOLI_REPOSITORY) + "/policies/dalian-ip-pledge/";
    const auto before = project::load(folder + "2022.policy");
    const auto after = project::load(folder + "2027-draft.policy");
    const auto data = data::read_cases(before.value().policy.schema, folder + "cases");
    const value::Date today = *value::Date::from_ymd(2026, 6, 30);
    const compare::Side old_side{before.value(), data.value()};
    const compare::Side new_side{after.value(), data.value()};
    interp::Evaluator old_evaluator{before.value().policy, data.value(), compare::options_for(today)};
    interp::Evaluator new_evaluator{after.value().policy, data.value(), compare::options_for(today)};
    const auto decisions = compare::decision_changes(old_side, old_evaluator, new_side, new_evaluator);
    const auto comparison = compare::compare(before.value(), after.value());
    const auto unread = [](const model::Schema&) { return std::unique_ptr<data::CaseData>{}; };
    const auto causes = compare::attribution(comparison, decisions, old_side, new_side, unread, today);
    CHECK_FALSE(causes.sound);
    CHECK(causes.fails_at_old);
    CHECK(causes.causes.empty());
    CHECK(diag::code(diag::Message::NotRecomposed) == "V823");
}
