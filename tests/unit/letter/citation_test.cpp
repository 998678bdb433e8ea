// Which paragraph of an article a letter cites, and that it cites none where that is not certain.
#include "citation.hpp"

#include <catch2/catch.hpp>

using namespace tiaoli;

namespace {

model::Article article(std::vector<std::string> paragraphs) {
    model::Article out;
    out.label = "第九条";
    out.paragraphs = std::move(paragraphs);
    return out;
}

const std::string ratio = "风险补偿基金承担的比例不高于20%，且银行承担风险比例不得为0。";
const std::string recovery = "金融机构对未收回贷款本息进行追偿，追回的资金按各方份额进行分配。";

} // namespace

TEST_CASE("a rule whose words come from one paragraph cites it") {
    const model::Article two = article({ratio, recovery});
    CHECK(letter::citation(two, "知保贷：基金承担的比例不高于20%") == "第九条第一款");
    CHECK(letter::citation(two, "追回的资金按各方份额进行分配") == "第九条第二款");
    CHECK(letter::cited_law(two, "追回的资金按各方份额进行分配") == recovery);
}

TEST_CASE("where the words do not clearly point at one paragraph, the article alone is cited") {
    const model::Article two = article({ratio, recovery});
    CHECK(letter::citation(two, "模式和协议一致") == "第九条");
    CHECK(letter::citation(two, "基金承担的比例，追回的资金进行分配") == "第九条");
    CHECK(letter::cited_law(two, "模式和协议一致") == ratio + recovery);
    CHECK(letter::citation(article({ratio}), "基金承担的比例不高于20%") == "第九条");
    CHECK(letter::citation(article({ratio, ratio}), "基金承担的比例不高于20%") == "第九条");
}

TEST_CASE("words that name the paragraph decide") {
    const model::Article two = article({ratio, recovery});
    CHECK(letter::citation(two, "第二款：基金承担的比例不高于20%") == "第九条第二款");
    CHECK(letter::citation(two, "第三款：模式一致") == "第九条");
}
