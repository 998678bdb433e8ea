// Holds the 结果 lines of one example against what is decided for its facts.
#pragma once

#include "tiaoli/explain/wording.hpp"
#include "tiaoli/suite/suite.hpp"

#include <optional>
#include <set>

namespace tiaoli::suite {

/// How an example is run: its day and its readings; what it comes to is noted.
interp::Options example_options(const model::Example& example);
/// The facts of an example, with those that it starts from.
data::CaseData example_data(const model::Schema& schema, const model::Version& version,
                            const model::Example& example);

/// All that is handed over must outlive it.
class ExampleCheck {
  public:
    ExampleCheck(const project::Project& project, diag::Language language, const data::CaseData& data,
                 const model::Example& example, interp::Options options)
        : example_(example), data_(data), scene_{project, data_, language},
          evaluator_(project.policy, data_, std::move(options)) {}

    /// The lines that do not come true.
    std::vector<Difference> differences();
    /// Whether all come true; looks no further than the first that does not.
    bool holds();
    interp::Evaluator& evaluator() { return evaluator_; }
    /// Matters and instances whose decisions the lines speak of.
    const std::set<std::pair<model::MatterId, std::uint32_t>>& asked() const { return asked_; }

  private:
    std::optional<Difference> check(const model::ExampleExpectation& expectation);
    std::optional<Difference> check_row(const model::ExampleExpectation& expectation, std::uint32_t row);
    /// Where the expected value stands: the row, or for a matter that recurs the instance; nothing when there is none.
    std::optional<std::uint32_t> place_of(const model::ExampleExpectation& expectation, std::uint32_t row);
    std::string words_of(const model::ExampleExpectation& expectation) const;
    void check_citations(const model::ExampleExpectation& expectation, const interp::Decision& decision,
                         Difference& difference) const;
    void add_reasons(const model::ExampleExpectation& expectation, Difference& difference) const;
    std::optional<std::uint32_t> row_of(const model::ExampleExpectation& expectation) const;
    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }

    const model::Example& example_;
    const data::CaseData& data_;
    explain::Scene scene_;
    interp::Evaluator evaluator_;
    std::set<std::pair<model::MatterId, std::uint32_t>> asked_;
};

} // namespace tiaoli::suite
