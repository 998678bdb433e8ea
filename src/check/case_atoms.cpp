// The values of an operand that matter to guards: each constant, and one value for every stretch between two of them.
#include "cases.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using value::Number;

/// Steps by which an example differs from the constant before it: round ones first.
std::vector<Number> steps(TypeKind kind) {
    const Number hundredth = Number::fraction(1, 100);
    if (kind == TypeKind::Money) {
        return {Number(10000), Number(1), hundredth};
    }
    if (kind == TypeKind::Ratio) {
        return {hundredth, Number::fraction(1, 10000)};
    }
    return kind == TypeKind::Integer ? std::vector<Number>{Number(1)}
                                     : std::vector<Number>{Number(1), hundredth};
}

class NumberAtoms {
  public:
    explicit NumberAtoms(const CaseVariable& variable)
        : variable_(variable), steps_(steps(variable.type.kind)) {}

    std::vector<model::Scalar> run() {
        std::set<Number> ends = constants();
        const bool below_zero = variable_.minimum || (!ends.empty() && ends.begin()->is_negative());
        if (!below_zero) {
            ends.insert(Number(0)); // amounts, counts and ratios: what is below nothing is no gap
        }
        if (below_zero && !variable_.minimum) {
            add(*ends.begin() - steps_.front());
        }
        for (auto end = ends.begin(); end != ends.end(); ++end) {
            add(*end);
            const auto next = std::next(end);
            if (next == ends.end()) {
                add(*end + steps_.front());
            } else if (const auto inner = between(*end, *next)) {
                add(*inner);
            }
        }
        return std::move(atoms_);
    }

  private:
    const CaseVariable& variable_;
    std::vector<Number> steps_;
    std::vector<model::Scalar> atoms_;

    std::set<Number> constants() const {
        std::set<Number> ends;
        for (const model::Scalar& constant : variable_.constants) {
            ends.insert(std::get<Number>(constant));
        }
        for (const auto& bound : {variable_.minimum, variable_.maximum}) {
            if (bound) {
                ends.insert(*bound);
            }
        }
        return ends;
    }

    void add(const Number& number) {
        const bool low = variable_.minimum && number < *variable_.minimum;
        const bool high = variable_.maximum && number > *variable_.maximum;
        const bool whole = variable_.type.kind != TypeKind::Integer || number.is_integer();
        if (!low && !high && whole) {
            atoms_.push_back(number);
        }
    }

    std::optional<Number> between(const Number& low, const Number& high) const {
        for (const Number& step : steps_) {
            if (low + step < high) {
                return low + step;
            }
        }
        const bool in_steps = variable_.type.kind == TypeKind::Integer ||
                              (variable_.type.kind == TypeKind::Money && variable_.is_stored);
        return in_steps ? std::nullopt : std::optional{(low + high) / Number(2)};
    }
};

std::vector<model::Scalar> date_atoms(const CaseVariable& variable) {
    std::set<std::int32_t> ends;
    for (const model::Scalar& constant : variable.constants) {
        ends.insert(std::get<value::Date>(constant).days);
    }
    std::set<std::int32_t> days;
    for (const std::int32_t end : ends) {
        days.insert({end - 1, end, end + 1});
    }
    std::vector<model::Scalar> atoms;
    for (const std::int32_t day : days) {
        atoms.push_back(value::Date{day});
    }
    return atoms;
}

std::vector<model::Scalar> enumeration_atoms(const model::Schema& schema, model::EnumerationId id) {
    std::vector<model::Scalar> atoms;
    const auto count = static_cast<std::uint32_t>(schema.enumerations[id].values.size());
    for (std::uint32_t index = 0; index < count; ++index) {
        atoms.push_back(model::EnumerationValue{id, index});
    }
    return atoms;
}

std::vector<model::Scalar> text_atoms(const CaseVariable& variable) {
    std::vector<model::Scalar> atoms;
    for (const model::Scalar& constant : variable.constants) {
        if (std::find(atoms.begin(), atoms.end(), constant) == atoms.end()) {
            atoms.push_back(constant);
        }
    }
    atoms.push_back(std::string("其他文字"));
    return atoms;
}

} // namespace

std::vector<model::Scalar> atoms_of(const model::Schema& schema, const CaseVariable& variable) {
    switch (variable.type.kind) {
    case TypeKind::Bool:
        return {true, false};
    case TypeKind::Enumeration:
        return enumeration_atoms(schema, variable.type.enumeration);
    case TypeKind::Date:
        return date_atoms(variable);
    case TypeKind::Text:
        return text_atoms(variable);
    default:
        return NumberAtoms(variable).run();
    }
}

} // namespace tiaoli::check
