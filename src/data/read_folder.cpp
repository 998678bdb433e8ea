// Reads a folder of case files: which file is which record type's, and in which encoding.
#include "tiaoli/data/tables.hpp"

#include "cell_text.hpp"
#include "link.hpp"
#include "read_table.hpp"
#include "settled.hpp"

#include "tiaoli/source/checksum.hpp"
#include "tiaoli/source/encoding.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

namespace tiaoli::data {

namespace {

namespace fs = std::filesystem;
using diag::Message;

base::Result<std::vector<fs::path>> files_in(const std::string& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    fs::directory_iterator each(folder, error);
    for (; !error && each != fs::directory_iterator(); each.increment(error)) {
        const std::string name = each->path().filename().string();
        if (!name.starts_with(".") && !name.starts_with("~$") && !each->is_directory(error))
            files.push_back(each->path());
    }
    if (error)
        return base::Failure{folder, error.message()};
    std::sort(files.begin(), files.end());
    return files;
}

enum class FileKind : std::uint8_t { Table, Workbook, Other };

FileKind kind_of(const fs::path& path) {
    static constexpr std::string_view workbooks[] = {".xlsx", ".xls", ".xlsm", ".et", ".ods"};
    const std::string extension = squeezed(path.extension().string());
    if (extension == ".csv" || extension == ".tsv")
        return FileKind::Table;
    const bool workbook =
        std::find(std::begin(workbooks), std::end(workbooks), extension) != std::end(workbooks);
    return workbook ? FileKind::Workbook : FileKind::Other;
}

class FolderReader {
  public:
    explicit FolderReader(const SettledSchema& settled)
        : settled_(settled), schema_(settled.schema()), drafts_of_(schema_.records.size()) {}

    /// The failure of a file that the environment does not let us read.
    std::optional<base::Failure> take(const fs::path& path) {
        const FileKind kind = kind_of(path);
        if (kind == FileKind::Workbook)
            data_.messages.add(Message::FileNotCsv, whole(path.string()));
        if (kind != FileKind::Table)
            return std::nullopt;
        const std::string stem = path.stem().string();
        const model::RecordId record = record_named(stem);
        if (!record.valid()) {
            say_unclaimed(path.string(), stem);
            return std::nullopt;
        }
        base::Result<std::string> bytes = source::read_file(path.string());
        if (!bytes.ok())
            return bytes.failure();
        read(record, path.string(), bytes.value());
        return std::nullopt;
    }

    CaseData finish(const std::string& folder) {
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            const std::vector<std::size_t>& drafts = drafts_of_[record];
            const std::string& name = schema_.records[model::RecordId{record}].name;
            if (drafts.empty() && settled_.is_known({record}))
                data_.messages.add(Message::FileMissing, whole(folder), {name});
            for (std::size_t at = 0; drafts.size() > 1 && at < drafts.size(); ++at)
                refuse_double(drafts_[drafts[at]], name, drafts_[drafts[at == 0 ? 1 : 0]].file);
        }
        link(schema_, std::move(drafts_), data_);
        settled_.take(data_);
        return std::move(data_);
    }

  private:
    const SettledSchema& settled_;
    const model::Schema& schema_; ///< with the matters' results
    CaseData data_;
    std::vector<Draft> drafts_;
    std::vector<std::vector<std::size_t>> drafts_of_; ///< by record

    static source::CellPlace whole(const std::string& path) { return {path, "", 0, 0, ""}; }

    model::RecordId record_named(const std::string& stem) const {
        for (std::uint32_t record = 0; record < schema_.records.size(); ++record) {
            if (squeezed(schema_.records[model::RecordId{record}].name) == squeezed(stem))
                return model::RecordId{record};
        }
        return {};
    }

    void say_unclaimed(const std::string& path, const std::string& stem) {
        std::vector<std::string> names;
        for (const model::Record& record : schema_.records)
            names.push_back(record.name);
        if (const auto near = nearest(stem, names)) {
            data_.messages.add(Message::FileUnclaimedNear, whole(path), {stem, *near});
        } else {
            data_.messages.add(Message::FileUnclaimed, whole(path), {stem});
        }
    }

    void read(model::RecordId record, const std::string& path, const std::string& bytes) {
        const source::DecodedText decoded = source::decode_bytes(bytes);
        InputFile file{path, std::string(source::encoding_name(decoded.encoding)), source::sha256(bytes), 0};
        drafts_of_[record.index].push_back(drafts_.size());
        if (decoded.encoding == source::Encoding::Unknown) {
            drafts_.push_back(unreadable(record, path, *decoded.bad_byte));
        } else {
            drafts_.push_back(read_table(schema_, record, decoded.text, file));
            const bool expected =
                decoded.encoding == source::Encoding::Utf8 || decoded.encoding == source::Encoding::Utf8Bom;
            if (!expected)
                drafts_.back().messages.add(Message::FileEncoding, whole(path), {file.encoding});
        }
        data_.files.push_back(std::move(file));
    }

    /// A file that is no text is turned back as one row, so that it is not taken for an empty table.
    Draft unreadable(model::RecordId record, const std::string& path, std::size_t bad_byte) const {
        Draft draft = draft_of(schema_, record);
        draft.file = path;
        draft.refuse(Message::FileUnreadable, {std::to_string(bad_byte + 1)});
        draft.rows.push_back({});
        draft.rows.back().turned_back = true;
        return draft;
    }

    static void refuse_double(Draft& draft, const std::string& name, const std::string& other) {
        draft.refuse(Message::FileTwice, {name, other});
        for (DraftRow& row : draft.rows)
            row.turned_back = true;
    }
};

} // namespace

base::Result<CaseData> read_folder(const model::Schema& schema, const std::string& path) {
    const auto files = files_in(path);
    if (!files.ok())
        return files.failure();
    const SettledSchema settled(schema);
    FolderReader reader(settled);
    for (const fs::path& file : files.value()) {
        if (const auto failure = reader.take(file))
            return *failure;
    }
    return reader.finish(path);
}

} // namespace tiaoli::data
