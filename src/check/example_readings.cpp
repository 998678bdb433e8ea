// 假设 参数 年度口径为滚动十二个月: an example that is decided by another reading of the policy.
#include "example_words.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;

/// The parameter with the longest name that the text begins with.
const model::Parameter* leading_parameter(const model::Version& version, const VersionWork& work,
                                          const std::string& text, std::string_view& rest) {
    const model::Parameter* found = nullptr;
    std::size_t length = 0;
    for (const auto& [name, id] : work.parameters) {
        if (name.size() > length && text.starts_with(name)) {
            found = &version.parameters[id];
            length = name.size();
        }
    }
    rest = std::string_view(text).substr(length);
    return found;
}

} // namespace

std::optional<std::pair<std::string, std::string>> given_reading(Workbench& bench, const VersionWork& work,
                                                                 const Tree& tree, NodeId written) {
    const model::Version& version = bench.version(work);
    const std::string text = tree.text(written);
    std::string_view rest;
    const model::Parameter* parameter = leading_parameter(version, work, text, rest);
    if (parameter == nullptr) {
        bench.messages.add(Message::UnknownParameter, tree.span(written), {tree.display(written)});
        return std::nullopt;
    }
    const std::string_view wanted = after_word(rest, {"为", "等于", "is", "equals"}).value_or(rest);
    std::string all;
    for (const model::ExprId alternative : parameter->alternatives) {
        const std::string words = syntax::canonical(bench.sources.text(version.exprs[alternative].span));
        if (words == wanted) {
            return std::pair{parameter->name, words};
        }
        all += (all.empty() ? "" : "、") + words;
    }
    bench.messages.add(Message::UnknownReading, tree.span(written),
                       {parameter->name, std::string(wanted), all});
    return std::nullopt;
}

} // namespace tiaoli::check
