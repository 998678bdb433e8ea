// Writes the tables row by row; every figure comes from one stream of random numbers in integers.
#include "population.hpp"

#include "tiaoli/value/date.hpp"

#include <fmt/format.h>
#include <fmt/os.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tiaoli::bench {

namespace {

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool once_in(std::size_t times) { return below(times) == 0; }
    template <class T, std::size_t count> const T& of(const std::array<T, count>& choices) {
        return choices[below(count)];
    }

  private:
    std::uint64_t state_;
};

/// GB 32100-2015: the check character of a social credit code of 17 characters.
char check_character(std::string_view code) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char letter : code) {
        sum += letters.find(letter) * weight;
        weight = weight * 3 % letters.size();
    }
    return letters[(letters.size() - sum % letters.size()) % letters.size()];
}

std::string credit_code(std::size_t enterprise) {
    const std::string code = fmt::format("91210231{:09}", enterprise);
    return code + check_character(code);
}

std::string bank(std::size_t number) { return fmt::format("B{:05}", number); }
std::string loan(std::size_t number) { return fmt::format("DK{:09}", number); }
std::string yuan(std::int64_t fen) { return fmt::format("{}.{:02}", fen / 100, fen % 100); }

constexpr std::array<std::string_view, 3> modes{"知银贷", "知担贷", "知保贷"};
constexpr std::size_t guarantors = 4;
constexpr std::size_t insurers = 3;

class Writer {
  public:
    Writer(const Population& population, const std::filesystem::path& folder)
        : population_(population), folder_(folder), chance_(population.seed),
          enterprises_(std::max<std::size_t>(1, population.loans / population.loans_an_enterprise)),
          banks_(std::max<std::size_t>(8, population.loans / population.loans_a_bank)) {}

