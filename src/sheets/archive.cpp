// Opens zip archives with libzip. Sizes are counted while unpacking: what an archive declares of itself is not believed.
#include "archive.hpp"

#include <zip.h>

#include <array>

namespace tiaoli::sheets {

namespace {

// A sheet of a million rows and twenty columns is below a gigabyte; worksheets pack ten to fifty times.
constexpr std::uint64_t most_bytes = std::uint64_t{2} << 30;
constexpr std::uint64_t most_times = 300;
constexpr std::uint64_t bytes_unsuspected = std::uint64_t{16} << 20;
constexpr std::size_t piece_size = 64 * 1024;
// Office programs put old formats and encrypted workbooks into such a container.
constexpr std::string_view ole_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string reason_of(const zip_error_t& error) {
    zip_error_t copy = error;
    std::string reason = zip_error_strerror(&copy);
    return reason;
}

/// Names in the container are UTF-16.
bool holds_wide(std::string_view bytes, std::string_view word) {
    std::string wide;
    for (const char letter : word)
        wide += {letter, '\0'};
    return bytes.find(wide) != std::string_view::npos;
}

std::optional<Trouble> no_archive(std::string_view bytes) {
    if (bytes.starts_with(ole_mark))
        return holds_wide(bytes, "EncryptedPackage") ? Trouble{diag::Message::WorkbookEncrypted, {}}
                                                     : Trouble{diag::Message::WorkbookOld, {".xls"}};
    if (!bytes.starts_with("PK"))
        return Trouble{diag::Message::WorkbookNone, {}};
    return std::nullopt;
}

} // namespace

struct Archive::Held {
    std::string bytes;
    zip_t* zip = nullptr;
    std::uint64_t unpacked = 0;

    explicit Held(std::string taken) : bytes(std::move(taken)) {}
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() {
        if (zip != nullptr)
            zip_discard(zip);
    }
};

std::variant<Archive, Trouble> Archive::open(std::string bytes) {
    if (const auto trouble = no_archive(bytes))
        return *trouble;
    const auto held = std::make_shared<Held>(std::move(bytes));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(held->bytes.data(), held->bytes.size(), 0, &error);
    if (source != nullptr) {
        held->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
        if (held->zip == nullptr)
            zip_source_free(source);
    }
    const std::string reason = held->zip == nullptr ? reason_of(error) : std::string{};
    zip_error_fini(&error);
    if (held->zip == nullptr)
        return Trouble{diag::Message::WorkbookDamaged, {reason}};
    Archive archive;
    archive.held_ = held;
    return archive;
}

bool Archive::has(const std::string& name) const { return zip_name_locate(held_->zip, name.c_str(), 0) >= 0; }

std::optional<Trouble> Archive::read(const std::string& name,
                                     const std::function<bool(std::string_view)>& take) {
    const auto damaged = [&] {
        return Trouble{diag::Message::WorkbookDamaged, {name + ": " + zip_strerror(held_->zip)}};
    };
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(held_->zip, name.c_str(), 0, &stat) != 0)
        return damaged();
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(held_->zip, name.c_str(), 0),
                                                                 zip_fclose);
    if (!file)
        return damaged();
    const std::uint64_t packed = std::min<std::uint64_t>(stat.comp_size, held_->bytes.size());
    std::uint64_t of_this = 0;
    std::array<char, piece_size> piece{};
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0)
            return Trouble{diag::Message::WorkbookDamaged, {name + ": " + zip_file_strerror(file.get())}};
        of_this += static_cast<std::uint64_t>(count);
        held_->unpacked += static_cast<std::uint64_t>(count);
        if (held_->unpacked > most_bytes || (of_this > bytes_unsuspected && of_this / most_times > packed))
            return Trouble{diag::Message::WorkbookBomb, {name}};
        if (count == 0 || !take({piece.data(), static_cast<std::size_t>(count)}))
            return std::nullopt;
    }
}

} // namespace tiaoli::sheets
