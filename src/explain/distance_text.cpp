// One sentence for each order, holding or not, exactly at the threshold or away from it.
#include "distance_text.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

namespace {

using model::CompareOperator;

/// {t}: the threshold, {g}: the gap, {n}: the numerator.
struct Sentence {
    std::string_view chinese;
    std::string_view english;
};

/// What to say of one order: while it holds and where it fails, away from the threshold and at it.
struct Sentences {
    Sentence holds;
    Sentence holds_at;
    Sentence fails;
    Sentence fails_at;
};

const Sentences& of(CompareOperator op, const Sentences& less, const Sentences& at_most,
                    const Sentences& greater, const Sentences& at_least) {
    switch (op) {
    case CompareOperator::Less:
        return less;
    case CompareOperator::LessEqual:
        return at_most;
    case CompareOperator::Greater:
        return greater;
    case CompareOperator::GreaterEqual:
    case CompareOperator::Equal:
    case CompareOperator::NotEqual:
        break;
    }
    return at_least;
}

std::string say(const Scene& scene, const Sentences& all, const TurningPoint& point,
                const std::string& threshold, const std::string& gap, const std::string& numerator) {
    const bool at = point.gap.is_zero() && point.is_exact;
    const Sentence& sentence =
        point.holds ? (at ? all.holds_at : all.holds) : (at ? all.fails_at : all.fails);
    std::string out = fmt::format(fmt::runtime(in(scene.language, sentence.chinese, sentence.english)),
                                  fmt::arg("t", threshold), fmt::arg("g", gap), fmt::arg("n", numerator));
    if (point.is_exact)
        return out;
    return out + std::string{point.turns == Turns::AtStated
                                 ? in(scene.language, "（进到分）", " (rounded up to the fen)")
                                 : in(scene.language, "（舍到分）", " (rounded down to the fen)")};
}

} // namespace

std::string gap_text(const Scene& scene, model::TypeKind kind, const value::Number& gap) {
    const auto with = [&](const std::string& number, std::string_view chinese, std::string_view english) {
        return number + std::string{in(scene.language, chinese, english)};
    };
    if (kind == model::TypeKind::Date)
        return with(gap.to_text(), "天", gap == value::Number{1} ? " day" : " days");
    if (kind != model::TypeKind::Ratio)
        return scalar_text(scene, {kind}, model::Scalar{gap});
    const value::Number points = gap * value::Number{100};
    if (points.decimals())
        return with(points.to_text(), "个百分点", " percentage points");
    return with(std::string{in(scene.language, "约", "about ")} + points.to_fixed(4), "个百分点",
                " percentage points") +
           "（" + points.to_text() + "）";
}

std::string amount_distance(const Scene& scene, CompareOperator op, const TurningPoint& point,
                            const std::string& threshold, const std::string& gap) {
    static const Sentences less{{"距 {t} 还差 {g}，达到即不满足", "{g} below {t}, which itself would fail"},
                                {},
                                {"超出 {g}，须低于 {t}", "{g} too much: must be below {t}"},
                                {"正好是 {t}，须低于它", "exactly {t}: must be below it"}};
    static const Sentences at_most{{"距上限 {t} 还差 {g}", "{g} below the limit of {t}"},
                                   {"正好达到上限 {t}", "exactly at the limit of {t}"},
                                   {"超出上限 {t}，多 {g}", "{g} above the limit of {t}"},
                                   {}};
    static const Sentences greater{
        {"比 {t} 多 {g}，减到 {t} 即不满足", "{g} above {t}, which itself would fail"},
        {},
        {"还差 {g}，且须高于 {t}", "{g} short, and must be above {t}"},
        {"正好是 {t}，须高于它", "exactly {t}: must be above it"}};
    static const Sentences at_least{{"比下限 {t} 多 {g}", "{g} above the least of {t}"},
                                    {"正好达到下限 {t}", "exactly at the least of {t}"},
                                    {"距下限 {t} 还差 {g}", "{g} short of {t}"},
                                    {}};
    return say(scene, of(op, less, at_most, greater, at_least), point, threshold, gap, {});
}

std::string day_distance(const Scene& scene, CompareOperator op, const TurningPoint& point,
                         const std::string& threshold, const std::string& gap) {
    static const Sentences less{{"比 {t} 早 {g}，到 {t} 即不满足", "{g} before {t}, which itself would fail"},
                                {},
                                {"比 {t} 晚 {g}，须早于它", "{g} after {t}: must be before it"},
                                {"正好是 {t}，须早于它", "exactly {t}: must be before it"}};
    static const Sentences at_most{{"比最后一日 {t} 早 {g}", "{g} before the last day, {t}"},
                                   {"正好是最后一日 {t}", "exactly on the last day, {t}"},
                                   {"比最后一日 {t} 晚 {g}", "{g} after the last day, {t}"},
                                   {}};
    static const Sentences greater{
        {"比 {t} 晚 {g}，到 {t} 即不满足", "{g} after {t}, which itself would fail"},
        {},
        {"比 {t} 早 {g}，须晚于它", "{g} before {t}: must be after it"},
        {"正好是 {t}，须晚于它", "exactly {t}: must be after it"}};
    static const Sentences at_least{{"比最早一日 {t} 晚 {g}", "{g} after the first day, {t}"},
                                    {"正好是最早一日 {t}", "exactly on the first day, {t}"},
                                    {"比最早一日 {t} 早 {g}", "{g} before the first day, {t}"},
                                    {}};
    return say(scene, of(op, less, at_most, greater, at_least), point, threshold, gap, {});
}

std::string numerator_distance(const Scene& scene, CompareOperator op, const TurningPoint& point,
                               const std::string& threshold, const std::string& gap,
                               const std::string& numerator) {
    static const Sentences less{
        {"{n}再增加 {g} 就达到 {t}", "{n} reaches {t} with {g} more"},
        {},
        {"{n}减少 {g} 以上才低于 {t}", "{n} must fall by more than {g} to be below {t}"},
        {"{n}再减少一些就低于 {t}", "{n} must fall to be below {t}"}};
    static const Sentences at_most{{"{n}至多还可增加 {g}", "{n} may grow by {g} at most"},
                                   {"{n}不能再增加", "{n} cannot grow"},
                                   {"{n}减少 {g} 才不超过 {t}", "{n} must fall by {g} not to exceed {t}"},
                                   {}};
    static const Sentences greater{
        {"{n}减少 {g} 就不再高于 {t}", "{n} is no longer above {t} with {g} less"},
        {},
        {"{n}再增加 {g} 以上才高于 {t}", "{n} must grow by more than {g} to be above {t}"},
        {"{n}再增加一些就高于 {t}", "{n} must grow to be above {t}"}};
    static const Sentences at_least{{"{n}至多可减少 {g}", "{n} may fall by {g} at most"},
                                    {"{n}不能再减少", "{n} cannot fall"},
                                    {"{n}再增加 {g} 才达到 {t}", "{n} reaches {t} with {g} more"},
                                    {}};
    return say(scene, of(op, less, at_most, greater, at_least), point, threshold, gap, numerator);
}

} // namespace tiaoli::explain
