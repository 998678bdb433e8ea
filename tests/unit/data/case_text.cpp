// A schema by hand, and renderings of what was read.
#include "case_text.hpp"

#include "tiaoli/base/match.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace case_text {

namespace {

using namespace tiaoli;
using model::Absence;
using model::Field;
using model::Type;
using model::TypeKind;

class SchemaBuilder {
  public:
    model::Schema schema;

    model::RecordId record(std::string name) {
        model::Record added;
        added.name = std::move(name);
        return schema.records.add(std::move(added));
    }
    Field& field(model::RecordId record, std::string name, Type type, Absence absence = Absence::Required) {
        Field added;
        added.name = std::move(name);
        added.record = record;
        added.type = type;
        added.absence = absence;
        const model::FieldId id = schema.fields.add(std::move(added));
        schema.records[record].fields.push_back(id);
        return schema.fields[id];
    }
    Type choice(std::string name, std::vector<std::string> values) {
        return {TypeKind::Enumeration, schema.enumerations.add({std::move(name), std::move(values), {}}), {}};
    }
    void key(model::RecordId record, std::size_t count) {
        const auto& fields = schema.records[record].fields;
        schema.records[record].key.assign(fields.begin(),
                                          fields.begin() + static_cast<std::ptrdiff_t>(count));
    }
};

void add_enterprise(SchemaBuilder& in, model::RecordId record) {
    in.field(record, "代码", {TypeKind::Text}).pattern = "[A-Z0-9甲乙丙]{1,18}";
    in.field(record, "规模", in.choice("规模", {"微型", "小型", "中型"}), Absence::Optional);
    in.field(record, "人数", {TypeKind::Integer}, Absence::Optional).minimum = value::Number(0);
    in.field(record, "收入", {TypeKind::Money}, Absence::Optional).columns = {"营业收入（万元）"};
    in.field(record, "独立法人", {TypeKind::Bool}, Absence::Optional);
    in.field(record, "电话", {TypeKind::Text}, Absence::Optional).unique = true;
    in.key(record, 1);
}

void add_loan(SchemaBuilder& in, model::RecordId record, model::RecordId enterprise) {
    in.field(record, "合同号", {TypeKind::Text});
    in.field(record, "企业", {TypeKind::Reference, {}, enterprise});
    in.field(record, "担保人", {TypeKind::Reference, {}, enterprise}, Absence::Nullable);
    in.field(record, "放款日", {TypeKind::Date});
    in.field(record, "本金", {TypeKind::Money}).columns = {"贷款金额（万元）"};
    Field& ratio = in.field(record, "比例", {TypeKind::Ratio}, Absence::Default);
    ratio.default_value = value::Number(0);
    ratio.minimum = value::Number(0);
    ratio.maximum = value::Number(1);
    in.field(record, "结清日", {TypeKind::Date}, Absence::Pending);
    in.field(record, "系数", {TypeKind::Number}, Absence::Optional);
    in.field(record, "年度", {TypeKind::Period}, Absence::Optional);
    in.field(record, "宽限期", {TypeKind::Duration}, Absence::Optional);
    in.key(record, 1);
    in.schema.records[record].day = in.schema.records[record].fields[3];
}

std::string shown(const model::Schema& schema, const data::CaseData& data, const model::Scalar& scalar) {
    return base::match(
        scalar, [](bool yes) { return std::string(yes ? "是" : "否"); },
        [](const value::Number& number) { return number.to_text(); },
        [](const value::Date& date) { return date.to_text(); },
        [](const value::Duration& duration) { return duration.to_text(); },
        [](const value::Period& period) { return period.to_text(); },
        [](const std::string& text) { return text; },
        [&](const model::EnumerationValue& value) {
            return schema.enumerations[value.enumeration].values[value.index];
        },
        [&](const model::RowRef& row) { return "→" + data.table(row.record).key(row.row); });
}

std::string shown_cell(const model::Schema& schema, const data::CaseData& data, model::RowRef row,
                       model::FieldId field) {
    const data::Table& table = data.table(row.record);
    const std::string& name = schema.fields[field].name;
    switch (table.presence(row.row, field)) {
    case data::Presence::Given:
        return name + "=" + shown(schema, data, table.scalar(row.row, field));
    case data::Presence::Missing:
        return name + "?";
    case data::Presence::NotHappened:
        return name + "…";
    case data::Presence::None:
        return name + "-";
    case data::Presence::Withheld:
    case data::Presence::Broken:
        return name + "!";
    }
    return {};
}

std::filesystem::path scratch_folder() {
    static std::random_device chance;
    return std::filesystem::temp_directory_path() / fmt::format("tiaoli_data_{:x}{:x}", chance(), chance());
}

} // namespace

