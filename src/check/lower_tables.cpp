// A table as a definition: each row is a clause whose guard joins the conditions of its cells.
#include "literals.hpp"
#include "tables.hpp"
#include "written.hpp"

namespace tiaoli::check {

namespace {

using diag::Message;
using model::ClauseKind;

class TableLowering {
  public:
    TableLowering(Workbench& bench, FieldTypes& types, const VersionWork& work, const Statement& at,
                  model::FieldId field)
        : bench_(bench), types_(types), work_(work), at_(at), tree_(*at.tree), version_(bench.version(work)),
          table_(syntax::table_at(tree_, at.node)), field_(field) {}

    std::optional<model::DefinitionPart> run() {
        if (!check_table_shape(bench_, at_, table_) || !read_subjects() || !read_rows()) {
            return std::nullopt;
        }
        const bool progressive = syntax::option(tree_, table_, Kind::table_progressive).valid();
        auto part = progressive ? lower_progressive(bench_, work_, at_, subjects_.front(), rows_)
                                : std::optional{clauses()};
        if (part && progressive) {
            check_type(version_.exprs[part->clauses.front().value].type);
        }
        if (part) {
            part->from = begin();
        }
        return part;
    }

  private:
    Workbench& bench_;
    FieldTypes& types_;
    const VersionWork& work_;
    const Statement& at_;
    const Tree& tree_;
    model::Version& version_;
    syntax::Table table_;
    model::FieldId field_;
    std::vector<Subject> subjects_;
    std::vector<Row> rows_;
    std::vector<ExprId> others_; ///< by column: what none of its other cells lists; not valid: not needed yet

    std::optional<value::Date> begin() const {
        const NodeId from = syntax::option(tree_, table_, Kind::table_from);
        return from.valid() ? read_day(tree_.text(tree_.child(from, Kind::literal_text))) : std::nullopt;
    }

    std::optional<CellMeaning> choose_at(NodeId holder, const LowerBody& lower_body) {
        Statement part = at_;
        part.node = holder;
        auto meaning = choose(bench_, types_, work_, part, scope_of(at_), lower_body);
        return meaning ? std::optional{std::get<CellMeaning>(*meaning)} : std::nullopt;
    }

    bool read_subjects() {
        for (std::size_t column = 0; column < table_.inputs.size(); ++column) {
            const NodeId input = table_.inputs[column];
            const auto before = static_cast<std::uint32_t>(version_.exprs.size());
            const auto meaning = choose_at(input, [](Lowering& at, NodeId body) {
                return Meaning{CellMeaning{CellKind::Holds, at.lower(at.tree.children(body).front())}};
            });
            if (!meaning) {
                continue;
            }
            const auto after = static_cast<std::uint32_t>(version_.exprs.size());
            subjects_.push_back({before, after, meaning->root, version_.exprs[meaning->root].type,
                                 column_unit(tree_, table_, column), input_words(tree_, input)});
        }
        return subjects_.size() == table_.inputs.size();
    }

    bool read_rows() {
        for (NodeId node : table_.rows) {
            Row row{node, {}, {}, {}};
            const std::vector<NodeId> cells = tree_.children(node);
            for (std::size_t column = 0; column < subjects_.size(); ++column) {
                const auto meaning = choose_at(cells[column], [&](Lowering& at, NodeId body) {
                    return Meaning{lower_cell(at, body, subjects_[column])};
                });
                if (meaning) {
                    row.conditions.push_back(*meaning);
                    row.words += cell_words(cells[column], subjects_[column], meaning->kind);
                }
            }
            const auto value = read_value(cells);
            if (value && row.conditions.size() == subjects_.size()) {
                row.value = value->root;
                row.words = row.words.substr(0, row.words.size() - (row.words.empty() ? 0 : 3));
                rows_.push_back(std::move(row));
            }
        }
        return rows_.size() == table_.rows.size();
    }

    std::optional<CellMeaning> read_value(const std::vector<NodeId>& cells) {
        const bool progressive = syntax::option(tree_, table_, Kind::table_progressive).valid();
        const std::string name = bench_.schema().fields[field_].name;
        const std::size_t column = result_column(tree_, table_, syntax::canonical(name));
        const std::string unit = column_unit(tree_, table_, column);
        const Type type = progressive ? Type{} : types_.of(field_);
        return choose_at(cells[column], [&](Lowering& at, NodeId body) {
            const NodeId node = at.tree.children(body).front();
            const ExprId value = lower_cell_value(at, node, type, unit);
            if (!fits(at.type(value), type)) {
                at.fail(node, Message::ClauseType,
                        {name, type_words(bench_.schema(), type), at.type_text(value)});
            }
            return Meaning{CellMeaning{CellKind::Holds, value}};
        });
    }

    void check_type(const Type& found) {
        const model::Field& field = bench_.schema().fields[field_];
        if (!fits(found, field.type)) {
            bench_.messages.add(
                Message::ClauseType, syntax::table_head(tree_, at_.node),
                {field.name, type_words(bench_.schema(), field.type), type_words(bench_.schema(), found)});
        }
    }

