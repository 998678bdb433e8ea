// Turns back repeated keys and unknown references, then builds the tables.
#include "link.hpp"

#include "cell_text.hpp"
#include "key_index.hpp"
#include "table_builder.hpp"

#include <algorithm>
#include <map>

namespace tiaoli::data {

namespace {

using RowPlace = KeyIndex::RowPlace;

class Linker {
  public:
    Linker(const model::Schema& schema, std::vector<Draft> drafts, CaseData& data)
        : schema_(schema), drafts_(std::move(drafts)), data_(data), keys_(schema, drafts_) {}

    void run() {
        turn_back_repeated_keys();
        turn_back_repeated_values();
        say_unread_targets();
        for (Draft& draft : drafts_)
            each_reference(draft,
                           [this](Draft& in, DraftRow& row, std::size_t at) { require_known(in, row, at); });
        number_rows();
        for (Draft& draft : drafts_)
            each_reference(draft,
                           [this](Draft& in, DraftRow& row, std::size_t at) { say_broken(in, row, at); });
        for (const Draft& draft : drafts_)
            targets_.push_back(targets_in(draft));
        emit();
        build_tables();
    }

  private:
    const model::Schema& schema_;
    std::vector<Draft> drafts_;
    CaseData& data_;
    KeyIndex keys_;
    std::vector<std::vector<std::uint32_t>>
        numbers_; ///< by draft and row, in their tables: the accepted rows, behind them those turned back
    /// What the texts of a column mean, by place in its readings: references alone have any.
    using Targets = std::vector<std::optional<model::RowRef>>;
    std::vector<std::vector<Targets>> targets_; ///< by draft and field

    DraftRow& row(RowPlace place) { return drafts_[place.draft].rows[place.row]; }

    static std::vector<RowPlace> places_of(std::span<const KeyIndex::Entry> entries) {
        std::vector<RowPlace> places;
        for (const KeyIndex::Entry& each : entries)
            places.push_back(each.place);
        return places;
    }

    /// All rows that share a value are turned back: which one is right cannot be known.
    void turn_back(const std::vector<RowPlace>& places, std::size_t field, const Mistake& mistake) {
        for (const RowPlace& place : places) {
            const RowPlace& other = place == places.front() ? places[1] : places.front();
            diag::Diagnostic& said = drafts_[place.draft].complain(row(place), field, mistake);
            said.notes.push_back(
                {drafts_[other.draft].place(row(other), field), diag::Message::OtherRow, {}});
        }
    }

    std::size_t place_in(const Draft& draft, model::FieldId field) const {
        const auto found = std::find(draft.fields.begin(), draft.fields.end(), field);
        return static_cast<std::size_t>(found - draft.fields.begin());
    }

    void turn_back_repeated_keys() {
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            const model::Record& declared = schema_.records[model::RecordId{record}];
            if (declared.key.empty())
                continue;
            std::vector<std::string> names;
            for (const model::FieldId field : declared.key)
                names.push_back(schema_.fields[field].name);
            for (const auto same : keys_.repeated(model::RecordId{record})) {
                const std::vector<RowPlace> places = places_of(same);
                const std::string key(same.front().key);
                const std::size_t field = place_in(drafts_[places[0].draft], declared.key.front());
                turn_back(
                    places, field,
                    {diag::Message::KeyTwice, {joined(names, "、"), key, std::to_string(places.size())}});
            }
        }
    }

    void turn_back_repeated_values() {
        for (std::uint32_t at = 0; at < drafts_.size(); ++at) {
            for (std::size_t field = 0; field < drafts_[at].fields.size(); ++field) {
                if (schema_.fields[drafts_[at].fields[field]].unique)
                    turn_back_repeated_values(at, field);
            }
        }
    }

    void turn_back_repeated_values(std::uint32_t draft, std::size_t field) {
        std::map<std::string, std::vector<RowPlace>> places;
        const std::vector<DraftRow>& rows = drafts_[draft].rows;
        for (std::uint32_t at = 0; at < rows.size(); ++at) {
            const CellReading* read = drafts_[draft].reading(rows[at], field);
            if (read != nullptr && read->presence == Presence::Given)
                places[tidy(drafts_[draft].text(rows[at], field))].push_back({draft, at});
        }
        const std::string& name = schema_.fields[drafts_[draft].fields[field]].name;
        for (const auto& [text, same] : places) {
            if (same.size() < 2)
                continue;
            const Mistake mistake{diag::Message::KeyTwice, {name, text, std::to_string(same.size())}};
            turn_back(same, field, mistake);
            for (const RowPlace& place : same)
                drafts_[draft].spoil(row(place), field, mistake); // it may be meant to be another value
        }
    }

