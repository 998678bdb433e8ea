// Records the steps of one traced evaluation; idle otherwise.
#pragma once

#include "context.hpp"
#include "tiaoli/interp/evaluator.hpp"

namespace tiaoli::interp {

/// The step that new steps become parts of; null while nothing is recorded.
struct Recorder {
    TraceStep* open = nullptr;
    /// Fields opened already, without what lies below their parts: a trace stays as small as what it shows.
    std::map<std::pair<model::RowRef, model::FieldId>, std::vector<TraceStep>> opened = {};

    bool recording() const { return open != nullptr; }
};

/// Opens a step for its lifetime.
class StepScope {
  public:
    StepScope(Recorder& recorder, TraceStep::Kind kind, const Context& context)
        : recorder_(recorder), above_(recorder.open) {
        step_.kind = kind;
        step_.version = context.version;
        if (above_ != nullptr)
            recorder_.open = &step_;
    }
    ~StepScope() {
        recorder_.open = above_;
        if (above_ != nullptr)
            above_->parts.push_back(std::move(step_));
    }
    StepScope(const StepScope&) = delete;
    StepScope& operator=(const StepScope&) = delete;

    TraceStep& step() { return step_; }

  private:
    Recorder& recorder_;
    TraceStep* above_;
    TraceStep step_;
};

/// Records nothing for its lifetime.
class Unrecorded {
  public:
    explicit Unrecorded(Recorder& recorder) : recorder_(recorder), open_(recorder.open) {
        recorder.open = nullptr;
    }
    ~Unrecorded() { recorder_.open = open_; }
    Unrecorded(const Unrecorded&) = delete;
    Unrecorded& operator=(const Unrecorded&) = delete;

  private:
    Recorder& recorder_;
    TraceStep* open_;
};

} // namespace tiaoli::interp
