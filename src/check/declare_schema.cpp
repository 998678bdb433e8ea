// Declares what the case data look like: enumerations, record types, and the order of events within one day.
#include "declare_fields.hpp"

#include <algorithm>

namespace tiaoli::check {

namespace {

using diag::Message;

class SchemaDeclaration {
  public:
    explicit SchemaDeclaration(Workbench& bench) : bench_(bench) {}

    void run() {
        declare_verdicts();
        each_item(Kind::enumeration_decl, &SchemaDeclaration::declare_enumeration);
        each_item(Kind::record_decl, &SchemaDeclaration::declare_record);
        for (const RecordWork& work : records_) {
            declare_fields(bench_, work);
        }
        each_item(Kind::order_decl, &SchemaDeclaration::declare_order);
        check_order();
    }

  private:
    Workbench& bench_;
    std::size_t version_ = 0;
    std::vector<RecordWork> records_; ///< each record type once
    std::set<model::RecordId> ordered_;
    std::optional<Declared> order_;

    using Step = void (SchemaDeclaration::*)(const Tree&, NodeId);

    void each_item(Kind kind, Step step) {
        for (version_ = 0; version_ < bench_.versions.size(); ++version_) {
            for (const Tree* tree : bench_.versions[version_].trees) {
                for (NodeId item : tree->children(tree->root())) {
                    if (tree->kind(item) == kind) {
                        (this->*step)(*tree, item);
                    }
                }
            }
        }
    }

    void declare_verdicts() {
        model::Enumeration verdicts{"结论", {}, {}};
        for (std::uint8_t index = 0; index <= static_cast<std::uint8_t>(model::Verdict::NotApplicable);
             ++index) {
            verdicts.values.emplace_back(model::verdict_name(static_cast<model::Verdict>(index)));
        }
        bench_.schema().verdicts = add_enumeration(bench_, std::move(verdicts));
    }

    void declare_enumeration(const Tree& tree, NodeId item) {
        const std::vector<NodeId> parts = tree.children(item);
        if (meet(bench_, "type", tree, item, parts.front(), version_) != Meeting::First) {
            return;
        }
        check_name(bench_, tree, parts.front());
        const model::EnumerationId id =
            declare_values(bench_, tree, {parts.begin() + 1, parts.end()}, tree.display(parts.front()));
        bench_.schema().enumerations[id].declared = tree.span(item);
        if (parts.size() < 3) {
            bench_.messages.add(Message::FewValues, tree.span(item), {tree.display(parts.front())});
        }
        bench_.names.enumerations[tree.text(parts.front())] = id;
    }

    void declare_record(const Tree& tree, NodeId item) {
        const NodeId name = tree.child(item, Kind::name);
        if (meet(bench_, "type", tree, item, name, version_) != Meeting::First) {
            return;
        }
        check_name(bench_, tree, name);
        model::Record record;
        record.name = tree.display(name);
        record.declared = tree.span(name);
        const model::RecordId id = bench_.schema().records.add(std::move(record));
        bench_.names.records[tree.text(name)] = id;
        records_.push_back({&tree, item, id});
    }

    void declare_order(const Tree& tree, NodeId item) {
        const Declared now{tree.text(item), tree.span(item), version_};
        if (order_ &&
            (order_->span == now.span || (order_->version != version_ && order_->text == now.text))) {
            return;
        }
        if (order_) {
            const Message message =
                order_->version == version_ ? Message::StatedTwice : Message::ConflictingDeclaration;
            bench_.messages.add(message, now.span, {"同日次序"}).notes = {
                {order_->span, Message::OtherPlace, {}}};
            return;
        }
        order_ = now;
        int rank = 0;
        for (NodeId name : tree.children(item)) {
            const auto found = bench_.names.records.find(tree.text(name));
            if (found == bench_.names.records.end() || !bench_.schema().records[found->second].day.valid()) {
                bench_.messages.add(Message::OrderUndated, tree.span(name), {tree.display(name)});
            } else if (!ordered_.insert(found->second).second) {
                bench_.messages.add(Message::OrderTwice, tree.span(name), {tree.display(name)});
            } else {
                bench_.schema().records[found->second].rank = rank++;
            }
        }
    }

    void check_order() {
        const auto dated = std::count_if(bench_.schema().records.begin(), bench_.schema().records.end(),
                                         [](const model::Record& record) { return record.day.valid(); });
        for (std::uint32_t index = 0; index < bench_.schema().records.size() && (order_ || dated > 1);
             ++index) {
            const model::Record& record = bench_.schema().records[model::RecordId{index}];
            if (record.day.valid() && !ordered_.contains(model::RecordId{index})) {
                bench_.messages.add(Message::OrderMissing, order_ ? order_->span : record.declared,
                                    {record.name});
            }
        }
    }
};

} // namespace

void declare_schema(Workbench& bench) { SchemaDeclaration(bench).run(); }

model::EnumerationId add_enumeration(Workbench& bench, model::Enumeration enumeration) {
    const std::vector<std::string> values = enumeration.values;
    const model::EnumerationId id = bench.schema().enumerations.add(std::move(enumeration));
    for (std::uint32_t index = 0; index < values.size(); ++index) {
        bench.names.values[syntax::canonical(values[index])].push_back({id, index});
    }
    return id;
}

model::EnumerationId declare_values(Workbench& bench, const Tree& tree, const std::vector<NodeId>& values,
                                    const std::string& name) {
    model::Enumeration enumeration{name, {}, {}};
    std::set<std::string> met;
    for (NodeId value : values) {
        if (!met.insert(tree.text(value)).second) {
            bench.messages.add(Message::DuplicateName, tree.span(value), {tree.display(value)});
            continue;
        }
        enumeration.values.push_back(tree.display(value));
    }
    if (!values.empty()) {
        enumeration.declared = source::join(tree.span(values.front()), tree.span(values.back()));
    }
    for (std::uint32_t index = 0; name.empty() && index < bench.schema().enumerations.size(); ++index) {
        const model::Enumeration& other = bench.schema().enumerations[model::EnumerationId{index}];
        if (other.name.empty() && other.values == enumeration.values) {
            return model::EnumerationId{
                index}; // values listed in place are one type wherever the same list stands
        }
    }
    return add_enumeration(bench, std::move(enumeration));
}

} // namespace tiaoli::check
