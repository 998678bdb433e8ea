// 案例: the facts that each supposes and the results that it expects, as text that the case data's own reader understands.
#include "example_words.hpp"
#include "headings.hpp"
#include "literals.hpp"
#include "written.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

class Examples {
  public:
    Examples(Workbench& bench, const VersionWork& work)
        : bench_(bench), work_(work), version_(bench.version(work)) {}

    void run() {
        for (const Statement& at : work_.statements) {
            if (at.tree != tree_) {
                tree_ = at.tree;
                open_ = false;
            }
            take(at.node);
        }
        report_silent();
    }

  private:
    Workbench& bench_;
    const VersionWork& work_;
    model::Version& version_;
    const Tree* tree_ = nullptr;
    bool open_ = false;           ///< the last example is being written
    std::vector<KnownKeys> keys_; ///< by example

    void take(NodeId node) {
        const Kind kind = tree_->kind(node);
        if (kind == Kind::example) {
            return begin(node);
        }
        const bool is_part = kind == Kind::given_record || kind == Kind::given_one ||
                             kind == Kind::given_today || kind == Kind::given_reading || kind == Kind::expect;
        if (is_part && !open_) {
            bench_.messages.add(Message::OutsideExample, tree_->span(node));
        } else if (kind == Kind::given_record) {
            take_record(node);
        } else if (kind == Kind::given_one) {
            take_one(tree_->children(node).front());
        } else if (kind == Kind::given_today) {
            take_today(tree_->child(node, Kind::literal_text));
        } else if (kind == Kind::given_reading) {
            take_reading(tree_->children(node).front());
        } else if (kind == Kind::expect) {
            take_expectation(node);
        }
    }

    model::Example& example() { return version_.examples.back(); }
    KnownKeys& keys() { return keys_.back(); }

    std::optional<std::size_t> find_example(const std::string& name) const {
        for (std::size_t index = 0; index < version_.examples.size(); ++index) {
            if (version_.examples[index].name == name) {
                return index;
            }
        }
        return std::nullopt;
    }

    void begin(NodeId node) {
        model::Example example;
        const NodeId name = tree_->child(node, Kind::string);
        example.name = tree_->verbatim(name);
        example.span = tree_->span(node);
        if (const auto known = find_example(example.name)) {
            bench_.messages.add(Message::ExampleTwice, tree_->span(name), {example.name}).notes = {
                {version_.examples[*known].span, Message::OtherPlace, {}}};
        }
        KnownKeys inherited;
        if (const NodeId like = tree_->child(node, Kind::like_example); like.valid()) {
            const NodeId written = tree_->child(like, Kind::string);
            example.like = tree_->verbatim(written);
            if (const auto base = find_example(example.like)) {
                inherited = keys_[*base];
                example.today = version_.examples[*base].today;
                example.readings = version_.examples[*base].readings;
            } else {
                bench_.messages.add(Message::UnknownExample, tree_->span(written), {example.like});
            }
        }
        version_.examples.push_back(std::move(example));
        keys_.push_back(std::move(inherited));
        open_ = true;
    }

    void take_today(NodeId written) {
        example().today = read_day(tree_->text(written));
        if (!example().today) {
            bench_.messages.add(Message::DayUnreadable, tree_->span(written), {tree_->display(written)});
        }
    }

    void take_reading(NodeId written) {
        if (auto reading = given_reading(bench_, work_, *tree_, written)) {
            example().readings[reading->first] = std::move(reading->second);
        }
    }

    void take_record(NodeId node) {
        const NodeId head = tree_->child(node, Kind::given_head);
        const auto record = leading_record(bench_, tree_->verbatim(head));
        if (const auto settled = after_word(tree_->verbatim(head), {"已定", "settled"}); settled && !record) {
            return take_settled(bench_, *tree_, node, *settled, keys(), example());
        }
        if (!record) {
            bench_.messages.add(Message::UnknownFactRecord, tree_->span(head), {tree_->display(head)});
            return;
        }
        model::ExampleFact fact;
        fact.record = record->found;
        fact.key = key_of(record->rest, fact);
        fact.span = tree_->span(node);
        if (fact.key.empty()) {
            bench_.messages.add(Message::FactWithoutKey, tree_->span(head),
                                {bench_.schema().records[fact.record].name});
            return;
        }
        for (NodeId part : tree_->children(node)) {
            if (tree_->kind(part) == Kind::given_value) {
                add_value(fact, tree_->verbatim(part), tree_->span(part));
            }
        }
        remember(fact.record, fact.key);
        example().facts.push_back(std::move(fact));
    }

    /// `L2 同 L1` → L2, copied from L1 where there is an L1 of that type.
    std::string key_of(std::string_view written, model::ExampleFact& fact) const {
        std::string key = value_text(written);
        const std::string text = syntax::canonical(key);
        for (const auto& [record, known] : keys()) {
            for (std::string_view word : {"同", "as"}) {
                const std::string ending = std::string(word) + syntax::canonical(known);
                if (record == fact.record && known.size() > fact.like.size() && text.size() > ending.size() &&
                    text.ends_with(ending)) {
                    fact.like = known;
                    const auto length = spelled_length(written, text.substr(0, text.size() - ending.size()));
                    key = value_text(written.substr(0, length.value_or(0)));
                }
            }
        }
        return key;
    }

