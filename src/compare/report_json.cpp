// A comparison as JSON.
#include "tiaoli/compare/report.hpp"

#include "phrases.hpp"

#include "tiaoli/explain/json_writer.hpp"

namespace tiaoli::compare {

namespace {

class ReportJson {
  public:
    explicit ReportJson(const Report& report) : report_(report), phrases_(report) {}

    std::string write();

  private:
    void write_version(std::string_view key, const project::Project& project);
    void write_articles();
    void write_article(std::size_t at);
    void write_figures(const std::vector<ChangedFigure>& figures);
    void write_changes();
    void write_unit(std::string_view key, const project::Project& project, const Unit& unit);
    void write_decisions();
    void write_matter(const MatterSums& matter);
    void write_sums(const MatterSums& matter, const Sums& sums);
    void write_flips();
    void write_outcome(std::string_view key, const std::optional<Outcome>& outcome);
    void write_attribution();
    void write_set(const AmendmentSet& set);
    void names(const std::vector<std::string>& texts);

    const Report& report_;
    Phrases phrases_;
    explain::JsonWriter json_;
};

std::string_view piece_word(PieceKind kind) {
    switch (kind) {
    case PieceKind::Same:
        return "same";
    case PieceKind::Removed:
        return "removed";
    case PieceKind::Added:
        return "added";
    }
    return {};
}

std::string ReportJson::write() {
    json_.open_object();
    json_.member("program", report_.program_version);
    json_.member("policy", report_.after.policy.schema.policy_name);
    write_version("old", report_.before);
    write_version("new", report_.after);
    write_articles();
    write_changes();
    if (report_.decisions)
        write_decisions();
    if (report_.attribution)
        write_attribution();
    json_.close();
    return json_.take();
}

void ReportJson::write_version(std::string_view key, const project::Project& project) {
    json_.key(key);
    json_.open_object();
    json_.member("version", project.policy.versions[model::VersionId{0}].name);
    json_.key("files");
    json_.open_array();
    for (const project::PolicyFile& file : project.files) {
        json_.open_object();
        json_.member("path", file.path);
        json_.member("sha256", file.sha256);
        json_.close();
    }
    json_.close();
    json_.close();
}

void ReportJson::names(const std::vector<std::string>& texts) {
    json_.open_array();
    for (const std::string& text : texts)
        json_.text(text);
    json_.close();
}

void ReportJson::write_articles() {
    json_.key("articles");
    json_.open_array();
    for (std::size_t at = 0; at < report_.comparison.articles.size(); ++at) {
        if (!phrases_.article_names(at).empty())
            write_article(at);
    }
    json_.close();
}

void ReportJson::write_article(std::size_t at) {
    const ArticlePair& pair = report_.comparison.articles[at];
    json_.open_object();
    if (pair.before.valid())
        json_.member("old", phrases_.before().articles[pair.before].label);
    if (pair.after.valid())
        json_.member("new", phrases_.after().articles[pair.after].label);
    json_.key("names");
    names(phrases_.article_names(at));
    if (pair.reworded) {
        json_.key("words");
        json_.open_array();
        for (const Piece& piece : pair.words.pieces) {
            json_.open_object();
            json_.member(piece_word(piece.kind), piece.text);
            json_.close();
        }
        json_.close();
        json_.key("figures");
        write_figures(pair.words.figures);
    }
    json_.close();
}

void ReportJson::write_figures(const std::vector<ChangedFigure>& figures) {
    json_.open_array();
    for (const ChangedFigure& figure : figures) {
        json_.open_object();
        json_.member("old", figure.before);
        json_.member("new", figure.after);
        json_.close();
    }
    json_.close();
}

void ReportJson::write_changes() {
    json_.key("changes");
    json_.open_array();
    for (const Change& change : report_.comparison.changes) {
        json_.open_object();
        if (change.pair != Change::no_pair)
            json_.member("article", phrases_.article(report_.comparison.articles[change.pair]));
        json_.member("name", phrases_.change_name(change));
        json_.member("kind", phrases_.unit_kind(change.unit().kind));
        json_.member("title", change.unit().title);
        json_.member("in", change.unit().home);
        if (!change.figures.empty()) {
            json_.key("figures");
            write_figures(change.figures);
        }
        if (change.before)
            write_unit("old", report_.before, *change.before);
        if (change.after)
            write_unit("new", report_.after, *change.after);
        json_.close();
    }
    json_.close();
}

void ReportJson::write_unit(std::string_view key, const project::Project& project, const Unit& unit) {
    json_.key(key);
    json_.open_object();
    json_.member("words", unit.words);
    if (unit.span.source.valid()) {
        const source::LineColumn place = project.sources.line_column(unit.span.source, unit.span.begin);
        json_.member("file", project.sources[unit.span.source].path);
        json_.key("line");
        json_.number(place.line);
    }
    json_.close();
}

void ReportJson::write_decisions() {
    json_.key("decisions");
    json_.open_object();
    json_.member("today", report_.today->to_text());
    for (const int side : {0, 1}) {
        json_.key(side == 0 ? "decided_old" : "decided_new");
        json_.number(report_.decisions->decided[side]);
        json_.key(side == 0 ? "turned_back_old" : "turned_back_new");
        json_.number(report_.decisions->turned_back[side]);
    }
    json_.key("matters");
    json_.open_array();
    for (const MatterSums& matter : report_.decisions->matters)
        write_matter(matter);
    json_.close();
    write_flips();
    json_.close();
}

void ReportJson::write_matter(const MatterSums& matter) {
    json_.open_object();
    json_.member("matter", matter.matter);
    for (const int side : {0, 1}) {
        json_.key(side == 0 ? "verdicts_old" : "verdicts_new");
        json_.open_object();
        for (const auto& [verdict, count] : matter.verdicts[side]) {
            json_.key(model::verdict_name(verdict));
            json_.number(count);
        }
        json_.close();
    }
    json_.key("sums");
    write_sums(matter, matter.sums);
    json_.key("by");
    json_.open_array();
    for (const Dimension& dimension : matter.dimensions) {
        json_.open_object();
        json_.member("name", dimension.name);
        json_.key("groups");
        json_.open_array();
        for (const auto& [group, sums] : dimension.groups) {
            json_.open_object();
            json_.member("group", group);
            json_.key("sums");
            write_sums(matter, sums);
            json_.close();
        }
        json_.close();
        json_.close();
    }
    json_.close();
    json_.close();
}

void ReportJson::write_sums(const MatterSums& matter, const Sums& sums) {
    json_.open_object();
    for (const int side : {0, 1}) {
        json_.key(side == 0 ? "old" : "new");
        json_.open_object();
        json_.key("decided");
        json_.number(sums.decided[side]);
        json_.key("passed");
        json_.number(sums.passed[side]);
        for (const std::string& output : matter.outputs)
            json_.member(output, value::money_plain(sums.of(side, output)));
        json_.close();
    }
    json_.close();
}

void ReportJson::write_flips() {
    json_.key("changed");
    json_.open_array();
    for (std::size_t at = 0; at < report_.decisions->flips.size(); ++at) {
        const Flip& flip = report_.decisions->flips[at];
        json_.open_object();
        json_.member("matter", flip.id.matter);
        json_.member("record", flip.record);
        json_.member("key", flip.id.key);
        json_.member("period", flip.id.period);
        write_outcome("old", flip.before);
        write_outcome("new", flip.after);
        if (report_.attribution && report_.attribution->sound) {
            const Cause& cause = report_.attribution->causes[at];
            json_.key("sufficient");
            json_.open_array();
            for (const AmendmentSet& set : cause.sufficient)
                write_set(set);
            json_.close();
            json_.key("needed");
            write_set(cause.needed);
        }
        json_.close();
    }
    json_.close();
}

void ReportJson::write_outcome(std::string_view key, const std::optional<Outcome>& outcome) {
    json_.key(key);
    if (!outcome)
        return json_.null();
    json_.open_object();
    json_.member("verdict", model::verdict_name(outcome->verdict));
    if (outcome->trial) {
        json_.key("trial");
        json_.boolean(true);
    }
    json_.key("outputs");
    json_.open_object();
    for (const auto& [name, output] : outcome->outputs)
        json_.member(name, output.text);
    json_.close();
    json_.close();
}

void ReportJson::write_set(const AmendmentSet& set) {
    json_.open_array();
    for (const std::size_t at : set)
        json_.text(phrases_.amendment(report_.attribution->amendments[at]));
    json_.close();
}

void ReportJson::write_attribution() {
    const Attribution& attribution = *report_.attribution;
    json_.key("attribution");
    json_.open_object();
    json_.key("sound");
    json_.boolean(attribution.sound);
    json_.key("exact");
    json_.boolean(attribution.exact);
    json_.key("decided_times");
    json_.number(attribution.tried);
    json_.key("amendments");
    json_.open_array();
    for (std::size_t at = 0; at < attribution.alone.size(); ++at) {
        const Alone& alone = attribution.alone[at];
        json_.open_object();
        json_.member("name", phrases_.amendment(attribution.amendments[at]));
        json_.key("stands_alone");
        json_.boolean(alone.stands);
        json_.key("changed");
        json_.number(alone.flips);
        json_.key("sums");
        json_.open_array();
        for (const auto& [key, sum] : alone.money) {
            json_.open_object();
            json_.member("matter", key.first);
            json_.member("output", key.second);
            json_.member("change", value::money_plain(sum));
            json_.close();
        }
        json_.close();
        json_.close();
    }
    json_.close();
    json_.close();
}

} // namespace

std::string report_json(const Report& report) { return ReportJson{report}.write(); }

} // namespace tiaoli::compare
