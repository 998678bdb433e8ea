// Writes the package with libzip into a buffer.
#include "package.hpp"

#include "tiaoli/base/check.hpp"

#include <zip.h>

#include <memory>

namespace tiaoli::letter {

namespace {

/// 1980-01-01 00:00, the first day that the format knows.
constexpr zip_uint16_t first_day = (1U << 5U) | 1U;

void add(zip_t* archive, const Part& part) {
    zip_source_t* content = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    TIAOLI_CHECK(content != nullptr, "a part in memory can be read");
    const zip_int64_t at = zip_file_add(archive, part.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    TIAOLI_CHECK(at >= 0, "each part of a package has a name of its own");
    const auto index = static_cast<zip_uint64_t>(at);
    const bool is_set = zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0 &&
                        zip_file_set_dostime(archive, index, 0, first_day, 0) == 0;
    TIAOLI_CHECK(is_set, "a new part takes its time and its way of storing");
}

std::string content_of(zip_source_t* buffer) {
    std::string out;
    TIAOLI_CHECK(zip_source_open(buffer) == 0, "a package in memory can be read");
    char block[8192];
    for (zip_int64_t got = 0; (got = zip_source_read(buffer, block, sizeof block)) > 0;)
        out.append(block, static_cast<std::size_t>(got));
    zip_source_close(buffer);
    return out;
}

} // namespace

std::string package(const std::vector<Part>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    TIAOLI_CHECK(buffer != nullptr, "there is memory for a letter");
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> keeper{buffer, &zip_source_free};
    zip_source_keep(buffer);
    zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    TIAOLI_CHECK(archive != nullptr, "a new package can be begun");
    for (const Part& part : parts)
        add(archive, part);
    TIAOLI_CHECK(zip_close(archive) == 0, "a package in memory can be written");
    std::string out = content_of(buffer);
    zip_error_fini(&error);
    return out;
}

} // namespace tiaoli::letter
