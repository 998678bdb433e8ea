// The steps of an explanation on a page: every figure opens to its formula, its fields and their cells.
#pragma once

#include "tiaoli/explain/page_writer.hpp"

#include "tiaoli/explain/explanation.hpp"

#include <map>
#include <set>

namespace tiaoli::explain {

class PageSteps {
  public:
    PageSteps(const Scene& scene, const Explanation& explanation, PageWriter& page);

    void write(const std::vector<Step>& steps);
    /// What an output was worked out from, also where a rule above opens it.
    void write_output(const OutputEntry& output);
    /// The words of an article, to be opened where it is cited.
    void write_law(const ArticleRef& article);
    void write_formula(const std::string& words, const ArticleRef& article, const source::Span& place);

  private:
    void note(const std::vector<Step>& steps);
    void write(const Step& step);
    void write_line(const Step& step);
    void write_cell(const Step& step);
    /// What the step rests on, also where that is opened elsewhere.
    const std::vector<Step>& parts_of(const Step& step) const;

    std::string_view in(std::string_view chinese, std::string_view english) const {
        return explain::in(scene_.language, chinese, english);
    }

    const Scene& scene_;
    PageWriter& page_;
    using Parts = std::vector<Step>;
    std::map<std::size_t, const Parts*> opened_; ///< by id
    std::map<std::string, const Parts*>
        figures_; ///< by name: of fields and outputs, where they are opened in full
    int states_ =
        0; ///< inside so many states: what stands there holds on another day, and is no figure by name
    std::set<const Parts*> inside_; ///< opened elsewhere, and being written here
};

} // namespace tiaoli::explain
