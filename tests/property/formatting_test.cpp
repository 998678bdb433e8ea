// fmt on any policy: what is printed reads as the same policy, printing again changes nothing, and the words of the language go to
// English and back without a trace.
#include "deciding.hpp"
#include "policies_of_chance.hpp"

#include "tiaoli/layout/layout.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli;
using namespace tiaoli::property;
using layout::Keywords;

namespace {

const std::string path = "chance/one.policy"; // never on the disk

project::Project read(const std::string& text) { return project::load(path, {{path, text}}).value(); }

layout::File file_of(const project::Project& project) {
    return {project.sources, project.versions.at(0).at(0), project.meant.at(0).at(0), project.policy};
}

std::string errors(const project::Project& project) {
    diag::Diagnostics found;
    for (const diag::Diagnostic& each : project.messages.all()) {
        if (diag::severity(each.message) == diag::Severity::Error) {
            found.add(each.message, each.place) = each;
        }
    }
    return diag::render_text(found, project.sources, diag::Language::Chinese);
}

std::string printed(const std::string& text, Keywords keywords) {
    return layout::laid_out(file_of(read(text)), keywords);
}

bool is_sound(const std::string& text) { return errors(read(text)).empty(); }

/// Only policies without errors count; the generator must not give too few.
std::string sound_policy() {
    const std::string text = policy_of_chance();
    RC_PRE(is_sound(text));
    return text;
}

std::vector<std::string> policy_folders() {
    std::vector<std::string> found;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(TIAOLI_REPOSITORY) + "/policies")) {
        if (entry.is_directory()) {
            found.push_back(entry.path().string());
        }
    }
    return found;
}

std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".policy") {
            found.push_back(entry.path().string());
        }
    }
    return found;
}

/// The files, put into the language and written; all of them must have been taken.
void rewrite(const std::string& read_with, const std::vector<std::string>& files, Keywords keywords) {
    const auto outcome = layout::rewritten(read_with, files, {keywords, layout::Fixes::None});
    REQUIRE(outcome.ok());
    CHECK(diag::render_text(outcome.value().messages, outcome.value().sources, diag::Language::Chinese) ==
          "");
    for (const layout::Rewritten& file : outcome.value().files) {
        REQUIRE(file.after);
        write_text(file.path, *file.after);
    }
}

/// Every file of the folder; a draft is no part of it, and is read alone.
void rewrite(const std::string& folder, Keywords keywords) {
    std::vector<std::string> files = files_in(folder);
    for (const project::VersionFile& version : project::version_files(folder)) {
        if (version.draft) {
            rewrite(version.path, {version.path}, keywords);
            std::erase(files, version.path);
        }
    }
    rewrite(folder, files, keywords);
}

std::map<std::string, std::string> texts_in(const std::string& folder) {
    std::map<std::string, std::string> texts;
    for (const std::string& file : files_in(folder)) {
        texts[std::filesystem::path(file).filename().string()] = read_text(file);
    }
    return texts;
}

} // namespace

TEST_CASE("most policies of chance are sound") {
    int sound = 0;
    rc::check("counting", [&] {
        const std::string text = policy_of_chance();
        const std::string found = errors(read(text));
        RC_LOG(text + found);
        sound += found.empty() ? 1 : 0;
    });
    CHECK(sound >= 60);
}

TEST_CASE("a printed policy reads as the same policy, and printing it again changes nothing") {
    CHECK(rc::check([] {
        const std::string text = laid_out_badly(policy_of_chance());
        const project::Project before = read(text);
        RC_PRE(std::none_of(before.messages.all().begin(), before.messages.all().end(),
                            [](const auto& each) { return diag::code(each.message).starts_with("P"); }));
        const std::string out = layout::laid_out(file_of(before), Keywords::AsWritten);
        const project::Project after = read(out);
        RC_LOG(text + "\n" + out + errors(after));
        RC_ASSERT(layout::same_meaning(file_of(before), file_of(after)));
        RC_ASSERT(layout::same_comments(file_of(before), file_of(after)));
        RC_ASSERT(errors(before).empty() == errors(after).empty());
        RC_ASSERT(layout::laid_out(file_of(after), Keywords::AsWritten) == out);
    }));
}

TEST_CASE("blanks, widths and byte order marks leave no trace") {
    CHECK(rc::check([] {
        const std::string text = sound_policy();
        const std::string badly = spaced_badly(text);
        RC_LOG(badly);
        RC_ASSERT(printed(badly, Keywords::AsWritten) == printed(text, Keywords::AsWritten));
    }));
}

TEST_CASE("the words of the language go to English and back without a trace") {
    CHECK(rc::check([] {
        const std::string chinese = printed(laid_out_badly(sound_policy()), Keywords::AsWritten);
        const std::string english = printed(chinese, Keywords::English);
        RC_LOG(chinese + "\n" + english + errors(read(english)));
        RC_ASSERT(english != chinese);
        RC_ASSERT(layout::same_meaning(file_of(read(chinese)), file_of(read(english))));
        RC_ASSERT(printed(english, Keywords::AsWritten) == english);
        RC_ASSERT(printed(english, Keywords::Chinese) == chinese);
    }));
}

TEST_CASE("all policies of the repository are laid out, go to English and back, and decide the same") {
    for (const std::string& folder : policy_folders()) {
        INFO(folder);
        const ScratchFolder scratch;
        copy_folder(folder, scratch.path(), [](const std::string&, std::string text) { return text; });
        const auto chinese = texts_in(scratch.path());
        rewrite(scratch.path(), Keywords::AsWritten);
        CHECK(texts_in(scratch.path()) == chinese);
        rewrite(scratch.path(), Keywords::English);
        CHECK(texts_in(scratch.path()) != chinese);
        if (folder == dalian) {
            CHECK(decide(scratch.path(), dalian + "/cases") == decide(dalian, dalian + "/cases"));
        }
        const auto english = texts_in(scratch.path());
        rewrite(scratch.path(), Keywords::AsWritten);
        CHECK(texts_in(scratch.path()) == english);
        rewrite(scratch.path(), Keywords::Chinese);
        CHECK(texts_in(scratch.path()) == chinese);
    }
}
