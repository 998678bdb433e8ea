// The public face of the reference evaluator.
#include "tiaoli/interp/evaluator.hpp"

#include "settlement.hpp"

namespace tiaoli::interp {

class Evaluator::Impl : public Settlement {
  public:
    using Settlement::Settlement;
};

Evaluator::Evaluator(const model::Policy& policy, const data::CaseData& data, Options options)
    : impl_(std::make_unique<Impl>(policy, data, std::move(options), TotalsBy::Running)) {}

Evaluator::~Evaluator() = default;

void Evaluator::settle() { impl_->settle(); }

const Decision& Evaluator::decide(model::MatterId matter, std::uint32_t row) {
    return impl_->decide(matter, row);
}

Value Evaluator::field(model::FieldId field, std::uint32_t row) { return impl_->field(field, row); }

std::vector<TraceStep> Evaluator::trace(model::MatterId matter, std::uint32_t row) {
    return impl_->trace(matter, row);
}

const Taken& Evaluator::taken() const { return impl_->taken(); }

} // namespace tiaoli::interp
