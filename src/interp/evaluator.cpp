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

void Evaluator::settle(const Progress& progress) { impl_->settle(progress); }

const std::vector<Instance>& Evaluator::instances(model::MatterId matter) { return impl_->instances(matter); }

std::span<const Decision> Evaluator::decisions(model::MatterId matter) { return impl_->decisions(matter); }

const Decision& Evaluator::decide(model::MatterId matter, std::uint32_t instance) {
    return impl_->decide(matter, instance);
}

Value Evaluator::field(model::FieldId field, std::uint32_t row) { return impl_->field(field, row); }

const std::vector<std::size_t>& Evaluator::unplaced() { return impl_->unplaced(); }

std::vector<TraceStep> Evaluator::trace(model::MatterId matter, std::uint32_t instance) {
    return impl_->trace(matter, instance);
}

const Taken& Evaluator::taken() const { return impl_->taken(); }

const Sightings& Evaluator::sightings() const { return impl_->sightings(); }

} // namespace tiaoli::interp
