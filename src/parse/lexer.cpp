// The lattice of tokens: candidates at each byte, then the paths that reach the end.
#include "lexer.hpp"

#include "tiaoli/source/characters.hpp"
#include "tiaoli/value/literal.hpp"
#include "word_class.hpp"

#include <algorithm>
#include <array>

namespace tiaoli::parse {

namespace {

using grammar::Token;

/// A token that can begin at a byte: where it ends and what it needs.
struct Edge {
    Piece piece;
    Step step;
};

std::string first_character(std::string_view text) {
    return std::string(text.substr(0, source::decode(text, 0).length));
}

constexpr std::uint8_t anywhere_but_own = in(State::Operand) | in(State::Operator) | in(State::Field);

struct Sign {
    std::string_view text;
    char code;
    Step step;
};

std::span<const Sign> signs() {
    static constexpr std::uint8_t value = in(State::Operand);
    static constexpr std::uint8_t after = in(State::Operator);
    static constexpr Sign all[] = {
        {",", grammar::token_code(Token::comma), {after | in(State::Field), State::Operand}},
        {";", grammar::token_code(Token::semicolon), {after, State::Operand}},
        {":", grammar::token_code(Token::colon), {after, State::Operand}},
        {"(", grammar::token_code(Token::open), {anywhere_but_own, State::Operand}},
        {")", grammar::token_code(Token::close), {after, State::Operator}},
        {"、", grammar::token_code(Token::pause), {after, State::Operand}},
        {"|", grammar::token_code(Token::pause), {after, State::Operand}},
        {"+", grammar::token_code(Token::plus), {after, State::Operand}},
        {"-", grammar::token_code(Token::minus), {after | value, State::Operand}},
        {"*", grammar::token_code(Token::times), {after, State::Operand}},
        {"÷", grammar::token_code(Token::divide), {after, State::Operand}},
        {"/", grammar::token_code(Token::divide), {after, State::Operand}},
    };
    return all;
}

class Lattice {
  public:
    Lattice(const Prepared& body, const NameIndex& names, Vocabulary vocabulary)
        : text_(body.text), names_(names), vocabulary_(vocabulary) {
        edges_.resize(text_.size());
        readable_.resize(text_.size() + 1);
    }

    Splits run() {
        for (std::uint32_t at = 0; at < text_.size(); ++at) {
            collect(at);
        }
        mark_readable();
        Splits splits;
        if (!text_.empty() && can_read(0, State::Operand)) {
            Split path;
            walk(0, State::Operand, path, splits);
        } else {
            find_furthest(splits);
        }
        return splits;
    }

  private:
    std::string_view text_;
    const NameIndex& names_;
    Vocabulary vocabulary_;
    std::vector<std::vector<Edge>> edges_;                ///< by byte
    std::vector<std::array<bool, state_count>> readable_; ///< by byte and state: the end can be reached

    void add(std::uint32_t at, std::size_t length, char code, Step step) {
        edges_[at].push_back({{code, at, static_cast<std::uint32_t>(at + length)}, step});
    }

    void collect(std::uint32_t at) {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if ((byte & 0xC0U) == 0x80U) {
            return; // inside a character
        }
        const std::string_view rest = text_.substr(at);
        if (rest.front() == grammar::string_open) {
            const std::size_t end = rest.find(grammar::string_close);
            add(at, end == std::string_view::npos ? rest.size() : end + 1, grammar::token_code(Token::string),
                {static_cast<std::uint8_t>(in(State::Operand) | in(State::Operator)), State::Operator});
            return;
        }
        if (rest.starts_with("「")) {
            return collect_quoted(at, rest);
        }
        for (const Sign& sign : signs()) {
            if (rest.starts_with(sign.text)) {
                add(at, sign.text.size(), sign.code, sign.step);
            }
        }
        collect_words(at, rest);
        collect_literals(at);
        collect_names(at, rest);
        std::stable_sort(edges_[at].begin(), edges_[at].end(),
                         [](const Edge& a, const Edge& b) { return a.piece.end > b.piece.end; });
    }

    void collect_words(std::uint32_t at, std::string_view rest) {
        for (const grammar::Spelling& spelling : grammar::spellings()) {
            if (!rest.starts_with(spelling.text)) {
                continue;
            }
            const bool in_cell = vocabulary_ == Vocabulary::Cell;
            if (const auto step = in_cell ? cell_step_of(spelling.word) : step_of(spelling.word)) {
                add(at, spelling.text.size(), grammar::token_code(spelling.word), *step);
                if (spelling.word == syntax::Word::from_end) { // 自签约日起，…: a comma may follow
                    add(at, spelling.text.size(), grammar::token_code(spelling.word),
                        {step->from, State::Operator});
                }
            }
        }
    }

    /// A date is taken whole: 2023-01-01 is never a difference of numbers, and a day that does not exist is no literal at all.
    void collect_literals(std::uint32_t at) {
        std::vector<value::ScannedLiteral> literals = value::scan_literals(text_, at);
        const auto date = std::find_if(literals.begin(), literals.end(), [](const auto& scanned) {
            return std::holds_alternative<value::DateLiteral>(scanned.literal) ||
                   std::holds_alternative<value::BadDateLiteral>(scanned.literal);
        });
        if (date != literals.end()) {
            const bool exists = std::holds_alternative<value::DateLiteral>(date->literal);
            literals = exists ? std::vector{*date} : std::vector<value::ScannedLiteral>{};
        }
        for (const value::ScannedLiteral& scanned : literals) {
            add(at, scanned.length, grammar::token_code(Token::literal),
                {in(State::Operand), State::Operator});
        }
    }

