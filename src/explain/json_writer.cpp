// Commas, line ends, indentation and escapes of JSON.
#include "tiaoli/explain/json_writer.hpp"

#include "tiaoli/source/json.hpp"

namespace tiaoli::explain {

void JsonWriter::open(char sign) {
    begin_value();
    out_ += sign;
    levels_.push_back({sign == '{' ? '}' : ']', true});
}

void JsonWriter::close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.is_empty)
        out_ += "\n" + std::string(levels_.size() * 2, ' ');
    out_ += level.end;
}

/// What has to stand between this value and what came before it.
void JsonWriter::begin_value() {
    if (after_key_ || levels_.empty()) {
        after_key_ = false;
        return;
    }
    out_ += levels_.back().is_empty ? "\n" : ",\n";
    out_ += std::string(levels_.size() * 2, ' ');
    levels_.back().is_empty = false;
}

void JsonWriter::key(std::string_view name) {
    text(name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
    begin_value();
    out_ += source::json_text(value);
}

void JsonWriter::number(std::uint64_t value) {
    begin_value();
    out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
    begin_value();
    out_ += value ? "true" : "false";
}

void JsonWriter::null() {
    begin_value();
    out_ += "null";
}

void JsonWriter::member(std::string_view name, std::string_view value) {
    if (value.empty())
        return;
    key(name);
    text(value);
}

std::string JsonWriter::take() { return std::move(out_) + "\n"; }

} // namespace tiaoli::explain