    bool is_read_whole(model::RecordId record) const {
        return std::all_of(drafts_.begin(), drafts_.end(),
                           [&](const Draft& draft) { return draft.record != record || draft.is_whole; });
    }

    /// Once a column: of a table that was not read to its end nobody can say which rows it lacks.
    void say_unread_targets() {
        for (Draft& draft : drafts_) {
            for (std::size_t at = 0; at < draft.fields.size(); ++at) {
                const DraftColumn& column = draft.columns[at];
                if (!is_reference(draft, at) || column.number == 0 || is_read_whole(target_of(draft, at)))
                    continue;
                draft.messages.add(
                    diag::Message::ReferencesUnread,
                    source::CellPlace{draft.file, draft.sheet, 0, column.number, column.heading, draft.grid},
                    {column.heading, schema_.records[target_of(draft, at)].name});
            }
        }
    }

    /// Each reference that is given, but for those into tables that were not read to their end.
    template <class Visit> void each_reference(Draft& draft, Visit&& visit) {
        for (std::size_t at = 0; at < draft.fields.size(); ++at) {
            if (!is_reference(draft, at) || !is_read_whole(target_of(draft, at)))
                continue;
            for (DraftRow& each : draft.rows) {
                if (draft.given(each, at) != nullptr)
                    visit(draft, each, at);
            }
        }
    }

    model::RecordId target_of(const Draft& draft, std::size_t at) const {
        return schema_.fields[draft.fields[at]].type.record;
    }

    static const std::string& key_in(const Draft& draft, const DraftRow& each, std::size_t at) {
        return std::get<std::string>(draft.given(each, at)->scalar);
    }

    void require_known(Draft& draft, DraftRow& each, std::size_t at) {
        const model::RecordId target = target_of(draft, at);
        const std::string& key = key_in(draft, each, at);
        if (!keys_.find(target, key).empty())
            return;
        const std::string& name = schema_.records[target].name;
        if (const auto near = keys_.mistaken_for(target, key)) {
            draft.complain(each, at, {diag::Message::ReferenceUnknownNear, {name, key, *near}});
        } else {
            draft.complain(each, at, {diag::Message::ReferenceUnknown, {name, key}});
        }
    }

    void number_rows() {
        std::vector<std::uint32_t> counts(schema_.records.size(), 0);
        for (const Draft& draft : drafts_)
            numbers_.emplace_back(draft.rows.size());
        for (const bool turned_back : {false, true}) {
            for (std::uint32_t draft = 0; draft < drafts_.size(); ++draft) {
                for (std::uint32_t at = 0; at < drafts_[draft].rows.size(); ++at) {
                    if (drafts_[draft].rows[at].turned_back == turned_back)
                        numbers_[draft][at] = counts[drafts_[draft].record.index]++;
                }
            }
        }
    }

    /// The row that a reference means, accepted or turned back. Nothing where several rows have its key, where the key itself is
    /// at fault, or where the whole file was turned back: then it may be any row.
    std::optional<RowPlace> meant_by(model::RecordId target, const std::string& key) const {
        const auto places = keys_.find(target, key);
        if (places.size() != 1)
            return std::nullopt;
        const RowPlace meant = places.front().place;
        const Draft& other = drafts_[meant.draft];
        const DraftRow& found = other.rows[meant.row];
        for (const model::FieldId field : schema_.records[target].key) {
            const CellReading* read = other.reading(found, place_in(other, field));
            if (read != nullptr && read->mistake)
                return std::nullopt;
        }
        return other.refusals.empty() ? std::optional(meant) : std::nullopt;
    }

    void say_broken(Draft& draft, DraftRow& each, std::size_t at) {
        const std::string& key = key_in(draft, each, at);
        const auto meant = meant_by(target_of(draft, at), key);
        if (each.turned_back || (meant && !row(*meant).turned_back))
            return;
        draft.complain(each, at,
                       {diag::Message::ReferenceBroken, {schema_.records[target_of(draft, at)].name, key}});
    }

