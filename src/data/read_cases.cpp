// Reads case files: which table of which file is which record type's.
#include "tiaoli/data/tables.hpp"

#include "case_files.hpp"
#include "cell_text.hpp"
#include "link.hpp"
#include "read_table.hpp"
#include "settled.hpp"

#include "tiaoli/sheets/book.hpp"
#include "tiaoli/source/checksum.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tiaoli::data {

namespace {

using diag::Message;
using sheets::Book;
using sheets::Trouble;

source::CellPlace whole(const std::string& path) { return {path, "", 0, 0, ""}; }

std::string label_of(const Draft& draft) {
    return draft.sheet.empty() ? draft.file : draft.file + "[" + draft.sheet + "]";
}

/// A sheet that explains how the others are filled in.
bool is_explanation(std::string_view name) {
    const std::string kept = squeezed(name);
    return kept.starts_with("填表说明") || kept.starts_with("说明");
}

/// The encodings that need no word.
bool is_expected(const std::string& encoding) {
    return !encoding.starts_with("UTF-16") && encoding != "GB18030";
}

class CaseReader {
  public:
    CaseReader(const SettledSchema& settled, const ReadingProgress& progress, std::uint64_t total)
        : settled_(settled), schema_(settled.schema()), progress_(progress), total_(total),
          drafts_of_(schema_.records.size()) {}

    /// Another file is done with, whatever came of it.
    void done_with(const CaseFile& file) {
        done_ += file.size;
        say_progress(0);
    }

    /// The failure of a file that the environment does not let us read.
    std::optional<base::Failure> take(const CaseFile& file, sheets::Kind kind) {
        const bool is_text = kind == sheets::Kind::Text;
        if (is_text && !record_named(file.stem).valid()) {
            // The sheet of a case workbook that explains the others, saved as a file beside them.
            if (squeezed(file.stem).starts_with("填表说明"))
                data_.messages.add(Message::SheetExplains, whole(file.path));
            else
                say_unclaimed(file);
            return std::nullopt;
        }
        // What cannot be read may hold any table, and a table that is not read must not pass for an empty one.
        if (file.standing == CaseFile::Standing::Folder)
            return base::Failure{file.path, std::strerror(EISDIR)};
        if (file.standing == CaseFile::Standing::Device)
            return base::Failure{file.path, std::strerror(ESPIPE)};
        if (file.standing == CaseFile::Standing::Outside) {
            leave_unread(file, {Message::LinkOutside, {}});
            return std::nullopt;
        }
        base::Result<std::string> bytes = source::read_file(file.path);
        if (!bytes.ok())
            return bytes.failure();
        files_read_.push_back({file.path, "", source::sha256(bytes.value()), 0});
        auto opened = sheets::open_book(kind, file.path, std::move(bytes).value());
        if (const auto* trouble = std::get_if<Trouble>(&opened))
            leave_unread(file, *trouble);
        else
            read_tables(file, *std::get<std::unique_ptr<Book>>(opened));
        return std::nullopt;
    }

    CaseData finish(const std::string& path) {
        refuse_missing(path);
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            const std::vector<std::size_t>& drafts = drafts_of_[record];
            const std::string& name = schema_.records[model::RecordId{record}].name;
            for (std::size_t at = 0; drafts.size() > 1 && at < drafts.size(); ++at)
                refuse_double(drafts_[drafts[at]], name, label_of(drafts_[drafts[at == 0 ? 1 : 0]]));
        }
        data_.files = std::move(files_read_);
        link(schema_, std::move(drafts_), data_);
        settled_.take(data_);
        return std::move(data_);
    }

  private:
    const SettledSchema& settled_;
    const model::Schema& schema_; ///< with the matters' results
    const ReadingProgress& progress_;
    std::uint64_t total_;    ///< bytes of all files
    std::uint64_t done_ = 0; ///< bytes of the files that are done with
    CaseData data_;
    std::vector<Draft> drafts_;
    std::vector<std::vector<std::size_t>> drafts_of_; ///< by record
    std::vector<InputFile> files_read_;
    std::vector<std::string> unread_; ///< files that may hold any table

    void say_progress(std::uint64_t of_this_file) {
        if (progress_)
            progress_(done_ + of_this_file, total_);
    }

