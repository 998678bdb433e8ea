// The period of a matter that recurs, in which a day lies.
#include "tiaoli/base/check.hpp"
#include "tiaoli/model/schema.hpp"

namespace tiaoli::model {

value::Period period_of(Recurrence recurrence, value::Date day) {
    switch (recurrence) {
    case Recurrence::Yearly:
        return value::year_of(day);
    case Recurrence::Quarterly:
        return value::quarter_of(day);
    case Recurrence::Monthly:
        return value::month_of(day);
    case Recurrence::Once:
        break;
    }
    TIAOLI_CHECK(false, "only a matter that recurs has periods");
    return {};
}

} // namespace tiaoli::model
