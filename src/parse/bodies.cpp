// Reads the bodies of statements: every split into tokens is tried with the grammar; those that it takes are the readings.
#include "build.hpp"
#include "failures.hpp"
#include "grammar/cells.hpp"
#include "grammar/statements.hpp"
#include "lexer.hpp"
#include "tiaoli/syntax/table.hpp"

namespace tiaoli::parse {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

template <typename Rule> bool run(const std::string& codes, Building& building) {
    tao::pegtl::memory_input in(codes.data(), codes.data() + codes.size(), "");
    return tao::pegtl::parse<Rule, tao::pegtl::nothing, BuildControl>(in, building);
}

/// `form`: the kind of statement whose body it is, or of the body itself where the text is part of a table.
bool read_body(Kind form, const std::string& codes, Building& building) {
    switch (form) {
    case Kind::input_body:
        return run<grammar::input_body>(codes, building);
    case Kind::cell_condition:
        return run<grammar::cell_condition>(codes, building);
    case Kind::cell_result:
        return run<grammar::cell_result>(codes, building);
    case Kind::rule:
        return run<grammar::rule_body>(codes, building);
    case Kind::parameter_decl:
        return run<grammar::parameter_body>(codes, building);
    case Kind::state:
        return run<grammar::state_body>(codes, building);
    case Kind::matter_decl:
        return run<grammar::matter_body>(codes, building);
    case Kind::exception_rule:
    case Kind::exception_guard:
    case Kind::tail_guard:
        return run<grammar::exception_body>(codes, building);
    case Kind::deadline:
        return run<grammar::deadline_body>(codes, building);
    case Kind::allocation:
    case Kind::allocation_ratio:
    case Kind::allocation_limit:
        return run<grammar::expression_body>(codes, building);
    default:
        return run<grammar::definition_body>(codes, building);
    }
}

class Bodies {
  public:
    Bodies(Tree& tree, const source::Sources& sources, const NameIndex& names, diag::Diagnostics& messages)
        : tree_(tree), sources_(sources), names_(names), messages_(messages) {}

    void run(NodeId statement, NodeId readings, Kind form) {
        const Prepared body = prepare(sources_, tree_.span(readings), LineEnds::Dropped, nullptr);
        if (body.text.empty()) {
            messages_.add(diag::Message::EmptyBody, tree_.span(statement));
            return;
        }
        if (const std::size_t deep = too_deep_at(body.text); deep < body.text.size()) {
            messages_.add(diag::Message::TooDeep,
                          source::Span{tree_.source(), body.source_begin(deep), body.source_end(deep + 1)});
            return;
        }
        const bool in_cell = form == Kind::cell_condition;
        const Splits splits = split_body(body, names_, in_cell ? Vocabulary::Cell : Vocabulary::Expression);
        if (splits.found.empty()) {
            if (form == Kind::exception_rule && report_premise(body, tree_.source(), splits, messages_)) {
                return;
            }
            report_unreadable(body, tree_.source(), splits, names_.names(), messages_);
            return;
        }
        try_all({statement, readings, form}, body, splits);
    }

    /// Inputs and cells; those of a table that is too large to be checked, and cells that say nothing, are left without a reading.
    void run_table(NodeId statement) {
        const syntax::Table table = syntax::table_at(tree_, statement);
        for (NodeId input : table.inputs) {
            run(input, tree_.child(input, Kind::readings), Kind::input_body);
        }
        if (table.is_too_large()) {
            return;
        }
        for (NodeId row : table.rows) {
            std::size_t column = 0;
            for (NodeId cell : tree_.children(row)) {
                const NodeId readings = tree_.child(cell, Kind::readings);
                const bool condition = column++ < table.inputs.size();
                if (!syntax::is_empty_cell(tree_.text(readings))) {
                    run(cell, readings, condition ? Kind::cell_condition : Kind::cell_result);
                }
            }
        }
    }

  private:
    Tree& tree_;
    const source::Sources& sources_;
    const NameIndex& names_;
    diag::Diagnostics& messages_;

    /// What is read, where its readings go, and by which rule.
    struct Task {
        NodeId statement;
        NodeId readings;
        Kind form;
    };

