// Which outputs may be added up over the decisions of a matter.
#pragma once

#include "tiaoli/model/policy.hpp"

#include <set>

namespace tiaoli::report {

/// Money outputs whose total means something: those that 小结 names; of a matter without 小结 those that the policy itself adds up
/// somewhere (…的支持额合计), and the parts and the amount of a 分配. A limit or a balance is neither; its total would be a number
/// without a meaning.
std::set<model::FieldId> addable_outputs(const model::Policy& policy);

} // namespace tiaoli::report
