// Writes the elements of a page; every text is escaped on its way in.
#pragma once

#include "tiaoli/source/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiaoli::explain {

class PageWriter {
  public:
    /// `<name class="…">`; `close` ends the last one opened. `attributes` are written as they are.
    void open(std::string_view name, std::string_view css_class = {}, std::string_view attributes = {}) {
        out_ += "<" + std::string{name};
        if (!css_class.empty())
            out_ += " class=\"" + std::string{css_class} + "\"";
        out_ += std::string{attributes.empty() ? "" : " "} + std::string{attributes} + ">";
        open_.emplace_back(name);
    }
    void close() {
        out_ += "</" + open_.back() + ">";
        if (open_.back() != "span" && open_.back() != "a")
            out_ += "\n";
        open_.pop_back();
    }
    void text(std::string_view words) { out_ += source::html_escaped(words); }
    void element(std::string_view name, std::string_view words, std::string_view css_class = {}) {
        open(name, css_class);
        text(words);
        close();
    }
    /// Our own markup, never anything that was read.
    void raw(std::string_view markup) { out_ += markup; }
    std::string take() { return std::move(out_); }

  private:
    std::vector<std::string> open_;
    std::string out_;
};

} // namespace tiaoli::explain
