// Small policies by hand, and their decisions as text.
#include "small_policy.hpp"

#include "tiaoli/base/match.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tiaoli::interp::testing {

namespace {

value::Date read_date(const std::string& text) {
    return *value::Date::from_ymd(std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)),
                                  std::stoi(text.substr(8, 2)));
}

Options options_of(const std::string& today, const std::function<void(Options&)>& change) {
    Options options;
    options.today = read_date(today);
    if (change)
        change(options);
    return options;
}

data::CaseData case_data(const SmallPolicy& small) {
    data::CaseData data = data::build_tables(small.policy.schema, small.rows, small.settled);
    for (const diag::Diagnostic& message : data.messages.all())
        UNSCOPED_INFO(diag::words(message.message, message.args, diag::Language::Chinese));
    REQUIRE(data.turned_back.empty());
    return data;
}

} // namespace

SmallPolicy::SmallPolicy() {
    policy.schema.verdicts = policy.schema.enumerations.add(
        {"结论", {"通过", "转人工", "暂缓", "退回补正", "不通过", "不适用"}, {}});
    version("一版");
}

model::RecordId SmallPolicy::record(const std::string& name) {
    const model::RecordId id = policy.schema.records.add({name, {}, {}, 0, {}, {}});
    policy.schema.records[id].key.push_back(stored(id, "编号", model::TypeKind::Text));
    return id;
}

model::RecordId SmallPolicy::undated(const std::string& name) { return record(name); }

model::RecordId SmallPolicy::dated(const std::string& name, int rank) {
    const model::RecordId id = record(name);
    policy.schema.records[id].rank = rank;
    policy.schema.records[id].day = stored(id, "日", model::TypeKind::Date);
    return id;
}

model::FieldId SmallPolicy::stored(model::RecordId record, const std::string& name, model::TypeKind kind,
                                   model::Absence absence) {
    const model::FieldId id =
        policy.schema.fields.add({name, record, {kind}, model::FieldRole::Stored, {}, absence});
    policy.schema.records[record].fields.push_back(id);
    return id;
}

model::FieldId SmallPolicy::reference(model::RecordId record, const std::string& name, model::RecordId other,
                                      model::Absence absence) {
    const model::FieldId id = stored(record, name, model::TypeKind::Reference, absence);
    policy.schema.fields[id].type.record = other;
    return id;
}

model::FieldId SmallPolicy::defined(model::RecordId record, const std::string& name, model::TypeKind kind,
                                    model::FieldRole role, model::MatterId matter) {
    return policy.schema.fields.add({name, record, {kind}, role, matter});
}

model::MatterId SmallPolicy::matter(const std::string& name, model::RecordId record) {
    const model::MatterId id = policy.schema.matters.add({name, record, {}, {}, {}});
    const model::FieldId verdict =
        defined(record, name, model::TypeKind::Enumeration, model::FieldRole::Verdict, id);
    policy.schema.fields[verdict].type.enumeration = policy.schema.verdicts;
    policy.schema.matters[id].verdict = verdict;
    terms(id);
    return id;
}

model::FieldId SmallPolicy::output(model::MatterId matter, const std::string& name, model::TypeKind kind) {
    const model::RecordId record = policy.schema.matters[matter].record;
    const model::FieldId id = defined(record, name, kind, model::FieldRole::Output, matter);
    policy.schema.matters[matter].outputs.push_back(id);
    return id;
}

model::VersionId SmallPolicy::version(const std::string& name) {
    model::Version version;
    version.name = name;
    version_ = policy.versions.add(std::move(version));
    article_ = {};
    return version_;
}

model::MatterTerms& SmallPolicy::terms(model::MatterId matter) {
    for (model::MatterTerms& terms : now().matters) {
        if (terms.matter == matter)
            return terms;
    }
    now().matters.push_back({matter, {}, {}, false, {}, {}});
    return now().matters.back();
}

model::ExprId SmallPolicy::expr(model::ExprNode node) { return now().exprs.add({std::move(node), {}, {}}); }

model::ExprId SmallPolicy::date(const std::string& text) { return expr(model::Constant{read_date(text)}); }

model::ExprId SmallPolicy::own(model::FieldId field) { return of(expr(model::OwnRecord{}), field); }

model::ExprId SmallPolicy::element(model::FieldId field) { return of(expr(model::Element{}), field); }

model::ExprId SmallPolicy::compare(model::ExprId left, model::CompareOperator op, model::ExprId right) {
    return expr(model::Compare{op, left, right});
}

model::ExprId SmallPolicy::is(model::ExprId value, model::Verdict verdict) {
    const model::EnumerationValue word{policy.schema.verdicts, static_cast<std::uint32_t>(verdict)};
    return compare(value, model::CompareOperator::Equal, expr(model::Constant{word}));
}

model::ExprId SmallPolicy::passed(model::MatterId matter) {
    return is(element(verdict(matter)), model::Verdict::Pass);
}

model::ExprId SmallPolicy::binary(model::ExprId left, model::BinaryOperator op, model::ExprId right) {
    return expr(model::Binary{op, left, right});
}

model::ExprId SmallPolicy::total(model::Total total, model::RecordSet set, model::ExprId value) {
    return expr(model::Aggregate{total, std::move(set), value});
}

