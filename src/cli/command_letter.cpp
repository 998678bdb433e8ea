// letter: the decision letter for one case, from the templates beside the policy.
#include "asked_case.hpp"

#include "tiaoli/letter/letter.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiaoli::cli {

namespace {

bool has_kind(const Arguments& arguments) {
    diag::Diagnostics messages;
    if (!arguments.output)
        messages.add(
            diag::Message::MissingWord, std::monostate{},
            {"letter", arguments.language == diag::Language::Chinese ? " -o 文书.docx" : "-o and a file"});
    else if (!arguments.output->ends_with(".docx") && !arguments.output->ends_with(".html"))
        messages.add(diag::Message::LetterKind, std::monostate{}, {*arguments.output});
    if (messages.has_errors())
        say_usage(messages, arguments.language);
    return !messages.has_errors();
}

/// Of several matters of one record those that have a template for their verdict; one of them must be asked for.
std::vector<explain::Explanation> with_template(const std::vector<explain::Explanation>& explained,
                                                const letter::Templates& templates) {
    std::vector<explain::Explanation> out;
    for (const explain::Explanation& each : explained) {
        const bool has_one = std::any_of(
            templates.templates.begin(), templates.templates.end(), [&](const letter::Template& letter) {
                return std::count(letter.matters.begin(), letter.matters.end(), each.decision.matter) != 0 &&
                       std::count(letter.verdicts.begin(), letter.verdicts.end(), each.decision.verdict) != 0;
            });
        if (has_one && each.not_reviewed.empty())
            out.push_back(each);
    }
    return out;
}

Exit write(const Arguments& arguments, const AskedCase& asked, interp::Evaluator& evaluator,
           const letter::Templates& templates, const std::vector<explain::Explanation>& explained) {
    const std::vector<explain::Explanation> candidates = with_template(explained, templates);
    diag::Diagnostics messages;
    if (candidates.size() > 1) {
        std::string all;
        for (const explain::Explanation& each : candidates)
            all += (all.empty() ? "" : "、") + each.matter;
        messages.add(diag::Message::LetterSeveral, std::monostate{}, {all});
        return say_usage(messages, arguments.language);
    }
    const explain::Scene scene{asked.project, asked.data, diag::Language::Chinese};
    const letter::Occasion occasion{asked.options.today, evaluator};
    std::optional<letter::Letter> written;
    for (const explain::Explanation& each : candidates.empty() ? explained : candidates)
        written =
            letter::write_letter(scene, templates, each, occasion, messages); // without a template: says so
    if (!written) {
        fmt::print(stderr, "{}", diag::render_text(messages, templates.sources, arguments.language));
        return Exit::PolicyErrors;
    }
    const bool is_page = arguments.output->ends_with(".html");
    const Exit exit =
        write_out(arguments, is_page ? letter::letter_page(*written) : letter::letter_document(*written));
    if (exit == Exit::Done && !arguments.quiet)
        fmt::print("{}　{}　{}\n", written->name, candidates.front().record, *arguments.output);
    return exit;
}

} // namespace

Exit command_letter(const Arguments& arguments) {
    if (!has_words(arguments, 4, 5) || !has_kind(arguments))
        return Exit::Usage;
    Exit exit = Exit::Done;
    const std::optional<AskedCase> asked = read_case(arguments, exit);
    if (!asked)
        return exit;
    const auto templates = letter::read_templates(arguments.words[0], asked->project.policy.schema);
    if (!templates.ok())
        return say_failure(templates.failure(), arguments.language);
    if (templates.value().messages.has_errors()) {
        fmt::print(
            stderr, "{}",
            diag::render_text(templates.value().messages, templates.value().sources, arguments.language));
        return Exit::PolicyErrors;
    }
    interp::Evaluator evaluator{asked->project.policy, asked->data, asked->options};
    evaluator.settle();
    Arguments in_chinese = arguments;
    in_chinese.language = diag::Language::Chinese; // a letter is Chinese
    const auto explained = explanations(in_chinese, *asked, evaluator, exit);
    if (explained.empty())
        return exit;
    return write(arguments, *asked, evaluator, templates.value(), explained);
}

} // namespace tiaoli::cli
