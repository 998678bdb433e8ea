// Declares the examples of a policy: facts and expectations, resolved from their plain words.
#include "literals.hpp"
#include "workbench.hpp"

#include "tiaoli/source/characters.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

/// Bytes of `written` whose canonical form has `length` bytes: where the words after a name begin.
std::size_t bytes_of(std::string_view written, std::size_t length) {
    std::size_t at = 0;
    for (std::size_t taken = 0; at < written.size() && taken < length;) {
        const std::uint32_t size = source::decode(written, at).length;
        taken += syntax::canonical(written.substr(at, size)).size();
        at += size;
    }
    return at;
}

/// Without blanks and quotation marks around it; 缺 is a blank cell.
std::string value_text(std::string_view written) {
    static constexpr std::string_view around[] = {" ", "\t", "\r", "\n", "\u3000", "“", "”", "\""};
    for (bool changed = true; changed;) {
        changed = false;
        for (std::string_view mark : around) {
            if (written.starts_with(mark)) {
                written.remove_prefix(mark.size());
                changed = true;
            } else if (written.ends_with(mark)) {
                written.remove_suffix(mark.size());
                changed = true;
            }
        }
    }
    return written == "缺" ? std::string() : std::string(written);
}

struct FoundField {
    model::FieldId field;
    std::size_t length = 0; ///< of its canonical name
};

class ExampleDeclaration {
  public:
    ExampleDeclaration(Workbench& bench, const VersionWork& work)
        : bench_(bench), work_(work), version_(bench.version(work)) {}

    void run() {
        for (const Statement& statement : work_.statements) {
            tree_ = statement.tree;
            take(statement.node);
        }
        finish();
    }

  private:
    using Keys = std::multimap<std::string, model::RecordId>;

    Workbench& bench_;
    const VersionWork& work_;
    model::Version& version_;
    const Tree* tree_ = nullptr;
    std::optional<model::Example> current_;
    Keys keys_; ///< of the current example and those that it is like
    std::map<std::string, Keys> finished_;

    void report(NodeId at, Message message, std::vector<std::string> args = {}) {
        bench_.messages.add(message, tree_->span(at), std::move(args));
    }

    void take(NodeId node) {
        switch (tree_->kind(node)) {
        case Kind::example:
            finish();
            return start(node);
        case Kind::given_record:
            return inside(node) ? take_record(node) : void();
        case Kind::given_one:
            return inside(node) ? take_one(tree_->child(node, Kind::given_value)) : void();
        case Kind::given_today:
            return inside(node) ? take_today(tree_->child(node, Kind::literal_text)) : void();
        case Kind::expect:
            return inside(node) ? take_expectation(node) : void();
        default:
            return;
        }
    }

    bool inside(NodeId node) {
        if (!current_) {
            report(node, Message::OutsideExample);
        }
        return current_.has_value();
    }

    void start(NodeId node) {
        const NodeId named = tree_->child(node, Kind::string);
        current_.emplace();
        current_->name = std::string(tree_->verbatim(named));
        current_->span = tree_->span(node);
        keys_.clear();
        if (finished_.contains(current_->name)) {
            report(named, Message::ExampleTwice, {current_->name});
        }
        if (const NodeId like = tree_->child(node, Kind::like_example); like.valid()) {
            current_->like = std::string(tree_->verbatim(tree_->child(like, Kind::string)));
            const auto found = finished_.find(current_->like);
            if (found == finished_.end()) {
                report(like, Message::UnknownExample, {current_->like});
                current_->like.clear();
            } else {
                keys_ = found->second;
            }
        }
    }

    void finish() {
        if (!current_) {
            return;
        }
        if (current_->expectations.empty()) {
            bench_.messages.add(Message::ExampleWithoutResult, current_->span, {current_->name});
        }
        finished_[current_->name] = keys_;
        version_.examples.push_back(std::move(*current_));
        current_.reset();
    }

    void take_today(NodeId written) {
        current_->today = read_day(tree_->text(written));
        if (!current_->today) {
            report(written, Message::DayUnreadable, {tree_->display(written)});
        }
    }

    bool known(const std::string& key, model::RecordId record) const {
        const auto [first, last] = keys_.equal_range(key);
        return std::any_of(first, last, [&](const auto& entry) { return entry.second == record; });
    }

    void take_record(NodeId node) {
        const NodeId head = tree_->child(node, Kind::given_head);
        const std::string text = tree_->text(head);
        const std::string display = tree_->display(head);
        const std::pair<const std::string, model::RecordId>* best = nullptr;
        for (const auto& entry : bench_.names.records) {
            if (text.starts_with(entry.first) && (best == nullptr || entry.first.size() > best->first.size())) {
                best = &entry;
            }
        }
        if (best == nullptr) {
            return report(head, Message::UnknownFactRecord, {display});
        }
        model::ExampleFact fact;
        fact.record = best->second;
        fact.span = tree_->span(node);
        split_key(display.substr(best->first.size()), fact);
        if (fact.key.empty()) {
            return report(head, Message::FactWithoutKey, {display});
        }
        for (NodeId value : tree_->children(node)) {
            if (tree_->kind(value) == Kind::given_value) {
                take_value(value, 0, fact);
            }
        }
        if (!known(fact.key, fact.record)) {
            keys_.emplace(fact.key, fact.record);
        }
        current_->facts.push_back(std::move(fact));
    }