    /// 从业人员满300人， 行业为工业， with a comma behind; nothing for 任意.
    std::string cell_words(NodeId cell, const Subject& subject, CellKind kind) const {
        if (kind == CellKind::Any) {
            return {};
        }
        const NodeId readings = tree_.child(cell, Kind::readings);
        const NodeId body = tree_.children(readings).front();
        const bool plain = kind == CellKind::Other || tree_.child(body, Kind::cell_values).valid();
        return subject.words + (plain ? "为" : "") + with_units(body, subject.unit) + "，";
    }

    /// The cell as written, its bare numbers with the unit of the column: 超过500万元，1500万元以下.
    std::string with_units(NodeId body, const std::string& unit) const {
        std::vector<NodeId> bare;
        collect_bare(body, unit, bare);
        std::string words;
        source::Span rest = tree_.span(body);
        for (NodeId literal : bare) {
            words += as_written(bench_.sources.text({rest.source, rest.begin, tree_[literal].end})) + unit;
            rest.begin = tree_[literal].end;
        }
        return words + as_written(bench_.sources.text(rest));
    }

    void collect_bare(NodeId node, const std::string& unit, std::vector<NodeId>& bare) const {
        if (literal_in_unit(tree_, node, unit)) {
            bare.push_back(node);
        }
        for (NodeId child : tree_.children(node)) {
            collect_bare(child, unit, bare);
        }
    }

    model::DefinitionPart clauses() {
        others_.resize(subjects_.size());
        model::DefinitionPart part;
        const bool first = syntax::option(tree_, table_, Kind::table_first).valid();
        part.table = first ? model::TableForm::FirstRow : model::TableForm::Rows;
        for (std::size_t index = 0; index < rows_.size(); ++index) {
            const Row& row = rows_[index];
            model::Clause clause;
            clause.span = tree_.span(row.node);
            clause.row = static_cast<std::uint32_t>(index + 1);
            clause.row_words = row.words;
            clause.value = row.value;
            clause.kind = ClauseKind::Guarded;
            if (rows_.size() == 1 && says_nothing(row, CellKind::Any)) {
                clause.kind = ClauseKind::Plain;
            } else if (index + 1 == rows_.size() && index > 0 && says_nothing(row, CellKind::Other)) {
                clause.kind = ClauseKind::Otherwise;
            } else {
                clause.guard = guard_of(row);
            }
            part.clauses.push_back(std::move(clause));
        }
        return part;
    }

    /// Whether all cells are 任意, or one of 任意 and `beside`.
    static bool says_nothing(const Row& row, CellKind beside) {
        for (const CellMeaning& cell : row.conditions) {
            if (cell.kind != CellKind::Any && cell.kind != beside) {
                return false;
            }
        }
        return true;
    }

    ExprId add(const source::Span& span, model::ExprNode node) {
        return version_.exprs.add({std::move(node), {TypeKind::Bool}, span});
    }

    ExprId guard_of(const Row& row) {
        std::vector<ExprId> conditions;
        const std::vector<NodeId> cells = tree_.children(row.node);
        for (std::size_t column = 0; column < row.conditions.size(); ++column) {
            const CellMeaning& cell = row.conditions[column];
            if (cell.kind == CellKind::Holds) {
                conditions.push_back(cell.root);
            } else if (cell.kind == CellKind::Other) {
                conditions.push_back(other(column, cells[column]));
            }
        }
        const source::Span span = tree_.span(row.node);
        if (conditions.empty()) {
            return add(span, model::Constant{true});
        }
        return conditions.size() == 1
                   ? conditions.front()
                   : add(span, model::Logic{model::LogicOperator::And, std::move(conditions)});
    }

    /// 其他: what no other row of the column lists. Built once a column, for all its cells.
    ExprId other(std::size_t column, NodeId cell) {
        if (others_[column].valid()) {
            return others_[column];
        }
        std::vector<ExprId> listed;
        std::set<std::string> met;
        for (const Row& row : rows_) {
            const CellMeaning& each = row.conditions[column];
            if (each.kind == CellKind::Holds &&
                met.insert(describe(bench_.schema(), version_, version_.exprs, each.root)).second) {
                listed.push_back(each.root);
            }
        }
        const source::Span span = tree_.span(cell);
        if (listed.empty()) {
            bench_.messages.add(Message::OtherAlone, span);
            return add(span, model::Constant{false});
        }
        const ExprId any = listed.size() == 1
                               ? listed.front()
                               : add(span, model::Logic{model::LogicOperator::Or, std::move(listed)});
        others_[column] = add(span, model::Unary{model::UnaryOperator::Not, any});
        return others_[column];
    }
};

} // namespace

std::optional<model::DefinitionPart> lower_table(Workbench& bench, FieldTypes& types, const VersionWork& work,
                                                 const Statement& at, model::FieldId field) {
    return TableLowering(bench, types, work, at, field).run();
}

} // namespace tiaoli::check
