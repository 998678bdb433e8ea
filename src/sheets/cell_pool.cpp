// Keeps each distinct cell once, found again by open addressing.
#include "tiaoli/sheets/cell_pool.hpp"

#include "tiaoli/base/check.hpp"

#include <algorithm>
#include <functional>

namespace tiaoli::sheets {

namespace {

constexpr std::size_t first_slots = 8;

std::size_t hash_of(std::string_view text, Form form) {
    return std::hash<std::string_view>{}(text)*31 + static_cast<std::size_t>(form);
}

} // namespace

void add_piece(std::string& text, std::string_view piece) {
    if (text.size() > longest_cell)
        return;
    constexpr std::size_t longest_character = 4;
    std::size_t end = std::min(piece.size(), longest_cell + longest_character - text.size());
    while (end > 0 && end < piece.size() && (static_cast<unsigned char>(piece[end]) & 0xC0) == 0x80)
        --end; // between two characters
    text += piece.substr(0, end);
}

std::uint32_t CellPool::add(std::string_view text, Form form) {
    if (text.empty() && form == Form::Text)
        return blank;
    // At most three quarters of the slots are filled.
    if (slots_.empty() || (forms_.size() + 1) * 4 > slots_.size() * 3)
        grow();
    std::uint32_t& slot = slots_[slot_of(text, form)];
    if (slot == blank) {
        bytes_ += text;
        ends_.push_back(bytes_.size());
        forms_.push_back(form);
        slot = static_cast<std::uint32_t>(forms_.size());
    }
    return slot;
}

Cell CellPool::operator[](std::uint32_t id) const {
    if (id == blank)
        return {};
    TIAOLI_CHECK(id <= forms_.size(), "a cell's id must be of its own column");
    const std::size_t begin = id == 1 ? 0 : ends_[id - 2];
    return {std::string_view(bytes_).substr(begin, ends_[id - 1] - begin), forms_[id - 1]};
}

/// The slot that holds this cell, or the free one where it belongs.
std::size_t CellPool::slot_of(std::string_view text, Form form) const {
    std::size_t at = hash_of(text, form) % slots_.size();
    while (slots_[at] != blank) {
        const Cell held = (*this)[slots_[at]];
        if (held.form == form && held.text == text)
            break;
        at = (at + 1) % slots_.size();
    }
    return at;
}

void CellPool::grow() {
    slots_.assign(slots_.empty() ? first_slots : slots_.size() * 2, blank);
    for (std::uint32_t id = 1; id <= forms_.size(); ++id) {
        const Cell cell = (*this)[id];
        slots_[slot_of(cell.text, cell.form)] = id;
    }
}

} // namespace tiaoli::sheets
