// Prepares source text for the grammar; every byte of the result knows where it came from.
#include "prepare.hpp"

#include "grammar/file.hpp"
#include "tiaoli/source/characters.hpp"

namespace tiaoli::parse {

namespace {

class Preparer {
  public:
    Preparer(std::string_view text, source::Span span, LineEnds line_ends, diag::Diagnostics* messages)
        : text_(text), span_(span), line_ends_(line_ends), messages_(messages) {}

    Prepared run() {
        for (at_ = span_.begin; at_ < span_.end;) {
            step();
        }
        finish_line();
        return std::move(out_);
    }

  private:
    std::string_view text_;
    source::Span span_;
    LineEnds line_ends_;
    diag::Diagnostics* messages_;
    Prepared out_;
    std::uint32_t at_ = 0;
    std::size_t line_begin_ = 0; ///< of the current line in the prepared text
    bool after_heading_ = false; ///< only headings and law lines stand above this line
    bool verbatim_line_ = false; ///< a law line: neither strings nor comments are looked for

    source::Character here() const { return source::decode(text_.substr(0, span_.end), at_); }

    void emit(char byte, std::uint32_t length) {
        out_.text += byte;
        out_.offsets.push_back(at_);
        out_.ends.push_back(at_ + length);
    }

    void step() {
        const source::Character character = here();
        if (character.code == '\n' || character.code == '\r') {
            return line_end(character);
        }
        if (source::is_blank(character.code)) {
            at_ += character.length;
            return;
        }
        const std::string folded = source::fold_width(text_.substr(at_, character.length));
        if (folded == ">" && out_.text.size() == line_begin_ && after_heading_) {
            verbatim_line_ = true;
        }
        if (!verbatim_line_ && folded == "\"") {
            return string(character);
        }
        if (!verbatim_line_ && folded == "/" && comment_starts(character)) {
            return comment();
        }
        plain(folded, character.length);
    }

    void plain(const std::string& folded, std::uint32_t length) {
        for (char byte : folded) {
            const bool control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
            const bool upper = byte >= 'A' && byte <= 'Z';
            emit(control ? '?' : upper ? static_cast<char>(byte - 'A' + 'a') : byte, length);
        }
        at_ += length;
    }

    void finish_line() {
        const std::string_view line = std::string_view(out_.text).substr(line_begin_);
        if (!line.empty()) {
            tao::pegtl::memory_input in(line.data(), line.data() + line.size(), "");
            after_heading_ = verbatim_line_ || tao::pegtl::parse<grammar::heading_shape>(in);
        }
        verbatim_line_ = false;
    }

    void line_end(source::Character character) {
        finish_line();
        const bool pair = character.code == '\r' && at_ + 1 < span_.end && text_[at_ + 1] == '\n';
        const std::uint32_t length = pair ? 2 : 1;
        if (line_ends_ == LineEnds::Kept) {
            emit('\n', length);
        }
        at_ += length;
        line_begin_ = out_.text.size();
    }

    bool comment_starts(source::Character character) const {
        const std::uint32_t next = at_ + character.length;
        return next < span_.end &&
               source::fold_width(text_.substr(next, source::decode(text_, next).length)) == "/";
    }

    void comment() {
        const std::size_t stop = text_.find_first_of("\r\n", at_);
        const std::uint32_t end = stop < span_.end ? static_cast<std::uint32_t>(stop) : span_.end;
        out_.comments.push_back({at_, end});
        at_ = end;
    }

    /// “…” pairs by nesting; "…" ends at the next quote. A string never runs over a line end.
    void string(source::Character opening) {
        const std::uint32_t begin = at_;
        const bool curly = opening.code == U'“' || opening.code == U'”';
        emit(grammar::string_open, opening.length);
        at_ += opening.length;
        for (int depth = 1; at_ < span_.end;) {
            const source::Character character = here();
            if (character.code == '\n' || character.code == '\r') {
                break;
            }
            const bool closes =
                curly ? character.code == U'”' : character.code == '"' || character.code == U'＂';
            depth += curly && character.code == U'“' ? 1 : closes ? -1 : 0;
            if (depth == 0) {
                emit(grammar::string_close, character.length);
                at_ += character.length;
                return;
            }
            copy(character.length);
        }
        if (messages_ != nullptr) {
            messages_->add(diag::Message::UnclosedString, source::Span{span_.source, begin, at_});
        }
        emit(grammar::string_close, 0);
    }

    void copy(std::uint32_t length) {
        for (std::uint32_t byte = 0; byte < length; ++byte) {
            const char raw = text_[at_ + byte];
            emit(static_cast<unsigned char>(raw) < 0x20 ? ' ' : raw, length);
        }
        for (std::uint32_t byte = 0; byte < length; ++byte) {
            out_.offsets[out_.offsets.size() - length + byte] = at_ + byte;
            out_.ends[out_.ends.size() - length + byte] = at_ + byte + 1;
        }
        at_ += length;
    }
};

} // namespace

std::uint32_t Prepared::source_begin(std::size_t begin) const {
    return begin < offsets.size() ? offsets[begin] : ends.empty() ? 0 : ends.back();
}

std::uint32_t Prepared::source_end(std::size_t end) const {
    return end == 0 ? source_begin(0) : ends[end - 1];
}

Prepared prepare(const source::Sources& sources, source::Span span, LineEnds line_ends,
                 diag::Diagnostics* messages) {
    return Preparer(sources[span.source].text, span, line_ends, messages).run();
}

} // namespace tiaoli::parse
