// Ids and stores, results, matching.
#include "tiaoli/base/id.hpp"
#include "tiaoli/base/match.hpp"
#include "tiaoli/base/parallel.hpp"
#include "tiaoli/base/result.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace tiaoli::base;

TEST_CASE("a store gives ids that refer to its elements") {
    using WordId = Id<struct WordTag>;
    Store<std::string, WordId> store;
    const WordId first = store.add("条");
    const WordId second = store.add("理");
    CHECK(store[first] == "条");
    store[second] += "！";
    CHECK(store[second] == "理！");
    CHECK(store.size() == 2);
    CHECK(first < second);
    CHECK_FALSE(WordId{}.valid());
}

TEST_CASE("a result holds a value or a failure") {
    const Result<int> good = 5;
    const Result<int> bad = Failure{"a.csv", "Permission denied"};
    CHECK(good.ok());
    CHECK(good.value() == 5);
    CHECK_FALSE(bad.ok());
    CHECK(bad.failure().what == "a.csv");
}

TEST_CASE("match calls the lambda of the alternative held") {
    const std::variant<int, std::string> node = std::string("甲");
    CHECK(match(
              node, [](int) { return std::string("number"); },
              [](const std::string& text) { return text; }) == "甲");
}

TEST_CASE("every piece of parallel work is done once, whatever the number of threads") {
    for (const std::size_t jobs : {0U, 1U, 2U, 7U, 1000U}) {
        std::vector<int> done(1000, 0);
        in_parallel(jobs, done.size(), [&](std::size_t at) { ++done[at]; });
        CHECK(done == std::vector<int>(1000, 1));
    }
    in_parallel(4, 0, [](std::size_t) { FAIL("there is nothing to do"); });
}
