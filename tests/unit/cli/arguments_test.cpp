// The command line told apart: verbs in two languages, options of each verb, mistakes with the nearest name.
#include "arguments.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

namespace {

struct Read {
    cli::Arguments arguments;
    std::string messages;
};

Read read(const std::vector<std::string>& words) {
    diag::Diagnostics messages;
    Read out{cli::read_arguments(words, messages), {}};
    out.messages = diag::render_text(messages, source::Sources{}, diag::Language::English);
    return out;
}

} // namespace

TEST_CASE("a run with its options, in any order") {
    const Read run = read({"run", "policy", "-o", "out", "cases", "--as-of", "2026-06-30", "--set",
                           "上限=30%", "--set=费＝1元", "--reading", "年＝自然年", "--matter", "贷款备案",
                           "--version", "2022", "--lang", "en", "--quiet"});
    CHECK(run.messages.empty());
    CHECK(run.arguments.verb == cli::Verb::Run);
    CHECK(run.arguments.words == std::vector<std::string>{"policy", "cases"});
    CHECK(run.arguments.output == "out");
    CHECK(run.arguments.as_of == "2026-06-30");
    CHECK(run.arguments.settings == std::map<std::string, std::string>{{"上限", "30%"}, {"费", "1元"}});
    CHECK(run.arguments.readings == std::map<std::string, std::string>{{"年", "自然年"}});
    CHECK(run.arguments.matter == "贷款备案");
    CHECK(run.arguments.version == "2022");
    CHECK(run.arguments.language == diag::Language::English);
    CHECK(run.arguments.quiet);
}

TEST_CASE("formats of results, several by commas, each once") {
    CHECK(read({"run", "p", "c", "-o", "out"}).arguments.formats.empty());
    CHECK(read({"办理", "p", "c", "-o", "out", "--format", "xlsx,html,xlsx"}).arguments.formats ==
          std::vector<cli::Format>{cli::Format::Xlsx, cli::Format::Html});
    CHECK(read({"run", "p", "c", "-o", "out", "--format=json", "--format", "csv"}).arguments.formats ==
          std::vector<cli::Format>{cli::Format::Json, cli::Format::Csv});
    CHECK(read({"run", "--format", "text"}).messages ==
          "error X706: The option --format cannot be \"text\"; it can be: csv xlsx json html\n");
    CHECK(read({"模板", "p", "-o", "案卷.xlsx"}).arguments.verb == cli::Verb::Template);
}

TEST_CASE("verbs in Chinese, words that begin with a hyphen after --") {
    CHECK(read({"检查", "p"}).arguments.verb == cli::Verb::Check);
    CHECK(read({"办理"}).arguments.verb == cli::Verb::Run);
    CHECK(read({"说明"}).arguments.verb == cli::Verb::Explain);
    CHECK(read({"文书"}).arguments.verb == cli::Verb::Letter);
    CHECK(read({"整理", "--fix", "--check", "p"}).arguments.only_check);
    CHECK(read({"fmt", "--fix", "p"}).arguments.layout.fixes == layout::Fixes::Certain);
    CHECK(read({"fmt", "--keywords=en", "p"}).arguments.layout.keywords == layout::Keywords::English);
    CHECK(read({"测试", "--", "--p"}).arguments.words == std::vector<std::string>{"--p"});
}

TEST_CASE("help and the program's version") {
    CHECK(read({}).arguments.help);
    CHECK(read({"--help"}).arguments.help);
    CHECK(read({"run", "--help"}).arguments.help);
    CHECK(read({"--version"}).arguments.program_version);
    CHECK_FALSE(read({"--version"}).arguments.help);
}

TEST_CASE("mistakes name what is meant") {
    CHECK(diag::code(diag::Message::DidYouMean) == "X717"); // a note: its code is not shown
    CHECK(read({"chekc", "x"}).messages == "error X701: There is no command \"chekc\". The commands are "
                                           "check, run, explain, test, template, letter, diff and fmt\n"
                                           "  note: Did you mean \"check\"?\n");
    CHECK(read({"run", "--as-off", "x"}).messages.find("Did you mean \"--as-of\"?") != std::string::npos);
    CHECK(read({"check", "-o"}).messages.find("X702") != std::string::npos);
    CHECK(read({"run", "-o"}).messages.find("X703") != std::string::npos);
    CHECK(read({"check", "--format", "xml"}).messages.find("X706") != std::string::npos);
    CHECK(read({"check", "--lang", "fr"}).messages.find("X706") != std::string::npos);
    CHECK(read({"run", "--set", "上限"}).messages.find("X708") != std::string::npos);
    CHECK(read({"run", "--set", "=1元"}).messages.find("X708") != std::string::npos);
}

TEST_CASE("how many processors a run uses") {
    CHECK(read({"run", "p", "c", "--jobs", "3"}).arguments.jobs == 3);
    CHECK(read({"run", "p", "c"}).arguments.jobs >= 1);
    for (const char* wrong : {"0", "65", "2x", "-1", ""})
        CHECK(read({"run", "p", "c", "--jobs", wrong}).messages ==
              "error X706: The option --jobs cannot be \"" + std::string(wrong) + "\"; it can be: 1–64\n");
}
