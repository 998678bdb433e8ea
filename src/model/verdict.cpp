// The words of the verdicts.
#include "tiaoli/model/schema.hpp"

namespace tiaoli::model {

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Pass:
        return "通过";
    case Verdict::Manual:
        return "转人工";
    case Verdict::Defer:
        return "暂缓";
    case Verdict::Return:
        return "退回补正";
    case Verdict::Fail:
        return "不通过";
    case Verdict::NotApplicable:
        return "不适用";
    }
    return {};
}

} // namespace tiaoli::model
