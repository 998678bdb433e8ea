// Takes JSON as it is parsed and puts its objects into sheets as rows.
#pragma once

#include "tiaoli/sheets/sheet.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace tiaoli::sheets {

/// Numbers are kept as they are written. The events and their names are those that the parser gives (nlohmann::json_sax).
class JsonRecords {
  public:
    using json = nlohmann::json;

    explicit JsonRecords(std::string path) : path_(std::move(path)) {}

    /// Where a list of records is expected: at the top of a file, or not at all, as each line is one record.
    enum class Top : std::uint8_t { File, Record };
    /// Ends what a text has left open, and expects the next.
    void begin(Top top, std::uint32_t number);

    bool null() { return value("", Form::Text); }
    bool boolean(bool yes) { return value(yes ? "true" : "false", Form::Text); }
    bool number_integer(json::number_integer_t number) { return value(std::to_string(number), Form::Text); }
    bool number_unsigned(json::number_unsigned_t number) { return value(std::to_string(number), Form::Text); }
    bool number_float(json::number_float_t, const std::string& written) { return value(written, Form::Text); }
    bool string(std::string& text) { return value(text, Form::Text); }
    bool binary(json::binary_t&) { return value("", Form::Bytes); }
    bool start_object(std::size_t);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool key(std::string& name);
    bool parse_error(std::size_t position, const std::string& token, const json::exception& error);

    std::vector<Sheet>& sheets() { return sheets_; }
    /// The byte at which the text was no JSON; nothing while it is.
    const std::optional<std::size_t>& broken_at() const { return broken_at_; }

  private:
    /// What the innermost open bracket holds.
    enum class Level : std::uint8_t { Tables, Rows, Fields, Nested };

    std::string path_;
    Top top_ = Top::File;
    std::uint32_t number_ = 0; ///< of the next record
    std::vector<Level> open_;
    std::vector<Sheet> sheets_;
    std::vector<std::map<std::string, std::size_t, std::less<>>> columns_; ///< by sheet
    std::vector<std::uint64_t> stated_; ///< by column: the last record that states it
    std::uint64_t records_ = 0;
    std::string name_; ///< the last one read
    std::optional<std::size_t> broken_at_;

    bool value(std::string_view text, Form form);
    void add_sheet(std::string name);
    void begin_record();
    void put(std::string_view text, Form form);
    void refuse_shape();
    bool at_top() const { return open_.empty(); }
};

} // namespace tiaoli::sheets
