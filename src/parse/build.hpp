// The PEGTL control that turns matched rules into nodes: a rule with a `node` member makes a node of its match; with `adopt`
// it takes that many nodes before it as its first children, so that binary operators lean to the left.
#pragma once

#include "tiaoli/syntax/tree.hpp"

#include <cstdint>
#include <tao/pegtl.hpp>
#include <vector>

namespace tiaoli::parse {

struct Draft {
    syntax::Kind kind;
    syntax::Word word;
    std::uint32_t begin; ///< bytes of the grammar's input
    std::uint32_t end;
    std::uint32_t first_part; ///< index into `parts`
    std::uint32_t part_count;
};

/// A word of the language that the structure grammar has taken.
struct TakenWord {
    syntax::Word word;
    std::uint32_t begin;
    std::uint32_t end;
};

/// What a parse run collects: finished nodes, the stack of those without a parent yet, the words taken, and the furthest place
/// reached.
struct Building {
    std::vector<Draft> drafts;
    std::vector<TakenWord> words;
    std::vector<std::uint32_t> parts; ///< children of all drafts
    std::vector<std::uint32_t> stack; ///< drafts without a parent
    struct Mark {
        std::uint32_t stack, drafts, parts, words, begin;
    };
    std::vector<Mark> marks;
    std::uint32_t furthest = 0;

    void open(std::uint32_t begin) {
        marks.push_back({size(stack), size(drafts), size(parts), size(words), begin});
    }
    /// Back to the state at `open`: nodes made since are dropped, and what they adopted stands free again.
    void fail();
    void close(syntax::Kind kind, syntax::Word word, std::uint32_t adopt, std::uint32_t end);
    /// What was only looked at, not taken.
    void forget_words() { words.resize(marks.back().words); }

  private:
    void keep_older(std::uint32_t draft, std::uint32_t limit);
    template <class T> static std::uint32_t size(const std::vector<T>& items) {
        return static_cast<std::uint32_t>(items.size());
    }
};

template <typename Rule>
concept MakesNode = requires {
    Rule::node;
};
template <typename Rule>
concept AdoptsNodes = requires {
    Rule::adopt;
};
template <typename Rule>
concept StandsForWord = requires {
    Rule::meaning;
};

template <typename Rule>
concept SpellsWord = requires {
    Rule::spelled;
};
template <typename Rule> struct OnlyLooks : std::false_type {};
template <typename... Rules> struct OnlyLooks<tao::pegtl::internal::at<Rules...>> : std::true_type {};

template <typename Rule> struct BuildControl : tao::pegtl::normal<Rule> {
    template <typename Input> static void start(const Input& in, Building& building) {
        building.open(static_cast<std::uint32_t>(in.byte()));
    }
    template <typename Input> static void success([[maybe_unused]] const Input& in, Building& building) {
        if constexpr (OnlyLooks<typename Rule::rule_t>::value) {
            building.forget_words();
        } else if constexpr (SpellsWord<Rule>) {
            building.words.push_back(
                {Rule::spelled, building.marks.back().begin, static_cast<std::uint32_t>(in.byte())});
        }
        if constexpr (MakesNode<Rule>) {
            std::uint32_t adopt = 0;
            syntax::Word word = syntax::Word::none;
            if constexpr (AdoptsNodes<Rule>) {
                adopt = Rule::adopt;
            }
            if constexpr (StandsForWord<Rule>) {
                word = Rule::meaning;
            }
            building.close(Rule::node, word, adopt, static_cast<std::uint32_t>(in.byte()));
        } else {
            building.marks.pop_back();
        }
    }
    template <typename Input> static void failure(const Input& in, Building& building) {
        building.furthest = std::max(building.furthest, static_cast<std::uint32_t>(in.byte()));
        building.fail();
    }
};

} // namespace tiaoli::parse
