// Decision letters: templates that officers write in plain text, filled in from one explained decision.
#pragma once

#include "tiaoli/base/result.hpp"
#include "tiaoli/explain/explanation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::letter {

/// How a paragraph is set (GB/T 9704-2012).
enum class Style : std::uint8_t { Title, Number, Address, Heading, Body, Right, Centred };

struct Paragraph {
    Style style = Style::Body;
    std::string text;
};
/// Rows of cells; the first row is the heading.
struct Grid {
    std::vector<std::vector<std::string>> rows;
};
using Block = std::variant<Paragraph, Grid>;

/// A finished letter.
struct Letter {
    std::string name; ///< of its kind: 补偿决定书
    std::vector<Block> blocks;
};

/// One file of the folder letters/ beside the policy: for which matters and verdicts, and the lines of its text.
struct Template {
    std::string name; ///< 文书, else the file's name
    std::vector<model::MatterId> matters;
    std::vector<model::Verdict> verdicts;
    struct Line {
        std::string text;
        source::Span span;
    };
    std::vector<Line> lines;
    source::Span head;
};
struct Templates {
    std::string folder;
    source::Sources sources;
    std::vector<Template> templates;
    diag::Diagnostics messages; ///< mistakes in the first lines of templates
};

/// Reads letters/*.txt beside the policy (a folder, or one file of it); no folder means no templates.
base::Result<Templates> read_templates(const std::string& policy_path, const model::Schema& schema);

/// The day of the run, and the way to fields that the decision itself did not look at.
struct Occasion {
    value::Date today;
    interp::Evaluator& evaluator;
};

/// Fills in the template for the decision's matter and verdict. Nothing, with messages that point into the template, where there
/// is none, a placeholder means nothing, a value is missing, or the decision is only a trial. A letter is Chinese.
std::optional<Letter> write_letter(const explain::Scene& scene, const Templates& templates,
                                   const explain::Explanation& explanation, const Occasion& occasion,
                                   diag::Diagnostics& messages);

/// A page for A4, needing nothing but itself.
std::string letter_page(const Letter& letter);
/// A .docx (ECMA-376 WordprocessingML); same letter, same bytes.
std::string letter_document(const Letter& letter);

/// "肆拾玖万叁仟捌佰贰拾柒元壹角陆分", "叁佰元整". Nothing for what is not whole fen, or from 1,000,000,000,000 yuan on.
std::optional<std::string> amount_in_words(const value::Number& yuan);

} // namespace tiaoli::letter
