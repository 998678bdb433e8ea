// What one version says, taken apart into units that can be compared with those of another version.
#pragma once

#include "tiaoli/model/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::compare {

/// One word of a meaning. Names stand for ids, so that meanings of two policies can be compared.
struct Mark {
    std::string text;
    std::optional<model::Scalar> constant = {}; ///< an amount, ratio, number, day or length of time
    model::TypeKind kind = model::TypeKind::Unknown;
};
using Meaning = std::vector<Mark>;

bool is_same(const Meaning& left, const Meaning& right);

enum class UnitKind : std::uint8_t {
    Force, ///< 版本, 文号, 施行, 有效期至, 废止
    Calendar,
    Enumeration,
    Record,
    Field,
    Order, ///< 同日次序
    Matter,
    Parameter,
    Definition,
    Table,
    State,
    Allocation,
    Deadline,
    Rule,
    Exception,
    Summary,
    Reading ///< 解释, 待释, 不设规则
};

struct Unit {
    UnitKind kind = UnitKind::Rule;
    model::ArticleId article = {}; ///< not valid: outside any article
    std::string home;              ///< the matter or record type that it belongs to; empty: none
    std::string name;              ///< by which it is known again; a rule without a name has none
    std::string title;             ///< as it is shown
    Meaning meaning;
    std::string words; ///< as written, in one line
    source::Span span;
    std::size_t cases = 0; ///< of a definition or table: clauses, rows or tiers
    std::vector<Meaning> clauses = {};
};

} // namespace tiaoli::compare
