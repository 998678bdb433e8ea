// The lines of an example: record, key, field and value stand side by side; the checked policy knows which is which.
#include "pieces.hpp"
#include "spelling.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Word;

std::string_view trimmed(std::string_view text) {
    std::size_t first = text.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const source::Character character = source::decode(text, at);
        if (!source::is_blank(character.code) && character.code != '\n' && character.code != '\r') {
            first = std::min(first, at);
            last = at + character.length;
        }
        at += character.length;
    }
    return first < last ? text.substr(first, last - first) : std::string_view{};
}

class Example {
  public:
    Example(const File& file, NodeId node, Keywords keywords)
        : file_(file), keywords_(keywords), at_(file.tree[node].begin), end_(file.tree[node].end),
          whole_(file.tree.span(node)) {}

    Pieces record(const model::ExampleFact& fact) {
        const bool sound = name(schema().records[fact.record].name) &&
                           (fact.like.empty() ? rest_is_key() : key_like(fact.like));
        return done(sound);
    }
    Pieces value(const model::ExampleFact& fact) {
        return done(name(schema().fields[fact.values.front().field].name) && rest());
    }
    Pieces one(const model::ExampleFact& fact) {
        return done(raw(fact.key) && word(Word::of) &&
                    name(schema().fields[fact.values.front().field].name) && rest());
    }
    Pieces expectation(const model::ExampleExpectation& expected) {
        return done(raw(expected.key) && word(Word::of) && period(expected) &&
                    name(schema().fields[expected.field].name) && word(Word::equal) && rest());
    }
    Pieces reading(const std::string& parameter) {
        return done(name(parameter) && word(Word::equal) && rest());
    }
    Pieces unknown() { return done(false); }

  private:
    const File& file_;
    Keywords keywords_;
    std::uint32_t at_;
    std::uint32_t end_;
    source::Span whole_;
    Pieces pieces_;

    const model::Schema& schema() const { return file_.policy.schema; }
    std::string_view text(std::uint32_t begin, std::uint32_t end) const {
        return file_.sources.text({whole_.source, begin, end});
    }

    void add(PieceKind kind, std::string words, std::uint32_t end) {
        pieces_.push_back({kind, Word::none, words, words, at_, end});
        at_ = end;
    }

    /// Where the text from here on spells these words; nothing when it does not begin so.
    std::optional<std::uint32_t> end_of(std::string_view words) const {
        const std::string wanted = syntax::canonical(words);
        const std::string_view here = text(at_, end_);
        std::string met;
        for (std::uint32_t at = 0; at < here.size() && !wanted.empty();) {
            const std::uint32_t length = source::decode(here, at).length;
            met += syntax::canonical(here.substr(at, length));
            at += length;
            if (!wanted.starts_with(met)) {
                return std::nullopt;
            }
            if (met.size() == wanted.size()) {
                const bool closes = here.substr(at).starts_with("」");
                return at_ + at + (closes ? 3 : 0);
            }
        }
        return std::nullopt;
    }

    bool name(std::string_view words) {
        const auto end = end_of(words);
        if (end) {
            add(PieceKind::Name, tidied(text(at_, *end)), *end);
        }
        return end.has_value();
    }
    /// A key, as written.
    bool raw(std::string_view words) {
        const auto end = end_of(words);
        if (end) {
            add(PieceKind::Raw, std::string(trimmed(text(at_, *end))), *end);
        }
        return end.has_value();
    }
    bool word(Word wanted) {
        std::optional<std::uint32_t> longest;
        for (const Keywords keywords : {Keywords::Chinese, Keywords::English}) {
            for (const std::string& spelled : spellings_of(wanted, keywords)) {
                const auto end = end_of(spelled);
                longest = end && (!longest || *end > *longest) ? end : longest;
            }
        }
        if (longest) {
            Piece piece = PieceReader(file_, keywords_).word_piece(wanted, at_, *longest);
            pieces_.push_back(std::move(piece));
            at_ = *longest;
        }
        return longest.has_value();
    }
    static std::vector<std::string> spellings_of(Word word, Keywords keywords) {
        if (word == Word::equal) {
            return keywords == Keywords::Chinese ? std::vector<std::string>{"为", "等于"}
                                                 : std::vector<std::string>{"is", "equals"};
        }
        return {main_spelling(word, keywords)};
    }
    /// 2025年第3季度的
    bool period(const model::ExampleExpectation& expected) {
        return !expected.period || (raw(expected.period->to_text()) && word(Word::of));
    }
    bool rest_is_key() {
        const std::string_view key = trimmed(text(at_, end_));
        add(PieceKind::Raw, std::string(key), end_);
        return !key.empty();
    }
    bool key_like(const std::string& like) {
        for (std::uint32_t middle = at_ + 1; middle < end_; ++middle) {
            Example behind(*this);
            behind.at_ = middle;
            const std::string_view key = trimmed(text(at_, middle));
            if (!key.empty() && behind.word(Word::like) && behind.raw(like) && behind.at_ == end_) {
                add(PieceKind::Raw, std::string(key), middle);
                return word(Word::like) && raw(like);
            }
        }
        return false;
    }
    bool rest() {
        const std::string words = joined(at_, end_);
        add(PieceKind::Raw, words, end_);
        return !words.empty();
    }