    const KnownKeys& keys() const { return keys_.back(); }

    void remember(model::RecordId record, const std::string& key) {
        const std::pair entry{record, key};
        if (std::find(keys().begin(), keys().end(), entry) == keys().end()) {
            keys().push_back(entry);
        }
    }

    void add_value(model::ExampleFact& fact, std::string_view written, source::Span span) {
        const auto field = leading_field(bench_, fact.record, written, Fields::Stored);
        if (!field) {
            bench_.messages.add(Message::UnknownExampleField, span,
                                {value_text(written), bench_.schema().records[fact.record].name});
            return;
        }
        fact.values.push_back({field->found, value_text(field->rest), span});
    }

    /// L1的合同本金 1000000.01元
    void take_one(NodeId node) {
        std::string key;
        const auto records = leading_keys(keys(), tree_->verbatim(node), key);
        for (const Leading<model::RecordId>& each : records) {
            if (leading_field(bench_, each.found, each.rest, Fields::Stored) || records.size() == 1) {
                model::ExampleFact fact;
                fact.record = each.found;
                fact.key = key;
                fact.span = tree_->span(node);
                add_value(fact, each.rest, tree_->span(node));
                example().facts.push_back(std::move(fact));
                return;
            }
        }
        report_key(node);
    }

    void report_key(NodeId node) {
        const std::string text = tree_->display(node);
        bench_.messages.add(Message::UnknownFactKey, tree_->span(node), {text.substr(0, text.find("的"))});
    }

    void take_expectation(NodeId node) {
        const NodeId written = tree_->child(node, Kind::expect_value);
        std::string key;
        const auto records = leading_keys(keys(), tree_->verbatim(written), key);
        if (records.empty()) {
            return report_key(written);
        }
        for (const Leading<model::RecordId>& each : records) {
            const Leading<std::optional<value::Period>> period = leading_period(each.rest);
            const auto field = leading_field(bench_, each.found, period.rest, Fields::All);
            const auto value = field ? after_word(field->rest, {"为", "等于", "is", "equals"}) : std::nullopt;
            if (!value) {
                continue;
            }
            model::ExampleExpectation expectation;
            expectation.key = key;
            expectation.record = each.found;
            expectation.field = field->found;
            expectation.expected = value_text(*value);
            if (expectation.expected == "空") {
                expectation.expected.clear();
            }
            expectation.span = tree_->span(node);
            expectation.period = period.found;
            check_period(expectation);
            take_articles(node, expectation);
            example().expectations.push_back(std::move(expectation));
            return;
        }
        report_expectation(written, records.front());
    }

    /// A matter that recurs decides in each period anew.
    void check_period(const model::ExampleExpectation& expectation) {
        const model::Field& field = bench_.schema().fields[expectation.field];
        const model::Recurrence recurrence =
            field.matter.valid() ? bench_.schema().matters[field.matter].recurrence : model::Recurrence::Once;
        const bool recurs = recurrence != model::Recurrence::Once;
        if (recurs && !expectation.period) {
            bench_.messages.add(Message::ExpectPeriod, expectation.span, {field.name, expectation.key});
        } else if (expectation.period &&
                   (!recurs ||
                    model::period_of(recurrence, expectation.period->first) != *expectation.period)) {
            bench_.messages.add(Message::ExpectNoPeriod, expectation.span,
                                {field.name, expectation.period->to_text()});
        }
    }

    void report_expectation(NodeId written, const Leading<model::RecordId>& record) {
        if (leading_field(bench_, record.found, leading_period(record.rest).rest, Fields::All)) {
            bench_.messages.add(Message::ExpectForm, tree_->span(written));
            return;
        }
        bench_.messages.add(Message::UnknownExampleField, tree_->span(written),
                            {value_text(record.rest), bench_.schema().records[record.found].name});
    }

    void take_articles(NodeId node, model::ExampleExpectation& expectation) {
        for (NodeId part : tree_->children(node)) {
            const bool citing = tree_->kind(part) == Kind::expect_citing;
            if (!citing && tree_->kind(part) != Kind::expect_hinting) {
                continue;
            }
            for (NodeId label : tree_->children(part)) {
                if (const auto article = article_named(label)) {
                    (citing ? expectation.citing : expectation.hinting).push_back(*article);
                }
            }
        }
    }

    /// 第十五条, or 第九条第二款 where that article has so many paragraphs.
    std::optional<std::string> article_named(NodeId label) {
        std::string_view rest;
        const std::string text = tree_->text(label);
        const auto number = read_heading(text, rest);
        for (const model::Article& article : version_.articles) {
            if (number && article.number == number->number && article.insertion == number->insertion &&
                (number->number != 0 || article.label == text)) {
                return article.label;
            }
        }
        bench_.messages.add(Message::UnknownArticle, tree_->span(label), {tree_->display(label)});
        return std::nullopt;
    }

    void report_silent() {
        std::set<std::string> bases;
        for (const model::Example& each : version_.examples) {
            bases.insert(each.like);
        }
        for (const model::Example& each : version_.examples) {
            if (each.expectations.empty() && !bases.contains(each.name)) {
                bench_.messages.add(Message::ExampleWithoutResult, each.span, {each.name});
            }
        }
    }
};

} // namespace

void declare_examples(Workbench& bench, const VersionWork& work) { Examples(bench, work).run(); }

} // namespace tiaoli::check
