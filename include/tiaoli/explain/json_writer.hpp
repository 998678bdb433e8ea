// Writes JSON (RFC 8259) member by member, with indentation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::explain {

class JsonWriter {
  public:
    void open_object() { open('{'); }
    void open_array() { open('['); }
    void close();
    /// The name of the next value of an object.
    void key(std::string_view name);
    void text(std::string_view value);
    void number(std::uint64_t value);
    void boolean(bool value);
    void null();
    /// A member with a text; left out where the text is empty.
    void member(std::string_view name, std::string_view value);

    /// The whole, with a line end; everything that was opened must have been closed.
    std::string take();

  private:
    void open(char sign);
    void begin_value();

    struct Level {
        char end;
        bool is_empty;
    };
    std::vector<Level> levels_;
    bool after_key_ = false;
    std::string out_;
};

} // namespace tiaoli::explain
