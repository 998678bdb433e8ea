// Amounts written in words are read back as the same amount, by the reader of case files.
#include "tiaoli/data/tables.hpp"
#include "tiaoli/letter/letter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace tiaoli;

namespace {

/// A schema with one amount, for `data::read_value`.
struct World {
    model::Schema schema;
    data::CaseData data;
    model::FieldId amount;

    World() {
        const model::RecordId record = schema.records.add({"笔", {}, {}, {}, {}});
        const model::FieldId key = schema.fields.add({"编号", record, {model::TypeKind::Text, {}, {}}});
        amount = schema.fields.add({"金额", record, {model::TypeKind::Money, {}, {}}});
        schema.records[record].key = {key};
        schema.records[record].fields = {key, amount};
        data = data::build_tables(schema, {});
    }
    std::optional<model::Scalar> read(const std::string& text) const {
        return data::read_value(schema, data, amount, text);
    }
};

} // namespace

TEST_CASE("an amount in words reads back as itself") {
    const World world;
    CHECK(rc::check([&] {
        // Many zeros, so that the places of 零 are met.
        std::int64_t fen = 0;
        for (const int digit : *rc::gen::container<std::vector<int>>(
                 14, rc::gen::weightedOneOf<int>({{1, rc::gen::just(0)}, {1, rc::gen::inRange(0, 10)}})))
            fen = fen * 10 + digit;
        fen /= *rc::gen::element<std::int64_t>(1, 1000, 1000000, 10000000000);
        const value::Number yuan = value::Number::fraction(fen, 100);
        const auto words = letter::amount_in_words(yuan);
        RC_ASSERT(words.has_value());
        const auto read = world.read(*words);
        RC_ASSERT(read.has_value());
        RC_ASSERT(std::get<value::Number>(*read) == yuan);
    }));
}

TEST_CASE("amounts in words, as cheques have them") {
    const auto words = [](std::int64_t fen) {
        return letter::amount_in_words(value::Number::fraction(fen, 100)).value_or("没有");
    };
    CHECK(words(49382716) == "肆拾玖万叁仟捌佰贰拾柒元壹角陆分");
    CHECK(words(30000) == "叁佰元整");
    CHECK(words(100005) == "壹仟元零伍分");
    CHECK(words(10) == "零元壹角整");
    CHECK(words(0) == "零元整");
    CHECK(words(1000000500) == "壹仟万零伍元整");
    CHECK(words(10050000) == "壹拾万零伍佰元整");
    CHECK(words(-150) == "负壹元伍角整");
    CHECK(words(100000000000000) == "没有");
    CHECK(letter::amount_in_words(value::Number::fraction(1, 3)) == std::nullopt);
}
