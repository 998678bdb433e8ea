// A version with the values of its parameters on a 依据日: what one record is decided by.
#pragma once

#include "tiaoli/interp/evaluator.hpp"
#include "values.hpp"

namespace tiaoli::interp {

struct Regime {
    model::VersionId version;
    std::vector<model::ExprId>
        parameters; ///< by ParameterId: the constant that holds; not valid where `settings` says
    std::vector<std::optional<model::Scalar>> settings;
    std::optional<value::Date> since = {}; ///< the last change on or before the 依据日; nothing: before all
};

/// Days between two changes of a version's parameters and dated tables share a regime.
class Regimes {
  public:
    Regimes(const model::Policy& policy, const Options& options);

    std::uint32_t find(model::VersionId version, value::Date governed);
    /// The version whose words hold on a day outside any decision; not valid before the first takes effect.
    model::VersionId in_force_on(value::Date day) const;
    /// The first day after `day` on which a version takes effect or a parameter or table changes.
    std::optional<value::Date> next_change(value::Date day) const;
    const Regime& operator[](std::uint32_t regime) const { return regimes_[regime]; }
    std::size_t size() const { return regimes_.size(); }

  private:
    static std::optional<value::Date> last_change(const model::Version& version, value::Date governed);
    Regime build(model::VersionId version, value::Date governed) const;
    /// The alternative that --reading names; not valid where it names none.
    model::ExprId chosen(const model::Version& version, const model::Parameter& parameter) const;
    bool reads_as(const model::Expr& expr, const std::string& text) const;

    const model::Policy& policy_;
    const Options& options_;
    std::map<std::pair<model::VersionId, std::optional<value::Date>>, std::uint32_t> found_;
    std::vector<Regime> regimes_;
};

} // namespace tiaoli::interp
