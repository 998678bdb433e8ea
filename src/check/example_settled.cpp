// 假设 已定: a settled result that an example supposes.
#include "example_words.hpp"

#include "written.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

class Settled {
  public:
    Settled(Workbench& bench, const Tree& tree, NodeId given) : bench_(bench), tree_(tree), given_(given) {}

    std::optional<model::ExampleSettled> read(std::string_view written, const KnownKeys& keys) {
        model::ExampleSettled settled;
        settled.span = tree_.span(given_);
        std::vector<NodeId> values;
        for (NodeId part : tree_.children(given_)) {
            if (tree_.kind(part) == Kind::given_value) {
                values.push_back(part);
            }
        }
        if (values.empty() || !read_verdict(values.front(), settled)) {
            bench_.messages.add(Message::SettledForm, settled.span);
            return std::nullopt;
        }
        if (!read_key(written, keys, settled)) {
            return std::nullopt;
        }
        for (std::size_t at = 1; at < values.size(); ++at) {
            read_value(values[at], settled);
        }
        return settled;
    }

  private:
    Workbench& bench_;
    const Tree& tree_;
    NodeId given_;

    const model::Matter& matter(const model::ExampleSettled& settled) const {
        return bench_.schema().matters[settled.matter];
    }

    /// 贷款备案 通过: the matter with the longest name that fits.
    bool read_verdict(NodeId node, model::ExampleSettled& settled) const {
        const std::string_view written = tree_.verbatim(node);
        std::size_t longest = 0;
        for (const auto& [name, id] : bench_.names.matters) {
            const auto length = spelled_length(written, name);
            if (length && name.size() > longest) {
                longest = name.size();
                settled.matter = id;
                settled.verdict = value_text(written.substr(*length));
            }
        }
        return longest > 0 && (settled.verdict == "通过" || settled.verdict == "不通过");
    }

    /// L1, or B1的2025年第3季度.
    bool read_key(std::string_view written, const KnownKeys& keys, model::ExampleSettled& settled) {
        std::string key;
        settled.key = value_text(written);
        for (const auto& each : leading_keys(keys, written, key)) {
            const std::string rest = std::string(each.rest) + "的";
            if (const auto period = leading_period(rest).found;
                period && each.found == matter(settled).record) {
                settled.key = key;
                settled.period = period->to_text();
            }
        }
        const bool recurs = matter(settled).recurrence != model::Recurrence::Once;
        if (recurs == settled.period.empty()) {
            bench_.messages.add(recurs ? Message::ExpectPeriod : Message::ExpectNoPeriod, settled.span,
                                {matter(settled).name, recurs ? settled.key : settled.period});
            return false;
        }
        const std::pair known{matter(settled).record, settled.key};
        if (std::find(keys.begin(), keys.end(), known) == keys.end()) {
            bench_.messages.add(Message::UnknownFactKey, settled.span, {settled.key});
            return false;
        }
        return true;
    }

    void read_value(NodeId node, model::ExampleSettled& settled) {
        const std::string_view written = tree_.verbatim(node);
        if (const auto day = after_word(written, {"决定日"})) {
            settled.day = value_text(*day);
            return;
        }
        model::ExampleFact::Value value;
        std::size_t longest = 0;
        for (const model::FieldId output : matter(settled).outputs) {
            const std::string& name = bench_.schema().fields[output].name;
            const auto length = spelled_length(written, syntax::canonical(name));
            if (length && name.size() > longest) {
                longest = name.size();
                value = {output, value_text(written.substr(*length)), tree_.span(node)};
            }
        }
        if (longest > 0) {
            settled.outputs.push_back(std::move(value));
            return;
        }
        bench_.messages.add(Message::UnknownSettledOutput, tree_.span(node),
                            {value_text(written), matter(settled).name});
    }
};

} // namespace

void take_settled(Workbench& bench, const Tree& tree, NodeId given, std::string_view key,
                  const KnownKeys& keys, model::Example& example) {
    if (auto settled = Settled(bench, tree, given).read(key, keys)) {
        example.settled.push_back(std::move(*settled));
    }
}

} // namespace tiaoli::check