    void try_all(const Task& task, const Prepared& body, const Splits& splits) {
        std::size_t read = 0;
        std::size_t furthest = 0;
        const Split* furthest_split = &splits.found.front();
        for (const Split& split : splits.found) {
            std::string codes;
            for (const Piece& piece : split) {
                codes += piece.code;
            }
            Building building;
            if (read_body(task.form, codes, building)) {
                ++read;
                const NodeId reading = copy(building, building.stack.front(), body, split);
                tree_.append_child(task.readings, reading);
                tree_.add_tokens(reading, tokens_of(body, split));
            } else if (furthest_end(split, building.furthest) > furthest) {
                furthest = furthest_end(split, building.furthest);
                furthest_split = &split;
            }
        }
        if (splits.too_many) {
            messages_.add(diag::Message::TooManyReadings, tree_.span(task.statement));
        } else if (read == 0) {
            report_furthest(body, *furthest_split, furthest);
        }
    }

    static std::vector<syntax::Token> tokens_of(const Prepared& body, const Split& split) {
        std::vector<syntax::Token> tokens;
        for (const Piece& piece : split) {
            syntax::Token token{syntax::TokenKind::Sign, syntax::Word::none, body.source_begin(piece.begin),
                                body.source_end(piece.end)};
            if (grammar::is_word(piece.code)) {
                token.kind = syntax::TokenKind::Word;
                token.word = grammar::token_word(piece.code);
            } else if (piece.code == grammar::token_code(grammar::Token::name)) {
                token.kind = syntax::TokenKind::Name;
            } else if (piece.code == grammar::token_code(grammar::Token::literal)) {
                token.kind = syntax::TokenKind::Literal;
            } else if (piece.code == grammar::token_code(grammar::Token::string)) {
                token.kind = syntax::TokenKind::String;
            }
            tokens.push_back(token);
        }
        return tokens;
    }

    static std::size_t furthest_end(const Split& split, std::uint32_t piece) {
        return piece < split.size() ? split[piece].end : split.back().end + 1;
    }

    void report_furthest(const Prepared& body, const Split& split, std::size_t furthest) {
        std::size_t piece = 0;
        while (piece < split.size() && split[piece].end < furthest) {
            ++piece;
        }
        report_misplaced(body, tree_.source(), split, piece, messages_);
    }

    NodeId copy(const Building& building, std::uint32_t draft_index, const Prepared& body,
                const Split& split) {
        const Draft& draft = building.drafts[draft_index];
        const std::uint32_t begin = draft.begin < split.size() ? split[draft.begin].begin : split.back().end;
        syntax::Node node{draft.kind, draft.word, body.source_begin(begin), 0, {}, {}};
        node.end = draft.end > draft.begin ? body.source_end(split[draft.end - 1].end) : node.begin;
        if (draft.kind == Kind::string && node.end > node.begin) {
            trim_quotes(node, body, split[draft.begin]);
        }
        const NodeId id = tree_.add(node);
        NodeId previous;
        for (std::uint32_t part = 0; part < draft.part_count; ++part) {
            const NodeId child = copy(building, building.parts[draft.first_part + part], body, split);
            previous.valid() ? tree_.link(previous, child) : tree_.append_child(id, child);
            previous = child;
        }
        return id;
    }

    static void trim_quotes(syntax::Node& node, const Prepared& body, const Piece& piece) {
        node.begin = body.source_end(piece.begin + 1);
        node.end = std::max(node.begin, body.source_begin(piece.end - 1));
    }
};

bool has_body(Kind kind) {
    return kind == Kind::allocation || kind == Kind::deadline || kind == Kind::rule ||
           kind == Kind::definition || kind == Kind::output || kind == Kind::as_of ||
           kind == Kind::parameter_decl || kind == Kind::matter_decl || kind == Kind::state ||
           kind == Kind::exception_definition || kind == Kind::exception_rule;
}

} // namespace

void parse_bodies(Tree& tree, const source::Sources& sources, const Names& names,
                  diag::Diagnostics& messages) {
    const NameIndex index(names);
    Bodies bodies(tree, sources, index, messages);
    for (NodeId statement : tree.children(tree.root())) {
        if (const NodeId guard = tree.child(statement, Kind::exception_guard); guard.valid()) {
            bodies.run(guard, tree.child(guard, Kind::readings), Kind::exception_guard);
        }
        if (has_body(tree.kind(statement))) {
            bodies.run(statement, tree.child(statement, Kind::readings), tree.kind(statement));
        } else if (syntax::is_table(tree.kind(statement))) {
            bodies.run_table(statement);
        }
        for (NodeId part : tree.children(statement)) {
            if (tree.kind(part) != Kind::allocation_part && tree.kind(part) != Kind::allocation_tail) {
                continue;
            }
            for (NodeId term : tree.children(part)) {
                if (const NodeId readings = tree.child(term, Kind::readings); readings.valid()) {
                    bodies.run(term, readings, tree.kind(term));
                }
            }
        }
    }
}

} // namespace tiaoli::parse
