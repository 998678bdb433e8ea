// diff: what changed between two versions of a policy, in text, rules, decisions and causes.
#include "command.hpp"
#include "progress.hpp"

#include "tiaoli/compare/report.hpp"
#include "tiaoli/diag/nearest.hpp"
#include "tiaoli/explain/explanation.hpp"
#include "tiaoli/report/report.hpp"
#include "tiaoli/source/folded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace tiaoli::cli {

namespace {

bool has_two_policies(const Arguments& arguments) {
    const bool chinese = arguments.language == diag::Language::Chinese;
    diag::Diagnostics messages;
    if (arguments.words.size() < 2)
        messages.add(diag::Message::MissingWord, std::monostate{},
                     {"diff", arguments.words.empty()
                                  ? (chinese ? "旧政策和新政策" : "the old policy and the new one")
                                  : (chinese ? "新政策" : "the new policy")});
    else if (arguments.words.size() > 2)
        messages.add(diag::Message::ExtraWord, std::monostate{}, {arguments.words[2], "diff"});
    if (messages.has_errors())
        say_usage(messages, arguments.language);
    return !messages.has_errors();
}

/// The file of the version asked for; nothing (said) where it cannot be told which.
std::optional<std::string> version_file(const Arguments& arguments, const std::string& path,
                                        const std::optional<std::string>& asked, const std::string& option) {
    std::error_code error;
    if (!asked && !std::filesystem::is_directory(path, error))
        return path;
    std::vector<project::VersionFile> versions = project::version_files(path);
    std::vector<std::string> names;
    std::string all;
    for (const project::VersionFile& each : versions) {
        names.push_back(each.name);
        all += (all.empty() ? "" : "、") + each.name;
        if (asked && source::folded_words(each.name) == source::folded_words(*asked))
            return each.path;
    }
    diag::Diagnostics messages;
    if (asked) {
        diag::add_with_nearest(messages, diag::Message::UnknownVersion, std::monostate{}, {*asked, all},
                               *asked, names);
        say_usage(messages, arguments.language);
        return std::nullopt;
    }
    std::erase_if(versions, [](const project::VersionFile& each) { return each.draft; });
    if (versions.size() == 1)
        return versions.front().path;
    if (versions.empty())
        return path; // loading it says what is missing
    messages.add(diag::Message::SeveralVersions, std::monostate{}, {path, all, option, names.front()});
    say_usage(messages, arguments.language);
    return std::nullopt;
}

std::optional<project::Project> load_side(const Arguments& arguments, std::size_t word,
                                          const std::optional<std::string>& asked, const std::string& option,
                                          Exit& exit) {
    exit = Exit::Usage;
    const auto file = version_file(arguments, arguments.words[word], asked, option);
    return file ? load_sound_policy(*file, arguments, exit) : std::nullopt;
}

/// Cases as both versions read them, decided, and the causes of what changed.
class CasesOfBoth {
  public:
    CasesOfBoth(const Arguments& arguments, project::Project& before, project::Project& after,
                value::Date today)
        : arguments_(arguments), before_(before), after_(after), today_(today) {}

    /// False where the cases could not be read; that has been said.
    bool read(Exit& exit);
    void decide(compare::Report& report);
    std::pair<std::string, std::string> explain(const compare::Flip& flip);

  private:
    std::string explain(const project::Project& project, const data::CaseData& data,
                        interp::Evaluator& evaluator, const compare::Flip& flip,
                        const std::optional<compare::Outcome>& outcome) const;

