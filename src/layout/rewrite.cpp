// Lays out files of one folder, then reads and checks what is to be written before anybody writes it.
#include "fixes.hpp"

#include <algorithm>
#include <filesystem>

namespace tiaoli::layout {

namespace {

using diag::Message;
using project::Project;

/// Where a file stands in a project.
struct Place {
    std::size_t version = 0;
    std::size_t tree = 0;
};

std::optional<Place> find(const Project& project, const std::string& path) {
    for (std::size_t version = 0; version < project.versions.size(); ++version) {
        const std::vector<syntax::Tree>& trees = project.versions[version];
        for (std::size_t tree = 0; tree < trees.size(); ++tree) {
            if (project.sources[trees[tree].source()].path == path) {
                return Place{version, tree};
            }
        }
    }
    return std::nullopt;
}

File file_at(const Project& project, Place place) {
    return {project.sources, project.versions[place.version][place.tree],
            project.meant[place.version][place.tree], project.policy};
}

/// Errors that lie in the file, those of its grammar alone or all.
std::vector<const diag::Diagnostic*> errors_in(const Project& project, const std::string& path,
                                               std::string_view codes) {
    std::vector<const diag::Diagnostic*> found;
    for (const diag::Diagnostic& each : project.messages.all()) {
        const auto* span = std::get_if<source::Span>(&each.place);
        if (span != nullptr && project.sources[span->source].path == path &&
            diag::severity(each.message) == diag::Severity::Error &&
            diag::code(each.message).starts_with(codes)) {
            found.push_back(&each);
        }
    }
    return found;
}

bool same_examples(const model::Version& one, const model::Version& other) {
    const auto same_value = [](const model::ExampleFact::Value& a, const model::ExampleFact::Value& b) {
        return a.field == b.field && a.text == b.text;
    };
    const auto same_fact = [&](const model::ExampleFact& a, const model::ExampleFact& b) {
        return a.record == b.record && a.key == b.key && a.like == b.like &&
               std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), same_value);
    };
    const auto same_result = [](const model::ExampleExpectation& a, const model::ExampleExpectation& b) {
        return a.key == b.key && a.record == b.record && a.field == b.field && a.expected == b.expected &&
               a.citing == b.citing && a.hinting == b.hinting && a.period == b.period;
    };
    const auto same_settled = [&](const model::ExampleSettled& a, const model::ExampleSettled& b) {
        return a.matter == b.matter && a.key == b.key && a.period == b.period && a.verdict == b.verdict &&
               a.day == b.day &&
               std::equal(a.outputs.begin(), a.outputs.end(), b.outputs.begin(), b.outputs.end(), same_value);
    };
    const auto same = [&](const model::Example& a, const model::Example& b) {
        return a.name == b.name && a.like == b.like && a.today == b.today && a.readings == b.readings &&
               std::equal(a.facts.begin(), a.facts.end(), b.facts.begin(), b.facts.end(), same_fact) &&
               std::equal(a.expectations.begin(), a.expectations.end(), b.expectations.begin(),
                          b.expectations.end(), same_result) &&
               std::equal(a.settled.begin(), a.settled.end(), b.settled.begin(), b.settled.end(),
                          same_settled);
    };
    return std::equal(one.examples.begin(), one.examples.end(), other.examples.begin(), other.examples.end(),
                      same);
}

bool same_examples(const Project& one, const Project& other) {
    return std::equal(one.policy.versions.begin(), one.policy.versions.end(), other.policy.versions.begin(),
                      other.policy.versions.end(),
                      [](const model::Version& a, const model::Version& b) { return same_examples(a, b); });
}

class Rewriter {
  public:
    Rewriter(std::string folder, const std::vector<std::string>& paths, const Wishes& wishes)
        : folder_(std::move(folder)), paths_(paths), wishes_(wishes) {}

