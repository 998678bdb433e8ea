// Feeds any bytes to the parser as a policy file: no input may crash it, hang it or make it lose a message.
#include "tiaoli/parse/parse.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace tiaoli;
    source::Sources sources;
    diag::Diagnostics messages;
    const source::SourceId id =
        sources.add("fuzz.policy", std::string(reinterpret_cast<const char*>(bytes), size));
    syntax::Tree tree = parse::parse_structure(sources, id, messages);
    parse::Names names;
    parse::collect_names(tree, names);
    parse::parse_bodies(tree, sources, names, messages);
    diag::render_text(messages, sources, diag::Language::Chinese);
    return 0;
}