    const Arguments& arguments_;
    project::Project& before_;
    project::Project& after_;
    value::Date today_;
    std::optional<data::CaseData> old_;
    std::optional<data::CaseData> new_;
    std::unique_ptr<interp::Evaluator> old_evaluator_;
    std::unique_ptr<interp::Evaluator> new_evaluator_;
};

bool CasesOfBoth::read(Exit& exit) {
    for (auto [project, data] : {std::pair{&before_, &old_}, std::pair{&after_, &new_}}) {
        auto found = data::read_cases(project->policy.schema, *arguments_.cases);
        if (!found.ok()) {
            exit = say_failure(found.failure(), arguments_.language);
            return false;
        }
        *data = std::move(found).value();
    }
    print_messages(new_->messages, after_.sources, arguments_);
    const bool whole = old_->turned_back.empty() && new_->turned_back.empty() &&
                       !old_->messages.has_errors() && !new_->messages.has_errors();
    exit = whole ? Exit::Done : Exit::TurnedBack;
    return true;
}

void CasesOfBoth::decide(compare::Report& report) {
    compare::align_days(before_, after_);
    const compare::Side before{before_, *old_};
    const compare::Side after{after_, *new_};
    old_evaluator_ = std::make_unique<interp::Evaluator>(before_.policy, *old_, compare::options_for(today_));
    new_evaluator_ = std::make_unique<interp::Evaluator>(after_.policy, *new_, compare::options_for(today_));
    report.today = today_;
    report.decisions = compare::decision_changes(before, *old_evaluator_, after, *new_evaluator_);
    if (report.decisions->flips.empty())
        return;
    report.attribution = compare::attribution(
        report.comparison, *report.decisions, before, after,
        [&](const model::Schema& schema) {
            auto data = data::read_cases(schema, *arguments_.cases);
            return data.ok() ? std::make_unique<data::CaseData>(std::move(data).value()) : nullptr;
        },
        today_);
    if (report.attribution->sound)
        return;
    diag::Diagnostics messages;
    const bool chinese = arguments_.language == diag::Language::Chinese;
    messages.add(diag::Message::NotRecomposed, std::monostate{},
                 {report.attribution->fails_at_old ? (chinese ? "旧版" : "the old version")
                                                   : (chinese ? "新版" : "the new version")});
    print_messages(messages, after_.sources, arguments_);
}

std::string CasesOfBoth::explain(const project::Project& project, const data::CaseData& data,
                                 interp::Evaluator& evaluator, const compare::Flip& flip,
                                 const std::optional<compare::Outcome>& outcome) const {
    if (!outcome)
        return {};
    const explain::Scene scene{project, data, arguments_.language};
    for (std::uint32_t index = 0; index < scene.schema().matters.size(); ++index) {
        if (scene.schema().matters[model::MatterId{index}].name != flip.id.matter)
            continue;
        explain::PageWriter page;
        explain::write_decision(scene, explain::explanation(scene, evaluator, {index}, outcome->instance),
                                page);
        return page.take();
    }
    return {};
}

std::pair<std::string, std::string> CasesOfBoth::explain(const compare::Flip& flip) {
    return {explain(before_, *old_, *old_evaluator_, flip, flip.before),
            explain(after_, *new_, *new_evaluator_, flip, flip.after)};
}

std::vector<Format> formats_asked(const Arguments& arguments) {
    if (!arguments.formats.empty())
        return arguments.formats;
    return arguments.output ? std::vector{Format::Text, Format::Json, Format::Html, Format::Xlsx, Format::Csv}
                            : std::vector{Format::Text};
}

base::Result<report::OutputFile> output_file(const compare::Report& report, Format format,
                                             const compare::ExplainFlip& explain) {
    switch (format) {
    case Format::Text:
        return report::OutputFile{"对比.txt", compare::report_text(report)};
    case Format::Json:
        return report::OutputFile{"对比.json", compare::report_json(report)};
    case Format::Html:
        return report::OutputFile{"对比.html", compare::report_page(report, explain)};
    case Format::Csv:
        return report::OutputFile{"改变的案卷.csv", compare::flips_csv(report)};
    case Format::Xlsx:
    case Format::Sarif: // no verb but `check` and `test` takes these two
    case Format::Junit:
        break;
    }
    const base::Result<std::string> book = compare::report_workbook(report);
    if (!book.ok())
        return book.failure();
    return report::OutputFile{"对比.xlsx", book.value()};
}

/// Without -o only what can be read on a terminal is printed.
bool can_print(const Arguments& arguments) {
    diag::Diagnostics messages;
    for (const Format format : arguments.formats) {
        if (!arguments.output && (format == Format::Xlsx || arguments.formats.size() > 1))
            messages.add(diag::Message::MissingWord, std::monostate{},
                         {"diff", arguments.language == diag::Language::Chinese
                                      ? " -o 结果文件夹"
                                      : "-o and a folder for the results"});
        if (messages.has_errors())
            break;
    }
    if (messages.has_errors())
        say_usage(messages, arguments.language);
    return !messages.has_errors();
}

Exit put_out(const Arguments& arguments, const compare::Report& report, const compare::ExplainFlip& explain) {
    std::vector<report::OutputFile> files;
    for (const Format format : formats_asked(arguments)) {
        if (format == Format::Csv && !report.decisions)
            continue; // without cases there is no case that changes
        auto file = output_file(report, format, explain);
        if (!file.ok())
            return say_failure(file.failure(), arguments.language);
        files.push_back(std::move(file).value());
    }
    if (!arguments.output) {
        for (const report::OutputFile& file : files)
            fmt::print("{}", file.bytes);
        return Exit::Done;
    }
    const auto written = report::write(*arguments.output, files);
    if (!written.ok())
        return say_failure(written.failure(), arguments.language);
    if (!arguments.quiet)
        fmt::print("{}", compare::report_text(report));
    return Exit::Done;
}

} // namespace

Exit command_diff(const Arguments& arguments) {
    if (!has_two_policies(arguments) || !can_print(arguments))
        return Exit::Usage;
    Exit exit = Exit::Done;
    auto before = load_side(arguments, 0, arguments.from_version, "--from", exit);
    if (!before)
        return exit;
    auto after = load_side(arguments, 1, arguments.to_version, "--to", exit);
    if (!after)
        return exit;
    diag::Diagnostics mistakes;
    const value::Date today = read_options(arguments, *after, mistakes).today;
    if (mistakes.has_errors())
        return say_usage(mistakes, arguments.language);
    compare::Report report{*before, *after, compare::compare(*before, *after)};
    report.program_version = program_version;
    report.language = arguments.language;
    CasesOfBoth cases{arguments, *before, *after, today};
    Exit done = Exit::Done;
    if (arguments.cases) {
        if (!cases.read(done))
            return done;
        cases.decide(report);
    }
    exit = put_out(arguments, report, [&](const compare::Flip& flip) { return cases.explain(flip); });
    return exit == Exit::Done ? done : exit;
}

} // namespace tiaoli::cli