model::Schema schema() {
    SchemaBuilder in;
    const model::RecordId enterprise = in.record("企业");
    const model::RecordId loan = in.record("贷款");
    const model::RecordId pledge = in.record("质押");
    add_enterprise(in, enterprise);
    add_loan(in, loan, enterprise);
    in.field(pledge, "贷款", {TypeKind::Reference, {}, loan});
    in.field(pledge, "企业", {TypeKind::Reference, {}, enterprise});
    in.key(pledge, 2);
    return std::move(in.schema);
}

data::CaseData read(const model::Schema& schema, const Files& files, const data::ReadOptions& options) {
    const std::filesystem::path folder = scratch_folder();
    std::filesystem::create_directories(folder);
    for (const auto& [name, bytes] : files)
        std::ofstream(folder / name, std::ios::binary) << bytes;
    const std::filesystem::path here = std::filesystem::current_path();
    std::filesystem::current_path(folder);
    base::Result<data::CaseData> read = data::read_cases(schema, ".", options);
    std::filesystem::current_path(here);
    std::filesystem::remove_all(folder);
    REQUIRE(read.ok());
    return std::move(read).value();
}

std::string messages(const data::CaseData& data) {
    std::string out;
    for (const diag::Diagnostic& each : data.messages.all()) {
        if (each.message == diag::Message::FileMissing)
            continue;
        out += diag::render_text(each, {}, diag::Language::Chinese);
    }
    return out;
}

std::string tables(const model::Schema& schema, const data::CaseData& data) {
    std::string out;
    for (std::uint32_t record = 0; record < schema.records.size(); ++record) {
        const model::RecordId id{record};
        for (std::uint32_t row = 0; row < data.table(id).rows(); ++row) {
            out += fmt::format("{} {}:", schema.records[id].name, data.table(id).key(row));
            for (const model::FieldId field : schema.records[id].fields)
                out += " " + shown_cell(schema, data, {id, row}, field);
            out += "\n";
        }
    }
    return out;
}

std::string cell(const std::string& heading, const std::string& text) {
    const model::Schema made = schema();
    std::string quoted;
    for (const char byte : text)
        quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    const data::CaseData data = read(made, {{"企业.csv", "代码," + heading + "\n甲,\"" + quoted + "\"\n"},
                                            {"贷款.csv", "合同号,企业,放款日,本金," + heading +
                                                             "\nL1,甲,2023-03-01,1,\"" + quoted + "\"\n"}});
    std::string out;
    for (const diag::Diagnostic& each : data.messages.all()) {
        const bool about_heading = each.message == diag::Message::ColumnUnclaimed ||
                                   each.message == diag::Message::ColumnUnclaimedNear ||
                                   each.message == diag::Message::FileMissing ||
                                   each.message == diag::Message::ReferenceBroken;
        if (!about_heading)
            out += (out.empty() ? "" : " ") + std::string(diag::code(each.message));
    }
    if (data.messages.has_errors())
        return out;
    const std::string all = tables(made, data);
    const std::string name = heading.substr(0, heading.find("（"));
    const std::size_t at = all.find(" " + name);
    const std::size_t begin = at + 1 + name.size();
    const std::string value = all.substr(begin, all.find_first_of(" \n", begin) - begin);
    return (out.empty() ? "" : out + " ") + (value.starts_with("=") ? value.substr(1) : value);
}

} // namespace case_text
