// A matter's settled results, read like the rows of one more record type.
#pragma once

#include "tiaoli/data/tables.hpp"

namespace tiaoli::data {

/// The schema with one more record type for each matter: its rows are the matter's settled results.
class SettledSchema {
  public:
    explicit SettledSchema(const model::Schema& schema);

    const model::Schema& schema() const { return widened_; }
    model::RecordId record_of(model::MatterId matter) const {
        return {static_cast<std::uint32_t>(known_.records.size()) + matter.index};
    }
    /// Whether a record type of the case files, not a matter's results.
    bool is_known(model::RecordId record) const { return record.index < known_.records.size(); }
    /// The field under a heading of the matter's results; not valid where there is none.
    model::FieldId field_named(model::MatterId matter, std::string_view heading) const;
    /// Makes the tables of settled rows into `CaseData::settled`.
    void take(CaseData& data) const;

  private:
    model::FieldId add(model::RecordId record, const std::string& name, model::Type type,
                       model::Absence absence);
    void add_matter(model::MatterId matter);
    void take_row(CaseData& data, model::MatterId matter, const Table& table, std::uint32_t row) const;
    void take_unread(CaseData& data, model::MatterId matter, const Table& table, std::uint32_t row) const;
    bool is_sound(CaseData& data, const SettledResult& result, const Table& table, std::uint32_t row) const;
    void turn_back(CaseData& data, const SettledResult& result, const Table& table, std::uint32_t row,
                   const diag::Diagnostic& said) const;

    const model::Schema& known_;
    model::Schema widened_;
};

} // namespace tiaoli::data