    void collect_quoted(std::uint32_t at, std::string_view rest) {
        const std::size_t close = rest.find("」");
        if (close == std::string_view::npos) {
            return;
        }
        constexpr std::size_t mark = std::string_view("「").size();
        const std::string name(rest.substr(mark, close - mark));
        if (names_.names().all.contains(name)) {
            add_name(at, close + mark, name);
        }
    }

    void collect_names(std::uint32_t at, std::string_view rest) {
        std::vector<std::uint32_t> lengths;
        names_.lengths_at(rest, lengths);
        for (std::uint32_t length : lengths) {
            add_name(at, length, std::string(rest.substr(0, length)));
        }
    }

    void add_name(std::uint32_t at, std::size_t length, const std::string& name) {
        std::uint8_t from = in(State::Operand) | in(State::Field);
        if (names_.names().predicates.contains(name)) {
            from |= in(State::Operator);
        }
        if (names_.names().records.contains(name)) {
            from |= in(State::Own);
        }
        add(at, length, grammar::token_code(Token::name), {from, State::Operator});
    }

    static std::size_t index(State state) { return static_cast<std::size_t>(state); }
    bool can_read(std::uint32_t at, State state) const { return readable_[at][index(state)]; }

    void mark_readable() {
        readable_[text_.size()][index(State::Operator)] = true;
        for (auto at = static_cast<std::uint32_t>(text_.size()); at-- > 0;) {
            for (const Edge& edge : edges_[at]) {
                if (!can_read(edge.piece.end, edge.step.to)) {
                    continue;
                }
                for (std::size_t state = 0; state < state_count; ++state) {
                    readable_[at][state] =
                        readable_[at][state] || (edge.step.from & in(static_cast<State>(state))) != 0;
                }
            }
        }
    }

    /// Depth first, longest tokens first; iterative, since a body can have very many tokens.
    void walk(std::uint32_t from, State start, Split& path, Splits& splits) const {
        struct Frame {
            std::uint32_t at;
            State state;
            std::size_t next;
        };
        std::vector<Frame> frames{{from, start, 0}};
        while (!frames.empty()) {
            Frame& frame = frames.back();
            if (frame.at == text_.size()) {
                if (splits.found.size() == most_splits) {
                    splits.too_many = true;
                    return;
                }
                splits.found.push_back(path);
            } else if (const Edge* edge = next_edge(frame.at, frame.state, frame.next)) {
                path.push_back(edge->piece);
                frames.push_back({edge->piece.end, edge->step.to, 0});
                continue;
            }
            frames.pop_back();
            if (!path.empty()) {
                path.pop_back();
            }
        }
    }

    const Edge* next_edge(std::uint32_t at, State state, std::size_t& next) const {
        while (next < edges_[at].size()) {
            const Edge& edge = edges_[at][next++];
            if ((edge.step.from & in(state)) != 0 && can_read(edge.piece.end, edge.step.to)) {
                return &edge;
            }
        }
        return nullptr;
    }

    void find_furthest(Splits& splits) const {
        std::vector<std::array<bool, state_count>> reached(text_.size() + 1);
        std::vector<std::uint32_t> from(text_.size() + 1);
        reached[0][index(State::Operand)] = true;
        for (std::uint32_t at = 0; at <= text_.size(); ++at) {
            for (std::size_t state = 0; state < state_count; ++state) {
                if (!reached[at][state]) {
                    continue;
                }
                splits.stuck_at = at;
                splits.stuck_from = from[at];
                for (const Edge& edge : at < text_.size() ? edges_[at] : std::vector<Edge>()) {
                    if ((edge.step.from & in(static_cast<State>(state))) != 0) {
                        reached[edge.piece.end][index(edge.step.to)] = true;
                        from[edge.piece.end] = at;
                    }
                }
            }
        }
    }
};

} // namespace

NameIndex::NameIndex(const Names& names) : names_(&names) {
    for (const std::string& name : names.all) {
        if (!name.empty()) {
            by_first_[first_character(name)].push_back(name);
        }
    }
    for (auto& [first, list] : by_first_) {
        std::stable_sort(list.begin(), list.end(),
                         [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    }
}

void NameIndex::lengths_at(std::string_view text, std::vector<std::uint32_t>& lengths) const {
    const auto found = by_first_.find(first_character(text));
    if (found == by_first_.end()) {
        return;
    }
    for (const std::string& name : found->second) {
        if (text.starts_with(name)) {
            lengths.push_back(static_cast<std::uint32_t>(name.size()));
        }
    }
}

Splits split_body(const Prepared& body, const NameIndex& names, Vocabulary vocabulary) {
    return Lattice(body, names, vocabulary).run();
}

std::size_t too_deep_at(std::string_view body) {
    static constexpr std::string_view prefixes[] = {"-", "非", "未", "not"};
    int depth = 0;
    int in_a_row = 0;
    for (std::size_t at = 0; at < body.size();) {
        const std::string_view rest = body.substr(at);
        const auto* prefix = std::find_if(std::begin(prefixes), std::end(prefixes),
                                          [&](std::string_view text) { return rest.starts_with(text); });
        in_a_row = prefix != std::end(prefixes) ? in_a_row + 1 : 0;
        depth += rest.front() == '(' ? 1 : rest.front() == ')' ? -1 : 0;
        if (depth > deepest_nesting || in_a_row > deepest_nesting) {
            return at;
        }
        at += prefix != std::end(prefixes) ? prefix->size() : source::decode(body, at).length;
    }
    return body.size();
}

} // namespace tiaoli::parse
