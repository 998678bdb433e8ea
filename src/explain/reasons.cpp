// Why a value is not known, one sentence a reason.
#include "tiaoli/explain/wording.hpp"

#include "tiaoli/model/provisions.hpp"

#include <fmt/format.h>

#include <set>

namespace tiaoli::explain {

namespace {

/// A reason's record and field with the words of one language around them.
struct Named {
    const Scene& scene;
    std::string row;   ///< "贷款 L1" or empty
    std::string field; ///< "“知识产权部分”" or empty

    std::string say(std::string_view chinese, std::string_view english) const {
        return fmt::format(fmt::runtime(in(scene.language, chinese, english)), fmt::arg("row", row),
                           fmt::arg("field", field));
    }
};

std::string articles_of(const Scene& scene, model::VersionId version, model::FieldId field);
std::string absent_text(const Named& named, interp::AbsenceReason kind);
std::string without_result_text(const Named& named, interp::AbsenceReason kind);
std::string undefined_text(const Named& named, model::VersionId version, const interp::Reason& reason);

} // namespace

std::string reason_text(const Scene& scene, model::VersionId version, const interp::Reason& reason) {
    Named named{scene, row_text(scene, reason.row), {}};
    if (reason.field.valid())
        named.field = fmt::format(fmt::runtime(in(scene.language, "“{}”", "“{}”")),
                                  scene.schema().fields[reason.field].name);
    const std::string text = absent_text(named, reason.kind);
    return text.empty() ? undefined_text(named, version, reason) : text;
}

std::string reasons_text(const Scene& scene, model::VersionId version,
                         const std::vector<interp::Reason>& reasons) {
    std::string out;
    for (const interp::Reason& reason : reasons) {
        if (!out.empty())
            out += in(scene.language, "，", ", ");
        out += reason_text(scene, version, reason);
    }
    return out;
}

namespace {

std::string articles_of(const Scene& scene, model::VersionId version, model::FieldId field) {
    if (!version.valid() || !field.valid())
        return {};
    const model::Version& terms = scene.version(version);
    std::string out;
    std::set<std::string> seen;
    for (const model::Provision& part : model::provisions(terms, field)) {
        const std::string label = article_label(terms, part.article);
        if (label.empty() || !seen.insert(label).second)
            continue;
        out += (out.empty() ? "" : "、") + label;
    }
    return out;
}

/// Something that was not supplied, or is not there yet; empty for the other kinds.
std::string absent_text(const Named& named, interp::AbsenceReason kind) {
    using enum interp::AbsenceReason;
    switch (kind) {
    case NotSupplied:
        return named.say("{row} 缺{field}", "{row}: {field} is missing");
    case BrokenReference:
        return named.say("{row} 的{field}指向被退回的行",
                         "{row}: {field} refers to a row that was turned back");
    case TurnedBack:
        if (!named.field.empty())
            return named.say("{row} 一行被退回，{field}无法确定",
                             "{row} was turned back: {field} is not known");
        return named.say("{row} 一行被退回，可能要算在内",
                         "{row} was turned back and may have to be counted");
    case Future:
        return named.say("{row} 发生在本决定之后", "{row} comes after this decision");
    case NotHappened:
        return named.say("{row} 的{field}尚未发生", "{row}: {field} has not happened yet");
    case NotInState:
        return named.say("{row} 不处于这个状态，没有{field}",
                         "{row} is not in that state and has no {field}");
    case NotDecided:
    case DecisionLacks:
    case NoOutput:
    case NotReviewed:
    case ResultUnread:
    case NotEntered:
        return without_result_text(named, kind);
    case CalendarMissing:
    case ZeroDivisor:
    case NoClause:
    case EmptySet:
    case Conflict:
    case NegativeTotal:
        break;
    }
    return {};
}

/// A decision that gives no result, or not all of it.
std::string without_result_text(const Named& named, interp::AbsenceReason kind) {
    using enum interp::AbsenceReason;
    switch (kind) {
    case NotDecided:
        return named.say("{row} 的{field}没有结果，因为尚未办理或当时的版本不在政策文件夹里",
                         "{row}: {field} has no result, not being decided yet or its version not on file");
    case DecisionLacks:
        return named.say("{row} 的{field}为退回补正", "{row}: {field} was returned for papers");
    case NoOutput:
        return named.say("{row} 没有{field}，因为该事项未通过",
                         "{row} has no {field}: its matter was not passed");
    case NotReviewed:
        return named.say("{row} 不在这个事项审核的范围之内",
                         "{row} is not among those that the matter reviews");
    case ResultUnread:
        return named.say("{row} 的{field}可能有已定结果，但那一行被退回了",
                         "{row}: {field} may have a settled result, whose row was turned back");
    case NotEntered:
        return named.say("{row} 的已定结果没有填{field}", "{row}: its settled result does not state {field}");
    default:
        return {};
    }
}

/// Something that the policy, or the calendar, does not say.
std::string undefined_text(const Named& named, model::VersionId version, const interp::Reason& reason) {
    using enum interp::AbsenceReason;
    const diag::Language language = named.scene.language;
    switch (reason.kind) {
    case CalendarMissing:
        return fmt::format(fmt::runtime(in(language, "{}年日历未发布", "no calendar of {} is published")),
                           reason.year);
    case ZeroDivisor:
        return named.say("除数为零", "division by zero");
    case NoClause:
        return named.say("{field}没有适用的情形", "no clause of {field} applies");
    case EmptySet:
        return named.say("没有可取的记录", "there is no record to take");
    case NegativeTotal:
        return named.say("分给{field}等各方的累计额低于零",
                         "the running total split among {field} and the others is below zero");
    case Conflict:
        return fmt::format(
            fmt::runtime(in(language, "{}有不同的规定（{}）", "{} is defined differently ({})")), named.field,
            articles_of(named.scene, version, reason.field));
    default:
        return {};
    }
}

} // namespace

} // namespace tiaoli::explain
