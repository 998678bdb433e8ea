// What a placeholder stands for in one decision.
#pragma once

#include "lists.hpp"

#include "tiaoli/letter/letter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiaoli::letter {

struct Found {
    enum class Kind : std::uint8_t { NoSuchName, Missing, There };
    Kind kind = Kind::NoSuchName;
    std::string text = {};                    ///< There
    std::string why = {};                     ///< Missing
    std::optional<value::Number> amount = {}; ///< There: of money
    bool counts = true;                       ///< There: not zero and not 否, for 如有
};

class Placeholders {
  public:
    Placeholders(const explain::Scene& scene, const explain::Explanation& explanation,
                 const Occasion& occasion)
        : scene_(scene), explanation_(explanation), occasion_(occasion),
          lists_(lists_of(scene, explanation)) {}

    /// `item`: the item of a list inside which the name stands, or null. Names of fields are joined by "." : 贷款.企业.名称.
    Found find(const std::string& name, const Item* item) const;
    const std::vector<Item>* list(const std::string& name) const;
    /// What could have been meant instead of `name`: for a path the names of the record where it goes astray, behind what was right.
    std::vector<std::string> names(const Item* item, const std::string& name) const;
    std::vector<std::string> list_names() const;

  private:
    std::optional<Found> word(const std::string& name) const;
    Found field_path(const std::string& path) const;
    Found worded(const model::Type& type, const interp::Value& value) const;
    std::optional<model::FieldId> field_named(model::RecordId record, const std::string& name) const;
    interp::Value value_of(const model::RowRef& row, model::FieldId field) const;
    const model::Matter& matter() const { return scene_.schema().matters[explanation_.decision.matter]; }

    const explain::Scene& scene_;
    const explain::Explanation& explanation_;
    const Occasion& occasion_;
    Lists lists_;
};

} // namespace tiaoli::letter
