// explain: one decision, opened down to the cells of the case files.
#include "asked_case.hpp"

#include "tiaoli/explain/other_readings.hpp"

namespace tiaoli::cli {

namespace {

std::string bytes_of(const explain::Scene& scene, Format format,
                     const std::vector<explain::Explanation>& explained) {
    if (format == Format::Json)
        return explain::decisions_json(scene, explained);
    if (format == Format::Html)
        return explain::decisions_page(scene, explained);
    std::string text;
    for (const explain::Explanation& each : explained)
        text += (text.empty() ? "" : "\n") + explain::decision_text(scene, each);
    return text;
}

} // namespace

Exit command_explain(const Arguments& arguments) {
    Exit exit = Exit::Done;
    const std::optional<AskedCase> asked = read_case(arguments, exit);
    if (!asked)
        return exit;
    interp::Evaluator evaluator{asked->project.policy, asked->data, asked->options};
    evaluator.settle();
    std::vector<explain::Explanation> explained = explanations(arguments, *asked, evaluator, exit);
    if (explained.empty())
        return exit;
    const explain::Scene scene{asked->project, asked->data, arguments.language};
    for (explain::Explanation& each : explained) {
        if (!arguments.no_readings)
            explain::add_other_readings(scene, asked->options, each);
    }
    return write_out(arguments, bytes_of(scene, arguments.format, explained));
}

} // namespace tiaoli::cli