    /// Without line ends and comments, as the checker reads a value.
    std::string joined(std::uint32_t begin, std::uint32_t end) const {
        std::string without;
        for (const syntax::Comment& comment : file_.tree.comments()) {
            if (comment.begin >= begin && comment.end <= end) {
                without += text(begin, comment.begin);
                begin = comment.end;
            }
        }
        without += text(begin, end);
        std::string words;
        std::string_view left = without;
        while (!left.empty()) {
            const std::string_view line = left.substr(0, left.find_first_of("\r\n"));
            left.remove_prefix(std::min(left.size(), line.size() + 1));
            words += trimmed(line);
        }
        return words;
    }

    Pieces done(bool sound) const {
        if (sound) {
            return pieces_;
        }
        const std::string words = joined(whole_.begin, whole_.end);
        return {{PieceKind::Raw, Word::none, words, words, whole_.begin, whole_.end}};
    }
};

/// The version whose example has `span` among its parts, and what it says there.
template <typename Found> std::optional<Pieces> search(const model::Policy& policy, Found found) {
    for (const model::Version& version : policy.versions) {
        for (const model::Example& example : version.examples) {
            if (std::optional<Pieces> pieces = found(version, example)) {
                return pieces;
            }
        }
    }
    return std::nullopt;
}

std::optional<Pieces> of_fact(const File& file, const model::ExampleFact& fact, NodeId item, NodeId node,
                              Keywords keywords) {
    const Kind kind = file.tree.kind(node);
    if (fact.span == file.tree.span(item) && kind == Kind::given_head) {
        return Example(file, node, keywords).record(fact);
    }
    for (const model::ExampleFact::Value& value : fact.values) {
        if (value.span != file.tree.span(node)) {
            continue;
        }
        const model::ExampleFact single{fact.record, fact.key, fact.like, {value}, fact.span};
        const bool alone = file.tree.kind(item) == Kind::given_one;
        return alone ? Example(file, node, keywords).one(single)
                     : Example(file, node, keywords).value(single);
    }
    return std::nullopt;
}

std::optional<Pieces> of_reading(const File& file, const model::Version& version, NodeId node,
                                 Keywords keywords) {
    const std::string text = file.tree.text(node);
    std::string longest;
    for (const model::Parameter& parameter : version.parameters) {
        const std::string name = syntax::canonical(parameter.name);
        longest = text.starts_with(name) && name.size() > longest.size() ? name : longest;
    }
    return longest.empty() ? std::nullopt : std::optional{Example(file, node, keywords).reading(longest)};
}

} // namespace

bool is_example_text(Kind kind) {
    return kind == Kind::given_head || kind == Kind::given_value || kind == Kind::expect_value;
}

Pieces example_pieces(const File& file, NodeId item, NodeId node, Keywords keywords) {
    const auto found =
        search(file.policy,
               [&](const model::Version& version, const model::Example& example) -> std::optional<Pieces> {
                   if (file.tree.kind(item) == Kind::given_reading) {
                       return of_reading(file, version, node, keywords);
                   }
                   for (const model::ExampleExpectation& expected : example.expectations) {
                       if (expected.span == file.tree.span(item)) {
                           return Example(file, node, keywords).expectation(expected);
                       }
                   }
                   for (const model::ExampleFact& fact : example.facts) {
                       if (auto pieces = of_fact(file, fact, item, node, keywords)) {
                           return pieces;
                       }
                   }
                   return std::nullopt;
               });
    return found ? *found : Example(file, node, keywords).unknown();
}

} // namespace tiaoli::layout
