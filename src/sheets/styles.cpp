// Reads styles.xml as far as number formats go.
#include "styles.hpp"

#include "xml.hpp"

#include <map>

namespace tiaoli::sheets {

namespace {

// More styles than this no program writes.
constexpr std::size_t most_styles = 70'000;

class Listener : public XmlListener {
  public:
    explicit Listener(Styles& styles) : styles_(styles) {}

    void open(std::string_view name, const Attributes& attributes) override {
        const auto id = attributes.number("numFmtId");
        if (name == "numFmt" && id)
            codes_[*id] = format_of_code(attributes["formatCode"]);
        else if (name == "cellXfs")
            in_cells_ = true;
        else if (name == "xf" && in_cells_)
            styles_.push_back(format(id.value_or(0)));
    }
    void close(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }
    void text(std::string_view) override {}
    bool is_done() const override { return styles_.size() > most_styles || codes_.size() > most_styles; }

  private:
    Styles& styles_;
    std::map<std::uint32_t, NumberFormat> codes_;
    bool in_cells_ = false;

    NumberFormat format(std::uint32_t id) const {
        const auto custom = codes_.find(id);
        return custom == codes_.end() ? built_in_format(id) : custom->second;
    }
};

} // namespace

std::optional<Trouble> read_styles(Archive& archive, const std::string& name, Styles& styles) {
    Listener listener(styles);
    return read_xml(archive, name, listener);
}

} // namespace tiaoli::sheets