    base::Result<Outcome> run() {
        diag::Diagnostics fixed;
        if (wishes_.fixes == Fixes::Certain) {
            if (const auto failure = apply_fixes(folder_, paths_, instead_, fixed)) {
                return *failure;
            }
        }
        base::Result<Project> loaded = project::load(folder_, instead_);
        if (!loaded.ok()) {
            return loaded.failure();
        }
        const Project before = std::move(loaded).value();
        for (const std::string& path : paths_) {
            const base::Result<std::string> bytes = source::read_file(path);
            if (!bytes.ok()) {
                return bytes.failure();
            }
            outcome_.files.push_back({path, bytes.value(), text_for(before, path)});
        }
        verify(before);
        say_fixes(fixed);
        outcome_.sources = before.sources;
        return std::move(outcome_);
    }

  private:
    std::string folder_;
    const std::vector<std::string>& paths_;
    Wishes wishes_;
    project::Instead instead_; ///< with the fixes in it
    Outcome outcome_;

    /// The new text; nothing, and why not is a message, where the file must stay as it is.
    std::optional<std::string> text_for(const Project& project, const std::string& path) {
        const std::optional<Place> place = find(project, path);
        const auto unread = errors_in(project, path, "P");
        if (!place || !unread.empty()) {
            repeat(unread);
            say(place || !unread.empty() ? Message::NotLaidOut : Message::NotInPolicy, path);
            return std::nullopt;
        }
        if (wishes_.keywords != Keywords::AsWritten && project.messages.has_errors()) {
            repeat(errors_in(project, path, ""));
            say(Message::KeywordsWantSound, path);
            return std::nullopt;
        }
        return laid_out(file_at(project, *place), wishes_.keywords);
    }

    /// Those of files that are given a new text: where a file stays as it is, nothing in it was mended.
    void say_fixes(const diag::Diagnostics& fixed) {
        for (const diag::Diagnostic& each : fixed.all()) {
            const bool is_written =
                std::any_of(outcome_.files.begin(), outcome_.files.end(), [&](const Rewritten& file) {
                    return file.after && each.args.front().starts_with(file.path + ":");
                });
            if (is_written) {
                outcome_.messages.add(each.message, each.place, each.args);
            }
        }
    }

    void repeat(const std::vector<const diag::Diagnostic*>& found) {
        for (const diag::Diagnostic* each : found) {
            outcome_.messages.add(each->message, each->place) = *each;
        }
    }
    void say(Message message, const std::string& path) {
        outcome_.messages.add(message, std::monostate{}, {path});
    }

    /// Takes back every text that does not say the same; what is left is looked at once more.
    void verify(const Project& before) {
        for (bool sound = false; !sound;) {
            project::Instead instead = instead_;
            for (const Rewritten& file : outcome_.files) {
                if (file.after) {
                    instead[file.path] = *file.after;
                }
            }
            const base::Result<Project> after = project::load(folder_, instead);
            sound = true;
            bool any = false;
            for (Rewritten& file : outcome_.files) {
                any = any || file.after;
                if (file.after && !(after.ok() && agrees(before, after.value(), file))) {
                    refuse(file);
                    sound = false;
                }
            }
            if (sound && any && !agrees(before, after.value())) {
                for (Rewritten& file : outcome_.files) {
                    refuse(file);
                }
            }
        }
    }

    void refuse(Rewritten& file) {
        if (file.after) {
            file.after.reset();
            say(Message::LayoutUnsafe, file.path);
        }
    }

    static bool agrees(const Project& before, const Project& after, const Rewritten& file) {
        const std::optional<Place> one = find(before, file.path);
        const std::optional<Place> other = find(after, file.path);
        const File left = file_at(before, *one);
        return other && same_meaning(left, file_at(after, *other)) &&
               same_comments(left, file_at(after, *other)) &&
               laid_out(file_at(after, *other), Keywords::AsWritten) == *file.after;
    }

    /// What can only be seen in the policy as a whole.
    static bool agrees(const Project& before, const Project& after) {
        return before.messages.count(diag::Severity::Error) == after.messages.count(diag::Severity::Error) &&
               same_examples(before, after);
    }
};

} // namespace

base::Result<Outcome> rewritten(const std::string& folder, const std::vector<std::string>& paths,
                                const Wishes& wishes) {
    return Rewriter(folder, paths, wishes).run();
}

} // namespace tiaoli::layout
