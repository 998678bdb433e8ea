// Places in world order: where each row stands, and what can be seen from a moment.
#pragma once

#include "tiaoli/interp/decision.hpp"

#include <map>

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

/// The place of every row. Undated records stand with the latest dated record that they refer to, else before all days. Where that
/// record was turned back, their place is not known: what is kept is the earliest that it may be.
class Places {
  public:
    Places(const model::Schema& schema, const data::CaseData& data);

    const Moment& of(model::RowRef row) const { return tables_[row.record.index].places[row.row]; }
    std::uint32_t accepted_rows(model::RecordId record) const { return data_.table(record).rows(); }
    bool is_dated(model::RecordId record) const { return schema_.records[record].day.valid(); }
    /// All rows of a type whose place is known in world order; of undated ones by the place they stand with, then by key.
    const std::vector<std::uint32_t>& in_order(model::RecordId record) const {
        return tables_[record.index].sorted;
    }
    /// The row's index in `in_order`.
    std::uint32_t position(model::RowRef row) const { return tables_[row.record.index].positions[row.row]; }
    /// Rows that no set holds for certain: those turned back, and those whose place is not known.
    const std::vector<std::uint32_t>& uncertain(model::RecordId record) const {
        return tables_[record.index].uncertain;
    }
    /// Why the place of an undated row is not known; null where it is.
    const Reason* doubt(model::RowRef row) const {
        const auto found = doubts_.empty() ? doubts_.end() : doubts_.find(row);
        return found == doubts_.end() ? nullptr : &found->second;
    }
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
        std::vector<std::uint32_t> uncertain;
    };
    void place_dated(model::RecordId record);
    void place_withheld(model::RecordId record);
    void place_undated();
    bool raise_to_references(model::RecordId record);
    bool raise(model::RowRef own, model::FieldId field);
    std::optional<Reason> doubt_from(model::RowRef own, model::FieldId field) const;
    void find_types_with_places();
    void sort(model::RecordId record);

    const model::Schema& schema_;
    const data::CaseData& data_;
    std::vector<TablePlaces> tables_;
    std::vector<bool> has_places_; ///< by type: dated, or refers to such a type
    std::map<model::RowRef, Reason> doubts_;
};

} // namespace tiaoli::interp