void SmallPolicy::define(model::FieldId field, model::ExprId value) {
    define(field, model::DefinitionPart{{}, {{model::ClauseKind::Plain, {}, value, {}}}, {}, {}});
}

void SmallPolicy::define(model::FieldId field, model::DefinitionPart part) {
    part.article = article_;
    model::Definition& definition = now().definitions[field];
    definition.field = field;
    definition.parts.push_back(std::move(part));
}

model::DefinitionPart SmallPolicy::guarded(std::vector<std::pair<model::ExprId, model::ExprId>> clauses,
                                           model::ExprId otherwise) {
    model::DefinitionPart part;
    for (const auto& [guard, value] : clauses)
        part.clauses.push_back({model::ClauseKind::Guarded, guard, value, {}});
    if (otherwise.valid())
        part.clauses.push_back({model::ClauseKind::Otherwise, {}, otherwise, {}});
    return part;
}

model::RuleId SmallPolicy::rule(model::MatterId matter, model::ExprId condition,
                                model::Consequence consequence, model::ExprId premise) {
    const model::RuleId id =
        now().rules.add({article_, matter, "规则", premise, condition, consequence, {}, {}});
    terms(matter).rules.push_back(id);
    return id;
}

SmallPolicy::State SmallPolicy::state(model::RecordId record, const std::string& name) {
    return {defined(record, name, model::TypeKind::Bool, model::FieldRole::State),
            defined(record, name + "起日", model::TypeKind::Date, model::FieldRole::StateStart)};
}

void SmallPolicy::define(const State& state, model::Trigger begins, model::Trigger ends) {
    now().states[state.field] = {article_, begins, ends, state.start, {}};
}

model::ArticleId SmallPolicy::article(const std::string& label) {
    model::Article article;
    article.label = label;
    article_ = now().articles.add(article);
    return article_;
}

void SmallPolicy::row(model::RecordId record, const std::string& key, const Values& values) {
    data::RowText text{record, key, {}, {}};
    for (const auto& [field, words] : values)
        text.values.push_back({field, words, {}});
    rows.push_back(std::move(text));
}

void SmallPolicy::dated_row(model::RecordId record, const std::string& key, const std::string& day,
                            Values values) {
    values.emplace_back(this->day(record), day);
    row(record, key, values);
}

Run::Run(const SmallPolicy& small, const std::string& today, TotalsBy totals_by,
         const std::function<void(Options&)>& change)
    : policy_(small.policy), data_(case_data(small)),
      settlement_(small.policy, data_, options_of(today, change), totals_by) {}

std::uint32_t Run::row(model::RecordId record, const std::string& key) const {
    const std::optional<std::uint32_t> found = data_.table(record).find(key);
    REQUIRE(found);
    return *found;
}

const Decision& Run::decision(model::MatterId matter, const std::string& key) {
    return settlement_.decide(matter, row(policy_.schema.matters[matter].record, key));
}

std::string Run::verdict(model::MatterId matter, const std::string& key) {
    const auto index = static_cast<std::size_t>(decision(matter, key).verdict);
    return policy_.schema.enumerations[policy_.schema.verdicts].values.at(index);
}

std::string Run::value(model::FieldId field, const std::string& key) {
    return text(settlement_.field(field, row(policy_.schema.fields[field].record, key)));
}

std::string Run::output(model::MatterId matter, const std::string& key) {
    std::string out;
    for (const OutputValue& output : decision(matter, key).outputs)
        out += (out.empty() ? "" : " ") + text(output.value);
    return out;
}

std::string Run::all() {
    std::map<std::pair<std::uint32_t, std::string>, std::string> lines;
    for (std::uint32_t index = 0; index < policy_.schema.matters.size(); ++index) {
        const data::Table& table = data_.table(policy_.schema.matters[{index}].record);
        for (std::uint32_t at = 0; at < table.rows(); ++at) {
            const std::string& key = table.key(at);
            lines[{index, key}] = fmt::format("{} {} {}\n", key, verdict({index}, key), output({index}, key));
        }
    }
    std::string out;
    for (const auto& [place, line] : lines)
        out += line;
    return out;
}

std::string Run::text(const Value& value) const {
    return base::match(
        value,
        [&](const model::Scalar& scalar) {
            return base::match(
                scalar, [](bool yes) { return std::string{yes ? "是" : "否"}; },
                [](const value::Number& number) { return number.to_text(); },
                [](const value::Date& date) { return date.to_text(); },
                [](const value::Duration& length) { return length.to_text(); },
                [](const value::Period& period) { return period.to_text(); },
                [](const std::string& words) { return words; },
                [&](const model::EnumerationValue& word) {
                    return policy_.schema.enumerations[word.enumeration].values.at(word.index);
                },
                [&](const model::RowRef& row) { return data_.table(row.record).key(row.row); });
        },
        [](const UnknownValue&) { return std::string{"未知"}; },
        [](const NoValue&) { return std::string{"无值"}; },
        [](const NotHappenedValue&) { return std::string{"尚未发生"}; },
        [](const NoneValue&) { return std::string{"无"}; });
}

} // namespace tiaoli::interp::testing
