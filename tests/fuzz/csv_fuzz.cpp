// Feeds any bytes to the case data reader as a file: no input may crash it, hang it or lose a row without a word.
#include "tiaoli/base/check.hpp"
#include "tiaoli/data/tables.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>

namespace {

using namespace tiaoli;

model::FieldId field(model::Schema& schema, const char* name, model::TypeKind kind, model::Absence absence) {
    model::Field added;
    added.name = name;
    added.record = model::RecordId{0};
    added.type = {kind, {}, model::RecordId{0}};
    if (kind == model::TypeKind::Enumeration)
        added.type.enumeration = schema.enumerations.add({"", {"甲类", "乙类"}, {}});
    added.absence = absence;
    const model::FieldId id = schema.fields.add(added);
    schema.records[model::RecordId{0}].fields.push_back(id);
    return id;
}

model::Schema one_table() {
    using model::Absence;
    using model::TypeKind;
    model::Schema schema;
    model::Record record;
    record.name = "表";
    schema.records.add(record);
    const model::FieldId key = field(schema, "a", TypeKind::Text, Absence::Required);
    schema.records[model::RecordId{0}].key = {key};
    field(schema, "b", TypeKind::Money, Absence::Optional);
    field(schema, "c", TypeKind::Ratio, Absence::Nullable);
    field(schema, "d", TypeKind::Date, Absence::Pending);
    field(schema, "e", TypeKind::Reference, Absence::Nullable);
    field(schema, "f", TypeKind::Enumeration, Absence::Optional);
    field(schema, "g", TypeKind::Bool, Absence::Optional);
    field(schema, "h", TypeKind::Duration, Absence::Optional);
    field(schema, "i", TypeKind::Period, Absence::Optional);
    return schema;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const model::Schema schema = one_table();
    static const std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                                ("tiaoli_csv_fuzz_" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "表.csv", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    const base::Result<data::CaseData> read = data::read_cases(schema, folder.string());
    std::filesystem::remove_all(folder);
    TIAOLI_CHECK(read.ok(), "a file that can be opened never makes the reader fail");
    const data::CaseData& data = read.value();
    const std::size_t kept = data.table(model::RecordId{0}).rows() + data.turned_back.size();
    TIAOLI_CHECK(kept >= data.files[0].data_rows, "every data row is accepted or turned back");
    for (const data::TurnedBackRow& row : data.turned_back)
        TIAOLI_CHECK(!row.reasons.empty(), "a row is turned back for a reason");
    diag::render_text(data.messages, {}, diag::Language::Chinese);
    diag::render_json(data.messages, {}, diag::Language::English);
    return 0;
}
