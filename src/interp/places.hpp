// Places in world order: where each row stands, and what can be seen from a moment.
#pragma once

#include "tiaoli/interp/decision.hpp"

namespace tiaoli::interp {

/// Later than every moment.
inline constexpr Moment never{
    std::numeric_limits<std::int32_t>::max(), true, std::numeric_limits<std::int32_t>::max(),
    std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::uint32_t>::max()};

/// The first moment after `moment`.
Moment after(Moment moment);
/// The first moment of a day (days since 1970-01-01).
Moment start_of_day(std::int32_t day);
/// The end of a day for a matter on a record whose own place is `own`; never before `own` (semantics: Moment).
Moment end_of_day(value::Date day, const Moment& own);

/// The place of every row. Undated records stand with the latest dated record that they refer to, else before all days.
class Places {
  public:
    Places(const model::Schema& schema, const data::CaseData& data);

    const Moment& of(model::RowRef row) const { return tables_[row.record.index].places[row.row]; }
    bool is_dated(model::RecordId record) const { return schema_.records[record].day.valid(); }
    /// All rows of a type in world order; of undated ones by the place they stand with, then by key.
    const std::vector<std::uint32_t>& in_order(model::RecordId record) const {
        return tables_[record.index].sorted;
    }
    /// The row's index in `in_order`.
    std::uint32_t position(model::RowRef row) const { return tables_[row.record.index].positions[row.row]; }
    /// Whether a set asked for at `moment` may hold the row (the record being decided is left out elsewhere).
    bool in_set(model::RowRef row, const Moment& moment) const { return enters_sets(row) <= moment; }
    /// The first moment at which a set may hold the row.
    Moment enters_sets(model::RowRef row) const { return is_dated(row.record) ? after(of(row)) : of(row); }
    /// Whether fields of the row can be read through a reference at `moment`.
    bool is_readable(model::RowRef row, const Moment& moment) const { return of(row) <= moment; }

  private:
    struct TablePlaces {
        std::vector<Moment> places;
        std::vector<std::uint32_t> sorted;
        std::vector<std::uint32_t> positions;
    };
    void place_dated(model::RecordId record);
    void place_withheld(model::RecordId record);
    void place_undated();
    bool raise_to_references(model::RecordId record);
    void sort(model::RecordId record);

    const model::Schema& schema_;
    const data::CaseData& data_;
    std::vector<TablePlaces> tables_;
};

} // namespace tiaoli::interp
