// The cases that the guards of a definition tell apart: its operands as variables, each with finitely many values that matter.
#pragma once

#include "lowering.hpp"

namespace tiaoli::check {

/// An operand that guards compare with constants. `atoms`: the constants themselves and one value for each stretch between them.
struct CaseVariable {
    std::string key;       ///< described: equal for equal operands
    std::string words;     ///< as written
    std::string unit = {}; ///< behind its numbers as they are written: 人
    Type type = {};
    bool is_stored = false;    ///< from the case data or a parameter: free of all other variables
    bool is_condition = false; ///< yes/no by a phrase of its own, such as 有展期至
    std::optional<value::Number> minimum = {};
    std::optional<value::Number> maximum = {};
    std::vector<model::Scalar> constants = {};
    std::vector<model::Scalar> atoms = {};
};

/// The atoms that a box allows of each variable it speaks of; of all others it allows all.
using Box = std::map<std::size_t, std::vector<bool>>;

/// What guards need to be compared; nothing of it depends on case data.
class CaseSpace {
  public:
    CaseSpace(const model::Schema& schema, const model::Version& version, const source::Sources& sources)
        : schema_(schema), version_(version), sources_(sources) {}

    /// Takes in a guard. False: it compares something that is not looked into here, and so nothing can be said.
    bool add(ExprId guard);
    /// Once all guards are in.
    void settle();
    /// The boxes that make up what the guard takes; nothing when they are too many.
    std::optional<std::vector<Box>> boxes(ExprId guard) const;

    const std::vector<CaseVariable>& variables() const { return variables_; }
    /// "从业人员为300人"
    std::string words(std::size_t variable, std::size_t atom) const;
    std::string value_words(const Type& type, const model::Scalar& value, const std::string& unit) const;
    /// The constant that the expression is; nothing when it is none.
    std::optional<model::Scalar> constant(ExprId id) const;

  private:
    std::optional<std::vector<Box>> boxes(ExprId guard, bool wanted) const;
    std::optional<std::vector<Box>> crossed(const std::vector<ExprId>& operands, bool wanted) const;
    std::optional<std::vector<Box>> listed(const std::vector<ExprId>& operands, bool wanted) const;
    std::vector<Box> leaf(ExprId id, bool wanted) const;
    bool holds(const model::ExprNode& node, const model::Scalar& value) const;
    bool add_comparison(ExprId value, const std::vector<ExprId>& constants);
    bool add_condition(ExprId id);
    std::size_t variable(const std::string& key, ExprId id);
    std::string condition_key(ExprId id) const;
    /// The variable that a leaf tests, with whether its being yes makes the leaf true.
    std::size_t tested(ExprId id) const;
    bool is_stored(ExprId id) const;
    std::string described(ExprId id) const;

    const model::Schema& schema_;
    const model::Version& version_;
    const source::Sources& sources_;
    std::vector<CaseVariable> variables_;
    std::map<std::string, std::size_t> by_key_;
    std::set<std::string> asked_presence_; ///< operands of 有 and 无: absent ones are no values of theirs
};

/// The values of a variable that matter: its constants and one value for each stretch between them.
std::vector<model::Scalar> atoms_of(const model::Schema& schema, const CaseVariable& variable);

} // namespace tiaoli::check