    void build_tables() {
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            const model::RecordId id{record};
            const auto of_record = [&](const Draft& draft) {
                return draft.record == id && !draft.rows.empty();
            };
            const auto found = std::find_if(drafts_.begin(), drafts_.end(), of_record);
            const auto drafts = std::count_if(drafts_.begin(), drafts_.end(), of_record);
            if (found == drafts_.end()) {
                data_.tables.push_back(TableBuilder(schema_, draft_of(schema_, id)).finish());
                continue;
            }
            const auto at = static_cast<std::size_t>(found - drafts_.begin());
            data_.tables.push_back(build(at, static_cast<std::size_t>(drafts)));
            *found = Draft{}; // nobody asks for it again: a long table is not held twice
        }
    }

    /// Accepted rows first, then those turned back. Of two files for one record type all rows are turned back; those of the
    /// second stand as one row of which nothing is known.
    Table build(std::size_t number, std::size_t files) const {
        const Draft& draft = drafts_[number];
        TableBuilder builder(schema_, draft);
        for (const DraftRow& each : draft.rows) {
            if (!each.turned_back)
                builder.add(draft, each);
        }
        for (const DraftRow& each : draft.rows) {
            if (each.turned_back)
                builder.add_withheld(draft, each);
        }
        for (std::size_t at = 0; at < draft.fields.size(); ++at) {
            if (is_reference(draft, at))
                builder.set_references(at, targets_[number][at]);
        }
        if (files > 1)
            builder.add_withheld(draft, {});
        return builder.finish();
    }

    bool is_reference(const Draft& draft, std::size_t at) const {
        return schema_.fields[draft.fields[at]].type.kind == model::TypeKind::Reference;
    }

    /// Texts that are the same mean the same.
    std::vector<Targets> targets_in(const Draft& draft) const {
        std::vector<Targets> targets(draft.fields.size());
        for (std::size_t at = 0; at < draft.fields.size(); ++at) {
            if (!is_reference(draft, at))
                continue;
            targets[at].resize(draft.readings[at].size());
            for (std::size_t place = 0; place < targets[at].size(); ++place) {
                const CellReading& read = draft.readings[at][place];
                if (!read.mistake && read.presence == Presence::Given)
                    targets[at][place] = target(target_of(draft, at), std::get<std::string>(read.scalar));
            }
        }
        return targets;
    }

    std::optional<model::RowRef> target(model::RecordId record, const std::string& key) const {
        const auto meant = meant_by(record, key);
        return meant ? std::optional(model::RowRef{record, numbers_[meant->draft][meant->row]})
                     : std::nullopt;
    }

    /// Messages file by file, row by row; a row that is turned back names its own and those about its whole file.
    void emit() {
        for (const Draft& draft : drafts_) {
            const std::size_t base = data_.messages.all().size();
            data_.messages.append(draft.messages);
            for (const DraftRow& each : draft.rows) {
                std::vector<std::size_t> reasons;
                for (const std::size_t refusal : draft.refusals)
                    reasons.push_back(base + refusal);
                for (const diag::Diagnostic& said : each.messages.all()) {
                    if (diag::severity(said.message) == diag::Severity::Error)
                        reasons.push_back(data_.messages.all().size());
                    data_.messages.add(said.message, said.place, said.args).notes = said.notes;
                }
                if (each.turned_back)
                    turn_back(draft, each, std::move(reasons));
            }
        }
    }

    void turn_back(const Draft& draft, const DraftRow& each, std::vector<std::size_t> reasons) {
        TurnedBackRow back;
        back.record = draft.record;
        back.place = {draft.file, draft.sheet, each.number, 0, "", draft.grid};
        back.key = each.key;
        back.headings = draft.headings;
        back.cells = draft.original(each);
        back.reasons = std::move(reasons);
        data_.turned_back.push_back(std::move(back));
    }
};

} // namespace

void link(const model::Schema& schema, std::vector<Draft> drafts, CaseData& data) {
    Linker(schema, std::move(drafts), data).run();
}

} // namespace tiaoli::data
