// Words for the amount, ratio, limit, running total and figure of each part.
#include "split_text.hpp"

#include <fmt/format.h>

namespace tiaoli::explain {

namespace {

class SplitText {
  public:
    SplitText(const Scene& scene, model::VersionId version, const interp::Split& split)
        : scene_(scene), version_id_(version), version_(scene.version(version)), split_(split),
          is_cumulative_(split.mode == model::AllocationMode::Cumulative) {}

    Step step() {
        Step out{StepKind::Split, head(), {}, money(split_.amount)};
        const model::Allocation& allocation = version_.allocations[split_.allocation];
        out.name = quoted(scene_, version_.exprs[allocation.amount].span);
        out.article = {version_id_, allocation.article};
        out.words = allocation.span;
        for (const interp::SplitPart& part : split_.parts)
            out.parts.push_back({StepKind::Split, line_of(part), name(part.field), money(part.share)});
        out.parts.push_back(
            {StepKind::Split,
             say("其余归{} → {}", "the rest to {} → {}", name(split_.rest), money(split_.rest_share)),
             name(split_.rest), money(split_.rest_share)});
        if (split_.tail_to.valid() && !split_.tail.is_zero())
            out.parts.push_back(
                {StepKind::Split,
                 say("尾差 {} 归{}（已算在内）", "the odd fen, {}, go to {} (counted in above)",
                     money(split_.tail), name(split_.tail_to)),
                 name(split_.tail_to), money(split_.tail)});
        return out;
    }

  private:
    const Scene& scene_;
    model::VersionId version_id_;
    const model::Version& version_;
    const interp::Split& split_;
    bool is_cumulative_;

    template <class... Values>
    std::string say(std::string_view chinese, std::string_view english, const Values&... values) const {
        return fmt::format(fmt::runtime(in(scene_.language, chinese, english)), values...);
    }
    std::string money(const value::Number& yuan) const {
        return scalar_text(scene_, {model::TypeKind::Money}, model::Scalar{yuan});
    }
    std::string name(model::FieldId field) const { return scene_.schema().fields[field].name; }

    std::string head() const {
        const model::Allocation& allocation = version_.allocations[split_.allocation];
        std::string out = say("分配 {} ＝ {}", "splits {} ＝ {}",
                              quoted(scene_, version_.exprs[allocation.amount].span), money(split_.amount));
        if (split_.restarted)
            out += say("（比例与以前不同，累计重新起算）",
                       " (the ratios differ from before: the running total starts anew)");
        else if (is_cumulative_)
            out += say("，累计 {}（以前已分 {}）", ", {} in all ({} was split before)",
                       money(split_.before + split_.amount), money(split_.before));
        return out;
    }

    std::string line_of(const interp::SplitPart& part) const {
        std::string out = name(part.field) + std::string{in(scene_.language, "：", ": ")};
        if (part.ratio)
            out += say("按 {}，", "by {}, ", scalar_text(scene_, {model::TypeKind::Ratio}, *part.ratio));
        if (part.limit)
            out += say("以 {} 为限，", "up to {}, ", money(*part.limit));
        if (is_cumulative_)
            out += say("累计应得 {}，以前已得 {} → {}", "{} of the whole, {} had before → {}",
                       money(part.due), money(part.had), money(part.share));
        else
            out += say("得 → {}", "gets → {}", money(part.share));
        return out;
    }
};

} // namespace

Step split_step(const Scene& scene, model::VersionId version, const interp::Split& split) {
    return SplitText{scene, version, split}.step();
}

} // namespace tiaoli::explain