    /// `L2同L1` copies L1 where that is a known key; else the whole is the key.
    void split_key(const std::string& text, model::ExampleFact& fact) const {
        constexpr std::string_view same = "同";
        fact.key = text;
        for (std::size_t at = text.find(same); at != std::string::npos; at = text.find(same, at + same.size())) {
            if (at > 0 && known(text.substr(at + same.size()), fact.record)) {
                fact.key = text.substr(0, at);
                fact.like = text.substr(at + same.size());
                return;
            }
        }
    }

    /// The longest field name of the record that `text` begins with; `followed` must stand behind it when given.
    std::optional<FoundField> field_at(model::RecordId record, std::string_view text) const {
        std::optional<FoundField> best;
        for (const auto& [name, field] : bench_.names.fields) {
            if (name.first == record && text.starts_with(name.second) && (!best || name.second.size() > best->length)) {
                best = FoundField{field, name.second.size()};
            }
        }
        return best;
    }

    /// `字段 值`, whose first `skip` canonical bytes have been read.
    void take_value(NodeId node, std::size_t skip, model::ExampleFact& fact) {
        const std::string text = tree_->text(node);
        const auto found = field_at(fact.record, std::string_view(text).substr(skip));
        if (!found || bench_.schema().fields[found->field].role != model::FieldRole::Stored) {
            return report(node, Message::UnknownExampleField, {tree_->display(node), record_name(fact.record)});
        }
        const std::string_view written = tree_->verbatim(node);
        fact.values.push_back(
            {found->field, value_text(written.substr(bytes_of(written, skip + found->length))), tree_->span(node)});
    }

    const std::string& record_name(model::RecordId record) const { return bench_.schema().records[record].name; }

    /// The known key that the text begins with, before 的; the record is the one that has a field of that name.
    struct KeyedField {
        std::string key;
        model::RecordId record;
        std::size_t field_at = 0; ///< canonical bytes before the field's name
        FoundField field;
    };
    std::optional<KeyedField> keyed_field(NodeId node, bool& key_known) const {
        const std::string text = tree_->text(node);
        std::optional<KeyedField> best;
        for (const auto& [key, record] : keys_) {
            const std::string start = syntax::canonical(key) + "的";
            if (!text.starts_with(start)) {
                continue;
            }
            key_known = true;
            const auto field = field_at(record, std::string_view(text).substr(start.size()));
            if (field && (!best || start.size() + field->length > best->field_at + best->field.length)) {
                best = KeyedField{key, record, start.size(), *field};
            }
        }
        return best;
    }

    std::optional<KeyedField> find_keyed(NodeId node) {
        bool key_known = false;
        const auto found = keyed_field(node, key_known);
        if (!found) {
            const std::string display = tree_->display(node);
            const std::string key = display.substr(0, display.find("的"));
            key_known ? report(node, Message::UnknownExampleField, {display, key})
                      : report(node, Message::UnknownFactKey, {key});
        }
        return found;
    }

    void take_one(NodeId node) {
        if (const auto found = find_keyed(node)) {
            model::ExampleFact fact;
            fact.record = found->record;
            fact.key = found->key;
            fact.span = tree_->span(node);
            take_value(node, found->field_at, fact);
            current_->facts.push_back(std::move(fact));
        }
    }

    void take_expectation(NodeId node) {
        const NodeId value = tree_->child(node, Kind::expect_value);
        const auto found = find_keyed(value);
        if (!found) {
            return;
        }
        const std::string text = tree_->text(value);
        std::size_t after = found->field_at + found->field.length;
        const std::size_t before = after;
        for (std::string_view is : {"等于", "为", "is"}) {
            if (after == before && std::string_view(text).substr(after).starts_with(is)) {
                after += is.size();
            }
        }
        if (after == before) {
            return report(value, Message::ExpectForm);
        }
        const std::string_view written = tree_->verbatim(value);
        model::ExampleExpectation expectation;
        expectation.key = found->key;
        expectation.record = found->record;
        expectation.field = found->field.field;
        expectation.expected = value_text(written.substr(bytes_of(written, after)));
        expectation.expected = expectation.expected == "空" ? std::string() : expectation.expected;
        expectation.span = tree_->span(node);
        take_articles(node, expectation);
        current_->expectations.push_back(std::move(expectation));
    }

    void take_articles(NodeId node, model::ExampleExpectation& expectation) {
        for (NodeId part : tree_->children(node)) {
            if (tree_->kind(part) == Kind::expect_value) {
                continue;
            }
            auto& labels = tree_->kind(part) == Kind::expect_citing ? expectation.citing : expectation.hinting;
            for (NodeId written : tree_->children(part)) {
                const std::string label = tree_->display(written);
                const bool exists = std::any_of(version_.articles.begin(), version_.articles.end(),
                                                [&](const model::Article& article) { return article.label == label; });
                exists ? labels.push_back(label) : report(written, Message::UnknownArticle, {label});
            }
        }
    }
};

} // namespace

void declare_examples(Workbench& bench, const VersionWork& work) { ExampleDeclaration(bench, work).run(); }

} // namespace tiaoli::check
