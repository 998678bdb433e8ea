// Follows the relations between the files of a workbook.
#include "workbook_parts.hpp"

#include "xml.hpp"

#include <map>

namespace tiaoli::sheets {

namespace {

// No workbook has more worksheets or relations.
constexpr std::size_t most_parts = 10'000;

struct Relation {
    std::string kind; ///< the last word of its type: worksheet, styles …
    std::string target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

/// The file that a relation of a file in `folder` leads to.
std::string resolved(const std::string& folder, std::string_view target) {
    if (target.starts_with("/"))
        return std::string(target.substr(1));
    std::string base = folder;
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../") && !base.empty()) {
            const std::size_t slash = base.rfind('/', base.size() - 2);
            base = slash == std::string::npos ? "" : base.substr(0, slash + 1);
        }
        target.remove_prefix(target.find('/') + 1);
    }
    return base + std::string(target);
}

class RelationListener : public XmlListener {
  public:
    RelationListener(std::string folder, Relations& relations)
        : folder_(std::move(folder)), relations_(relations) {}
    void open(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship")
            return;
        const std::string_view type = attributes["Type"];
        relations_[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                                     resolved(folder_, attributes["Target"])};
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}
    bool is_done() const override { return relations_.size() > most_parts; }

  private:
    std::string folder_;
    Relations& relations_;
};

class WorkbookListener : public XmlListener {
  public:
    WorkbookListener(const Relations& relations, WorkbookParts& parts)
        : relations_(relations), parts_(parts) {}
    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "sheet")
            take_sheet(attributes);
        else if (name == "workbookPr" && attributes.is_set("date1904"))
            parts_.days = DayCount::From1904;
        else if (name == "calcPr" && attributes.is_set("fullCalcOnLoad"))
            parts_.results = WorkbookContext::Results::Stale;
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}
    bool is_done() const override { return parts_.worksheets.size() > most_parts; }

  private:
    const Relations& relations_;
    WorkbookParts& parts_;

    /// Sheets that hold a chart alone are left out.
    void take_sheet(const Attributes& attributes) {
        const auto relation = relations_.find(attributes["id"]);
        if (relation == relations_.end() || relation->second.kind != "worksheet")
            return;
        const std::string_view state = attributes["state"];
        const bool hidden = state == "hidden" || state == "veryHidden";
        parts_.worksheets.push_back({std::string(attributes["name"]),
                                     hidden ? Visibility::Hidden : Visibility::Shown,
                                     relation->second.target});
    }
};

std::string folder_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? std::string{} : file.substr(0, slash + 1);
}

std::optional<Trouble> read_relations(Archive& archive, const std::string& file, Relations& relations) {
    const std::string folder = folder_of(file);
    const std::string name = folder + "_rels/" + file.substr(folder.size()) + ".rels";
    if (!archive.has(name))
        return Trouble{diag::Message::WorkbookNone, {}};
    RelationListener listener(folder, relations);
    return read_xml(archive, name, listener);
}

} // namespace

std::optional<Trouble> read_parts(Archive& archive, WorkbookParts& parts) {
    Relations of_archive;
    if (auto trouble = read_relations(archive, "", of_archive))
        return trouble;
    std::string workbook;
    for (const auto& [id, relation] : of_archive) {
        if (relation.kind == "officeDocument")
            workbook = relation.target;
    }
    if (workbook.empty() || !archive.has(workbook))
        return Trouble{diag::Message::WorkbookNone, {}};
    Relations relations;
    if (auto trouble = read_relations(archive, workbook, relations))
        return trouble;
    WorkbookListener listener(relations, parts);
    if (auto trouble = read_xml(archive, workbook, listener))
        return trouble;
    for (const auto& [id, relation] : relations) {
        if (relation.kind == "sharedStrings")
            parts.strings = relation.target;
        else if (relation.kind == "styles")
            parts.styles = relation.target;
    }
    return std::nullopt;
}

} // namespace tiaoli::sheets
