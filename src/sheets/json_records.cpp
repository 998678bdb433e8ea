// Follows the brackets of JSON: tables by name, rows in lists, fields in objects, and nothing deeper.
#include "json_records.hpp"

namespace tiaoli::sheets {

void JsonRecords::begin(Top top, std::uint32_t number) {
    top_ = top;
    number_ = number;
    open_.clear();
    broken_at_.reset();
    if (sheets_.empty() && top == Top::Record)
        add_sheet("");
}

bool JsonRecords::start_object(std::size_t) {
    if (at_top() && top_ == Top::File) {
        open_.push_back(Level::Tables);
    } else if (at_top() || open_.back() == Level::Rows) {
        begin_record();
        open_.push_back(Level::Fields);
    } else {
        if (open_.back() == Level::Fields)
            put("{…}", Form::Nested);
        else if (open_.back() == Level::Tables)
            refuse_shape();
        open_.push_back(Level::Nested);
    }
    return true;
}

bool JsonRecords::start_array(std::size_t) {
    if (at_top() && top_ == Top::File) {
        add_sheet("");
        open_.push_back(Level::Rows);
    } else if (!at_top() && open_.back() == Level::Tables) {
        add_sheet(name_);
        open_.push_back(Level::Rows);
    } else {
        if (at_top() || open_.back() == Level::Rows)
            refuse_shape();
        else if (open_.back() == Level::Fields)
            put("[…]", Form::Nested);
        open_.push_back(Level::Nested);
    }
    return true;
}

bool JsonRecords::end_object() {
    open_.pop_back();
    return true;
}

bool JsonRecords::end_array() {
    open_.pop_back();
    return true;
}

bool JsonRecords::key(std::string& name) {
    name_ = std::move(name);
    return true;
}

bool JsonRecords::parse_error(std::size_t position, const std::string&, const json::exception&) {
    broken_at_ = position;
    return false;
}

bool JsonRecords::value(std::string_view text, Form form) {
    if (!at_top() && open_.back() == Level::Fields)
        put(text, form);
    else if (at_top() || open_.back() != Level::Nested)
        refuse_shape();
    return true;
}

void JsonRecords::add_sheet(std::string name) {
    sheets_.emplace_back(path_, std::move(name), source::Grid::Elements);
    columns_.emplace_back();
    stated_.clear();
    if (top_ == Top::File)
        number_ = 1;
}

void JsonRecords::begin_record() {
    ++records_;
    sheets_.back().begin_row(number_++);
}

/// A field of the record that is open; one that has been stated makes the record doubtful.
void JsonRecords::put(std::string_view text, Form form) {
    Sheet& sheet = sheets_.back();
    if (sheet.cut_short)
        return;
    auto& columns = columns_.back();
    const auto [place, is_new] = columns.try_emplace(name_, columns.size());
    if (is_new)
        sheet.fields.push_back(name_);
    if (sheet.is_full() || columns.size() > most_columns) {
        sheet.cut_short = Trouble{diag::Message::TableTooWide, {std::to_string(number_ - 1)}};
        return;
    }
    if (stated_.size() < columns.size())
        stated_.resize(columns.size(), 0);
    if (stated_[place->second] == records_)
        sheet.flag_row(RowFlaw::KeyTwice);
    stated_[place->second] = records_;
    sheet.set_cell(place->second, text, form);
}

/// Something else than a list of records, or than a record in it.
void JsonRecords::refuse_shape() {
    if (!at_top() && open_.back() == Level::Tables)
        add_sheet(name_);
    else if (sheets_.empty())
        add_sheet("");
    Sheet& sheet = sheets_.back();
    if (top_ == Top::Record) {
        sheet.begin_row(number_++);
        sheet.flag_row(RowFlaw::NoRecord);
    } else if (!sheet.cut_short) {
        const bool in_list = !at_top() && open_.back() == Level::Rows;
        sheet.cut_short = in_list ? Trouble{diag::Message::JsonShape, {std::to_string(number_)}}
                                  : Trouble{diag::Message::JsonNoList, {}};
    }
}

} // namespace tiaoli::sheets