    void write() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        write_enterprises();
        write_institutions();
        write_loans();
        write_due_diligence();
        write_restorations();
        write_findings();
        table("专户流水")
            .print("流水号,记账日,方向,用途,金额,补偿申请,追偿,查实\n"
                   "T1,2023-02-01,收入,财政注入,90000000000000.00,,,\n");
        table("规模认定").print("编号,企业,认定日,行业,从业人员,营业收入（万元）\n");
        table("季度报送").print("编号,银行,提交日,所报年,所报季\n");
        table("追偿").print("编号,贷款,到账日,追回金额,来源,方式\n");
    }

  private:
    const Population& population_;
    const std::filesystem::path folder_;
    Chance chance_;
    std::size_t enterprises_;
    std::size_t banks_;
    std::vector<std::pair<std::size_t, value::Date>> overdue_; ///< enterprise and day

    fmt::ostream table(std::string_view name) const {
        return fmt::output_file((folder_ / fmt::format("{}.csv", name)).string());
    }

    void write_enterprises() {
        auto out = table("企业");
        out.print(
            "统一社会信用代码,名称,行业,从业人员,营业收入（万元）,资产总额（万元）,填报规模,工商注册在高新区,"
            "税务登记在高新区,"
            "独立法人,符合产业政策,持续研发经营\n");
        constexpr std::array industries{"软件和信息技术服务业", "工业", "信息传输业", "其他未列明行业"};
        // Bounds of the size classes (工信部联企业〔2011〕300号), and one beside each.
        constexpr std::array people{5, 9, 10, 19, 20, 99, 100, 299, 300, 999, 1000};
        constexpr std::array income{20, 49, 50, 299, 300, 999, 1000, 1999, 2000, 9999, 10000, 39999, 40000};
        const auto yes = [&](std::size_t times) { return chance_.once_in(times) ? "否" : "是"; };
        for (std::size_t at = 0; at < enterprises_; ++at)
            out.print("{},企业{},{},{},{},{},小型,{},{},{},{},{}\n", credit_code(at), at,
                      chance_.of(industries), chance_.of(people), chance_.of(income), chance_.of(income),
                      yes(200), yes(200), yes(300), yes(100), yes(300));
    }

    void write_institutions() {
        auto institutions = table("合作机构");
        institutions.print("机构编号,名称,类型,签约日,终止日\n");
        auto agreements = table("合作协议");
        agreements.print("协议号,模式,银行,担保公司,保险公司,生效日,基金分担比例,银行分担比例,担保分担比例,"
                         "保险分担比例\n");
        for (std::size_t at = 0; at < guarantors; ++at)
            institutions.print("G{:02},担保公司{},担保公司,2022-06-01,\n", at, at);
        for (std::size_t at = 0; at < insurers; ++at)
            institutions.print("I{:02},保险公司{},保险公司,2022-06-01,\n", at, at);
        for (std::size_t at = 0; at < banks_; ++at) {
            institutions.print("{},银行{},银行,{},{}\n", bank(at), at,
                               chance_.once_in(20) ? "2023-09-01" : "2022-06-01",
                               chance_.once_in(20) ? "2025-12-31" : "");
            for (std::size_t mode = 0; mode < modes.size(); ++mode)
                write_agreement(agreements, at, mode);
        }
    }

    /// In hundredths of a percent: the bound, just beyond it, usual ones.
    void write_agreement(fmt::ostream& agreements, std::size_t at, std::size_t mode) {
        constexpr std::array upto_40{4000, 4001, 3500, 3000, 3999, 2550};
        constexpr std::array upto_20{2000, 2001, 1500, 1000};
        const int fund = mode == 2 ? chance_.of(upto_20) : chance_.of(upto_40);
        const int partner = mode == 0 ? 0 : chance_.once_in(10) ? 10000 - fund : 3000;
        const auto percent = [](int hundredths) {
            return fmt::format("{}.{:02}%", hundredths / 100, hundredths % 100);
        };
        agreements.print("{}{},{},{},{},{},2022-12-01,{},{},{},{}\n", bank(at), mode, modes[mode], bank(at),
                         mode == 1 ? fmt::format("G{:02}", at % guarantors) : "",
                         mode == 2 ? fmt::format("I{:02}", at % insurers) : "", percent(fund),
                         percent(10000 - fund - partner), percent(mode == 1 ? partner : 0),
                         percent(mode == 2 ? partner : 0));
    }

    static std::string text(value::Date day, std::int32_t later = 0) {
        return value::Date{day.days + later}.to_text();
    }
    std::int32_t some(std::size_t bound) { return static_cast<std::int32_t>(chance_.below(bound)); }

    std::int64_t principal() {
        constexpr std::array<std::int64_t, 8> bounds{100'000'000, 100'000'001, 300'000'000, 300'000'001,
                                                     99'999'999,  299'999'999, 200'000'000, 133'333'333};
        return chance_.once_in(3) ? chance_.of(bounds)
                                  : 1'000'000 + static_cast<std::int64_t>(chance_.below(150'000'000));
    }

    /// The tables that have rows of loans, side by side.
    struct LoanTables {
        fmt::ostream loans, rights, pledges, repayments, overdues, claims;
    };

    void write_loans() {
        LoanTables out{table("贷款"), table("知识产权"), table("质押"),
                       table("还款"), table("逾期"),     table("补偿申请")};
        out.loans.print("合同号,企业,银行,担保公司,保险公司,模式,质押方式,评估日,评审日,放款日,到期日,展期至,"
                        "合同本金,知识产权部分,协议\n");
        out.rights.print("登记号,类型,入库日,退库日\n");
        out.pledges.print("贷款,知识产权\n");
        out.repayments.print("编号,贷款,还款日,本金\n");
        out.overdues.print("编号,贷款,约定还款日,逾期日,到期未付本金,到期未付利息,宣布提前到期日,结清日\n");
        out.claims.print("编号,贷款,逾期,申请日,决定日,利息损失,追偿费用\n");
        const value::Date first = *value::Date::from_ymd(2023, 3, 1);
        constexpr std::size_t days = 1217; // to 2026-06-30
        for (std::size_t at = 0; at < population_.loans; ++at)
            write_loan(out, at, {first.days + static_cast<std::int32_t>(at * days / population_.loans)});
    }

    void write_loan(LoanTables& out, std::size_t at, value::Date day) {
        const std::size_t enterprise = chance_.below(enterprises_);
        const std::size_t lender = chance_.below(banks_);
        const std::size_t mode = chance_.below(modes.size());
        const bool beyond_a_year = chance_.once_in(40);
        const value::Date due{day.days + (beyond_a_year ? 367 : 180 + some(186))};
        const std::int64_t fen = principal();
        const bool mixed = chance_.once_in(5);
        const std::int64_t of_rights = mixed ? fen * (1 + some(99)) / 100 : fen;
        out.loans.print("{},{},{},{},{},{},{},{},{},{},{},,{},{},{}{}\n", loan(at), credit_code(enterprise),
                        bank(lender), mode == 1 ? fmt::format("G{:02}", lender % guarantors) : "",
                        mode == 2 ? fmt::format("I{:02}", lender % insurers) : "", modes[mode],
                        mixed ? "组合质押" : "纯知识产权质押", text(day, -40), text(day, -20), text(day),
                        text(due), yuan(fen), yuan(of_rights), bank(lender), mode);
        write_pledge(out, at, day);
        if (chance_.once_in(4))
            out.repayments.print("H{:09},{},{},{}\n", at, loan(at), text(day, 90), yuan(fen / 10));
        // One bank in eight has many: it is suspended before long.
        if (chance_.once_in(lender % 8 == 7 ? 6 : 80))
            write_overdue(out, at, enterprise, due, fen);
    }

    void write_pledge(LoanTables& out, std::size_t at, value::Date day) {
        constexpr std::array kinds{"发明专利", "实用新型专利", "外观设计专利", "商标"};
        const char* kind = chance_.once_in(100) ? "其他" : chance_.of(kinds);
        const std::int32_t entered = chance_.once_in(50) ? 1 : -some(300);
        out.rights.print("SL{:09},{},{},\n", at, kind, text(day, entered));
        out.pledges.print("{},SL{:09}\n", loan(at), at);
    }

    void write_overdue(LoanTables& out, std::size_t at, std::size_t enterprise, value::Date due,
                       std::int64_t fen) {
        const value::Date late{due.days + 1};
        out.overdues.print("Y{:09},{},{},{},{},{},,\n", at, loan(at), text(due), text(late), yuan(fen / 2),
                           yuan(fen / 100));
        const std::int32_t claimed = 3 + some(4);
        out.claims.print("C{:09},{},Y{:09},{},{},{},0.00\n", at, loan(at), at, text(late, claimed),
                         text(late, claimed + 15), yuan(fen / 100));
        overdue_.emplace_back(enterprise, late);
    }

    void write_due_diligence() {
        auto out = table("尽职调查");
        out.print("编号,企业,银行,结论日,结论\n");
        std::size_t number = 0;
        for (const auto& [enterprise, day] : overdue_) {
            if (!chance_.once_in(3))
                out.print("J{:09},{},{},{},{}\n", number++, credit_code(enterprise),
                          bank(chance_.below(banks_)), text(day, 30 + some(60)),
                          chance_.once_in(4) ? "不通过" : "通过");
        }
    }

    /// One bank in forty is found out in the last year.
    void write_findings() {
        auto out = table("查实");
        out.print("编号,机构,贷款,查实日,事由\n");
        for (std::size_t at = 39; at < banks_; at += 40)
            out.print("Q{:05},{},,2026-01-15,弄虚作假\n", at, bank(at));
    }

    void write_restorations() {
        auto out = table("业务恢复");
        out.print("编号,银行,恢复日\n");
        for (std::size_t at = 0; at < banks_; ++at) {
            for (const char* day : {"2024-06-30", "2025-03-01", "2025-12-15"})
                out.print("F{:05}-{},{},{}\n", at, day, bank(at), day);
        }
    }
};

} // namespace

void write_population(const Population& population, const std::filesystem::path& folder) {
    Writer(population, folder).write();
}

} // namespace tiaoli::bench
