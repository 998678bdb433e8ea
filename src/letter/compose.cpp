// Fills in a template line by line: 如有, 如无, 逐项, styles, tables, placeholders.
#include "tiaoli/letter/letter.hpp"

#include "placeholders.hpp"
#include "words.hpp"

#include "tiaoli/diag/nearest.hpp"

#include <algorithm>

namespace tiaoli::letter {

namespace {

class Composer {
  public:
    Composer(const explain::Scene& scene, const explain::Explanation& explanation, const Occasion& occasion,
             diag::Diagnostics& messages)
        : explanation_(explanation), placeholders_(scene, explanation, occasion), messages_(messages) {}

    Letter compose(const Template& from);

  private:
    /// A piece of a line, to which messages can point.
    struct Piece {
        std::string_view text;
        const Template::Line* line;
    };
    void add_line(Piece piece);
    bool is_kept(Piece& piece);
    void add_items(const Piece& piece, std::string_view list, std::string_view text);
    void add_text(Piece piece, const Item* item);
    void add_row(const Piece& piece, const Item* item);
    std::string filled(const Piece& piece, const Item* item);
    std::string value(const Piece& name, const Item* item);
    source::Span place(const Piece& piece) const;

    const explain::Explanation& explanation_;
    Placeholders placeholders_;
    diag::Diagnostics& messages_;
    Letter letter_;
};

struct StyleWord {
    std::string_view word;
    Style style;
};
constexpr StyleWord style_words[] = {{"标题", Style::Title},   {"编号", Style::Number},
                                     {"抬头", Style::Address}, {"小标题", Style::Heading},
                                     {"居右", Style::Right},   {"居中", Style::Centred}};

const Template* choose(const explain::Scene& scene, const Templates& templates,
                       const explain::Explanation& explanation, diag::Diagnostics& messages);

} // namespace

std::optional<Letter> write_letter(const explain::Scene& scene, const Templates& templates,
                                   const explain::Explanation& explanation, const Occasion& occasion,
                                   diag::Diagnostics& messages) {
    if (explain::is_trial(explanation.decision)) {
        messages.add(diag::Message::LetterTrial, std::monostate{}, {explanation.record});
        return std::nullopt;
    }
    const Template* chosen = choose(scene, templates, explanation, messages);
    if (chosen == nullptr)
        return std::nullopt;
    Letter letter = Composer{scene, explanation, occasion, messages}.compose(*chosen);
    return messages.has_errors() ? std::nullopt : std::optional{std::move(letter)};
}

namespace {

const Template* choose(const explain::Scene& scene, const Templates& templates,
                       const explain::Explanation& explanation, diag::Diagnostics& messages) {
    const interp::Decision& decision = explanation.decision;
    const std::string verdict{model::verdict_name(decision.verdict)};
    const Template* chosen = nullptr;
    for (const Template& each : templates.templates) {
        const bool fits =
            std::find(each.matters.begin(), each.matters.end(), decision.matter) != each.matters.end() &&
            std::find(each.verdicts.begin(), each.verdicts.end(), decision.verdict) != each.verdicts.end();
        if (fits && chosen != nullptr) {
            messages.add(diag::Message::LetterTwo, each.head,
                         {chosen->name, each.name, explanation.matter, verdict});
            return nullptr;
        }
        if (fits)
            chosen = &each;
    }
    if (chosen == nullptr)
        messages.add(diag::Message::LetterTemplate, std::monostate{},
                     {scene.schema().matters[decision.matter].name, verdict, templates.folder});
    return chosen;
}

Letter Composer::compose(const Template& from) {
    letter_.name = from.name;
    for (const Template::Line& line : from.lines)
        add_line({line.text, &line});
    return std::move(letter_);
}

void Composer::add_line(Piece piece) {
    if (!is_kept(piece))
        return;
    if (const auto halves = split_at_colon(piece.text); halves && halves->before.starts_with("逐项"))
        return add_items({halves->before, piece.line},
                         trimmed(halves->before.substr(std::string_view{"逐项"}.size())), halves->after);
    add_text(piece, nullptr);
}

/// Takes 如有 X： and 如无 X： off, as often as they stand there.
bool Composer::is_kept(Piece& piece) {
    for (;;) {
        const auto halves = split_at_colon(piece.text);
        const bool wanted = halves && halves->before.starts_with("如有");
        const bool unwanted = halves && halves->before.starts_with("如无");
        if (!wanted && !unwanted)
            return true;
        const std::string_view name = trimmed(halves->before.substr(std::string_view{"如有"}.size()));
        const Found found = placeholders_.find(std::string{name}, nullptr);
        if (found.kind == Found::Kind::NoSuchName) {
            diag::add_with_nearest(messages_, diag::Message::LetterPlaceholder, place({name, piece.line}),
                                   {std::string{name}, explanation_.matter}, std::string{name},
                                   placeholders_.names(nullptr, std::string{name}));
            return false;
        }
        const bool is_there = found.kind == Found::Kind::There && found.counts;
        if (is_there != wanted)
            return false;
        piece.text = halves->after;
    }
}

void Composer::add_items(const Piece& piece, std::string_view list, std::string_view text) {
    const std::vector<Item>* items = placeholders_.list(std::string{list});
    if (items == nullptr) {
        std::string all;
        for (const std::string& name : placeholders_.list_names())
            all += (all.empty() ? "" : "、") + name;
        messages_.add(diag::Message::LetterList, place(piece), {std::string{list}, all});
        return;
    }
    for (const Item& item : *items)
        add_text({text, piece.line}, &item);
}

void Composer::add_text(Piece piece, const Item* item) {
    if (piece.text.starts_with("|"))
        return add_row(piece, item);
    Style style = Style::Body;
    for (const StyleWord& each : style_words) {
        if (const auto rest = after_word(piece.text, each.word)) {
            style = each.style;
            piece.text = *rest;
            break;
        }
    }
    letter_.blocks.emplace_back(Paragraph{style, filled(piece, item)});
}

/// `| a | b |`; the line `| --- | --- |` only separates.
void Composer::add_row(const Piece& piece, const Item* item) {
    std::vector<std::string> cells;
    std::string_view rest = piece.text.substr(1);
    bool separates = true;
    while (!trimmed(rest).empty()) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        const std::string_view cell = trimmed(rest.substr(0, end));
        separates = separates && !cell.empty() && cell.find_first_not_of("-:") == std::string_view::npos;
        cells.push_back(filled({cell, piece.line}, item));
        rest = end < rest.size() ? rest.substr(end + 1) : std::string_view{};
    }
    if (separates)
        return;
    if (letter_.blocks.empty() || !std::holds_alternative<Grid>(letter_.blocks.back()))
        letter_.blocks.emplace_back(Grid{});
    std::get<Grid>(letter_.blocks.back()).rows.push_back(std::move(cells));
}

std::string Composer::filled(const Piece& piece, const Item* item) {
    std::string out;
    std::string_view rest = piece.text;
    for (;;) {
        const std::size_t begin = rest.find("{{");
        if (begin == std::string_view::npos)
            return out + std::string{rest};
        const std::size_t end = rest.find("}}", begin);
        const std::string_view name = end == std::string_view::npos
                                          ? std::string_view{}
                                          : trimmed(rest.substr(begin + 2, end - begin - 2));
        if (name.empty()) {
            messages_.add(diag::Message::LetterBraces, place({rest.substr(begin, 2), piece.line}));
            return out;
        }
        out += std::string{rest.substr(0, begin)} + value({name, piece.line}, item);
        rest = rest.substr(end + 2);
    }
}

/// A value that is not there is never a blank: it is a message, and the letter is not written.
std::string Composer::value(const Piece& piece, const Item* item) {
    std::string name{piece.text};
    bool in_words = false;
    for (const std::string_view ending : {"（大写）", "(大写)"}) {
        if (name.ends_with(ending)) {
            name = std::string{trimmed(std::string_view{name}.substr(0, name.size() - ending.size()))};
            in_words = true;
        }
    }
    const Found found = placeholders_.find(name, item);
    if (found.kind == Found::Kind::NoSuchName) {
        diag::add_with_nearest(messages_, diag::Message::LetterPlaceholder, place(piece),
                               {name, explanation_.matter}, name, placeholders_.names(item, name));
        return {};
    }
    if (found.kind == Found::Kind::Missing) {
        messages_.add(diag::Message::LetterValue, place(piece), {name, found.why});
        return {};
    }
    if (!in_words)
        return found.text;
    const auto words = found.amount ? amount_in_words(*found.amount) : std::nullopt;
    if (!words)
        messages_.add(diag::Message::LetterAmount, place(piece), {name});
    return words.value_or("");
}

source::Span Composer::place(const Piece& piece) const {
    const auto begin =
        piece.line->span.begin + static_cast<std::uint32_t>(piece.text.data() - piece.line->text.data());
    return {piece.line->span.source, begin, begin + static_cast<std::uint32_t>(piece.text.size())};
}

} // namespace

} // namespace tiaoli::letter
