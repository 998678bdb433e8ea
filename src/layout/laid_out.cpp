// A whole file: its items with their comments, and the blank lines between them.
#include "statements.hpp"

#include "tiaoli/syntax/table.hpp"

#include <algorithm>

namespace tiaoli::layout {

namespace {

using syntax::Kind;
using syntax::NodeId;

/// An item or a comment on lines of its own.
struct Element {
    NodeId item; ///< not valid: a comment
    std::vector<std::string> lines;
    bool blank_before = false; ///< as the author has it
};

bool stands_apart(Kind kind) {
    return kind == Kind::heading || kind == Kind::block || kind == Kind::record_decl || kind == Kind::example;
}

class Printer {
  public:
    Printer(const File& file, Keywords keywords)
        : file_(file), keywords_(keywords), text_(file.sources[file.tree.source()].text) {}

    std::string run() {
        std::uint32_t at = 0;
        for (NodeId item : file_.tree.children(file_.tree.root())) {
            const std::uint32_t begin = start_of(item);
            add_remarks(at, begin);
            elements_.push_back({item, statement_lines(file_, item, keywords_), blank_in(at, begin)});
            at = std::max(at, file_.tree[item].end);
        }
        add_remarks(at, static_cast<std::uint32_t>(text_.size()));
        set_apart();
        return printed();
    }

  private:
    const File& file_;
    Keywords keywords_;
    std::string_view text_;
    std::vector<Element> elements_;

    /// A law line begins with its sign, which is not part of its node.
    std::uint32_t start_of(NodeId item) const {
        std::uint32_t begin = file_.tree[item].begin;
        while (file_.tree.kind(item) == Kind::law_line && begin > 0 && text_[begin - 1] != '\n' &&
               text_[begin - 1] != '\r') {
            --begin;
        }
        return begin;
    }

    /// Two line ends with nothing but blanks between them, at the end of what stands in [begin, end).
    bool blank_in(std::uint32_t begin, std::uint32_t end) const {
        int ends = 0;
        for (std::uint32_t at = end; at > begin && ends < 2; --at) {
            const char byte = text_[at - 1];
            const bool pair = byte == '\r' && at < end && text_[at] == '\n';
            if (byte == '\n' || byte == '\r') {
                ends += pair ? 0 : 1;
            } else if (byte != ' ' && byte != '\t' && static_cast<unsigned char>(byte) < 0x80) {
                break;
            } else if (static_cast<unsigned char>(byte) >= 0x80 && !wide_blank_ends(at)) {
                break;
            }
        }
        return ends >= 2;
    }
    /// U+3000 in a line that is blank otherwise.
    bool wide_blank_ends(std::uint32_t at) const {
        static constexpr std::string_view wide = "　";
        const std::string_view before = text_.substr(0, at);
        return before.ends_with(wide) || before.ends_with(wide.substr(0, 2)) ||
               before.ends_with(wide.substr(0, 1));
    }

    void add_remarks(std::uint32_t begin, std::uint32_t end) {
        const PieceReader reader(file_, keywords_);
        std::uint32_t at = begin;
        for (const syntax::Comment& comment : file_.tree.comments()) {
            if (comment.begin < begin || comment.end > end) {
                continue;
            }
            const Remark remark = reader.remarks_between(comment.begin, comment.end).front();
            if (!remark.own_line && !elements_.empty()) {
                std::string& line = elements_.back().lines.back();
                line = with_remark(line, remark.text);
            } else {
                elements_.push_back({{}, {remark.text}, blank_in(at, comment.begin)});
            }
            at = comment.end;
        }
    }

    Kind kind(std::size_t at) const {
        return elements_[at].item.valid() ? file_.tree.kind(elements_[at].item) : Kind::file;
    }

    /// Blank lines that the layout wants, and those that it does not.
    void set_apart() {
        for (std::size_t at = 0; at < elements_.size(); ++at) {
            const Kind here = kind(at);
            const Kind before = at == 0 ? Kind::file : kind(at - 1);
            if (here == Kind::law_line ||
                (before == Kind::block && here != Kind::file && !stands_apart(here))) {
                elements_[at].blank_before = false;
            }
            const bool first_in_article = here == Kind::block && before == Kind::heading;
            if (stands_apart(here) && !first_in_article) {
                std::size_t top = at;
                while (top > 0 && kind(top - 1) == Kind::file && !elements_[top].blank_before) {
                    --top;
                }
                elements_[top].blank_before = true;
            }
        }
    }

    std::string printed() const {
        std::string out;
        for (const Element& element : elements_) {
            out += element.blank_before && !out.empty() ? "\n" : "";
            for (const std::string& line : element.lines) {
                out += line + "\n";
            }
        }
        return out;
    }
};

} // namespace

std::string laid_out(const File& file, Keywords keywords) { return Printer(file, keywords).run(); }

} // namespace tiaoli::layout