    model::RecordId record_named(const std::string& name) const {
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            if (squeezed(schema_.records[model::RecordId{record}].name) == squeezed(name))
                return model::RecordId{record};
        }
        return {};
    }

    std::optional<std::string> record_near(const std::string& name) const {
        std::vector<std::string> names;
        for (const model::Record& record : schema_.records)
            names.push_back(record.name);
        return nearest(name, names);
    }

    void say_unclaimed(const CaseFile& file) {
        if (const auto near = record_near(file.stem)) {
            data_.messages.add(Message::FileUnclaimedNear, whole(file.path), {file.stem, *near});
        } else {
            data_.messages.add(Message::FileUnclaimed, whole(file.path), {file.stem});
        }
    }

    void read_tables(const CaseFile& file, Book& book) {
        files_read_.back().encoding = book.encoding();
        if (!is_expected(book.encoding()))
            data_.messages.add(Message::FileEncoding, whole(file.path), {book.encoding()});
        std::vector<std::size_t> unclaimed;
        std::size_t claimed = 0;
        for (std::size_t at = 0; at < book.tables().size(); ++at) {
            const sheets::TableEntry& entry = book.tables()[at];
            const model::RecordId record = record_named(entry.name.empty() ? file.stem : entry.name);
            if (record.valid()) {
                read(record, file, book, at);
                ++claimed;
            } else if (!book.is_blank(at)) {
                unclaimed.push_back(at);
            }
        }
        if (claimed == 0)
            read_by_file_name(file, book, unclaimed);
        for (const std::size_t at : unclaimed)
            pass_over(file, book.tables()[at].name);
    }

    /// No table has a record's name, but the file may.
    void read_by_file_name(const CaseFile& file, Book& book, std::vector<std::size_t>& unclaimed) {
        std::vector<std::size_t> filled;
        for (const std::size_t at : unclaimed) {
            if (!is_explanation(book.tables()[at].name))
                filled.push_back(at);
        }
        const model::RecordId record = record_named(file.stem);
        if (!record.valid())
            return;
        if (filled.size() > 1) {
            leave_unread(file, {Message::SheetUndecided, {schema_.records[record].name}});
        } else if (book.tables().empty() || filled.empty()) {
            add(draft_of(schema_, record), file.path);
            drafts_.back().messages.add(Message::FileBlank, whole(file.path));
        } else {
            read(record, file, book, filled.front());
            std::erase(unclaimed, filled.front());
        }
    }

    void pass_over(const CaseFile& file, const std::string& name) {
        source::CellPlace place = whole(file.path);
        place.sheet = name;
        if (name.empty()) {
            say_unclaimed(file);
        } else if (is_explanation(name)) {
            data_.messages.add(Message::SheetExplains, place);
        } else if (const auto near = record_near(name)) {
            data_.messages.add(Message::SheetUnclaimedNear, place, {name, *near});
        } else {
            data_.messages.add(Message::SheetUnclaimed, place, {name});
        }
    }

    void add(Draft draft, const std::string& path) {
        draft.file = path;
        drafts_of_[draft.record.index].push_back(drafts_.size());
        drafts_.push_back(std::move(draft));
    }

    void read(model::RecordId record, const CaseFile& file, Book& book, std::size_t table) {
        const auto sheet = std::make_shared<const sheets::Sheet>(book.read(table));
        // As if all tables of a file were of one size: this is for a person's eye.
        const std::uint64_t size = file.size / book.tables().size();
        const auto rows_read = [&](std::size_t done, std::size_t all) {
            say_progress(size * table + size * done / all);
        };
        add(read_table(schema_, record, sheet, files_read_.back(), rows_read), sheet->file());
        if (book.tables()[table].visibility == sheets::Visibility::Hidden)
            drafts_.back().messages.add(Message::SheetHidden,
                                        source::CellPlace{sheet->file(), sheet->name(), 0, 0, ""}, {});
    }

    /// A file that cannot be read is turned back as one row, so that it is not taken for an empty table.
    void leave_unread(const CaseFile& file, const Trouble& trouble) {
        const model::RecordId record = record_named(file.stem);
        if (record.valid()) {
            add(draft_of(schema_, record), file.path);
            drafts_.back().refuse_rest(trouble.message, trouble.args);
        } else {
            data_.messages.add(trouble.message, whole(file.path), trouble.args);
            unread_.push_back(file.path);
        }
    }

    /// A record type without a table has no rows, unless they may stand in a file that could not be read.
    void refuse_missing(const std::string& path) {
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            const std::string& name = schema_.records[model::RecordId{record}].name;
            if (!drafts_of_[record].empty() || !settled_.is_known({record}))
                continue;
            if (unread_.empty()) {
                data_.messages.add(Message::FileMissing, whole(path), {name});
            } else {
                add(draft_of(schema_, {record}), unread_.front());
                drafts_.back().refuse_rest(Message::TableUnread, {name});
            }
        }
    }

    static void refuse_double(Draft& draft, const std::string& name, const std::string& other) {
        draft.refuse(Message::FileTwice, {name, other});
        for (DraftRow& row : draft.rows)
            row.turned_back = true;
    }
};

/// What is no case file is left alone in a folder, but not where it alone was asked for.
bool is_asked_for(const CaseFile& file, const std::string& path) {
    return file.path == path || sheets::kind_of(file.path) != sheets::Kind::Other;
}

} // namespace

base::Result<CaseData> read_cases(const model::Schema& schema, const std::string& path,
                                  const ReadOptions& options) {
    const auto files = case_files(path);
    if (!files.ok())
        return files.failure();
    std::uint64_t total = 0;
    for (const CaseFile& file : files.value())
        total += file.size;
    const SettledSchema settled(schema);
    CaseReader reader(settled, options.progress, total);
    for (const CaseFile& file : files.value()) {
        if (is_asked_for(file, path)) {
            if (const auto failure = reader.take(file, sheets::kind_of(file.path)))
                return *failure;
        }
        reader.done_with(file);
    }
    return reader.finish(path);
}

} // namespace tiaoli::data
