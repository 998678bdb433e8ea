// The history of a state is what its triggers, asked anew after every fact, come to.
#include "worlds.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace tiaoli;
using namespace tiaoli::property;

namespace {

const value::Date today = *value::Date::from_ymd(2026, 12, 31);
constexpr int days = 14;
constexpr int looks_a_day = 5;

/// Between two looks (看…) of one day lies one type of fact, so that no turn is missed; each look says how trigger and state are.
const std::string bank_policy = R"(政策 “小银行”
版本 “一”
施行 2025年3月2日
同日次序 看一、恢复、看二、还款、看三、逾期、看四、贷款、看五
记录 银行（编号）
编号：文本
开业日：日期，可未发生
记录 恢复（编号），发生于日
编号：文本
银行：银行
有效：是否，可缺
日：日期
记录 还款（编号），发生于日
编号：文本
贷款：贷款
日：日期
记录 逾期（编号），发生于日
编号：文本
贷款：贷款
日：日期
记录 贷款（编号），发生于日
编号：文本
银行：银行
日：日期
本金：金额，可缺
事项 备案：审核贷款，依据日为日。
第一条
参数 限度 ＝ 40%；自2025年3月9日起60%。
【贷款】
时点 逾期中 ＝ 有逾期（贷款为本贷款）且无还款（贷款为本贷款）。
【银行】
时点 逾期额 ＝ 贷款（银行为本银行，备案为通过，逾期中）的本金合计。
时点 放款额 ＝ 贷款（银行为本银行，备案为通过）的本金合计。
时点 高 ＝ 逾期额÷放款额达到限度。
时点 到期 ＝ 开业日至当日满3日。
状态 暂停：自逾期额÷放款额达到限度之日起，至有恢复（银行为本银行，有效）之日止。
状态 关注：自有逾期（贷款的银行为本银行）之日起，至开业日至当日满3日之日止。
【备案】
要求 银行不处于暂停。
)";

const std::string look_policy = R"(记录 看{0}（编号），发生于日
编号：文本
银行：银行
日：日期
事项 查{0}：审核看{0}，依据日为日。
【查{0}】
要求 银行的高，否则提示。
要求 银行的到期，否则提示。
要求 银行处于暂停，否则提示。
要求 银行处于关注，否则提示。
输出 起日 ＝ 银行的暂停起日；没有的，2000年1月1日。
)";
constexpr const char* look_names[] = {"一", "二", "三", "四", "五"};

std::string policy_text() {
    std::string text = bank_policy;
    const std::string order = "第一条\n";
    std::string records;
    std::string rules;
    for (const char* name : look_names) {
        const std::string whole = fmt::format(fmt::runtime(look_policy), name);
        const std::size_t at = whole.find("【");
        records += whole.substr(0, at);
        rules += whole.substr(at);
    }
    text.insert(text.find(order), records);
    return text + rules;
}

/// The facts of one world: at most one of each type a day, all of one bank.
struct World {
    struct Day {
        std::optional<std::string> resumption; ///< 是, 否 or blank
        std::optional<int> repaid;             ///< the loan, by its day
        std::optional<int> overdue;
        std::optional<std::string> loan; ///< its amount, or blank
    };
    std::vector<Day> of;
    std::string opening;
};

std::string day_text(int day) { return fmt::format("2025-03-{:02}", day + 1); }

World some_world() {
    World world;
    std::vector<int> loans;
    for (int day = 0; day < days; ++day) {
        World::Day& now = world.of.emplace_back();
        const auto chance = [](int one_in) { return *rc::gen::inRange(0, one_in) == 0; };
        const auto some_loan = [&] {
            return loans[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(loans.size())))];
        };
        if (chance(4))
            now.resumption = chance(6) ? "" : chance(4) ? "否" : "是";
        if (!loans.empty() && chance(3))
            now.repaid = some_loan();
        if (!loans.empty() && chance(2))
            now.overdue = some_loan();
        if (chance(2)) {
            now.loan = chance(12) ? "" : std::to_string(*rc::gen::inRange(1, 4));
            loans.push_back(day);
        }
    }
    if (*rc::gen::inRange(0, 2) == 0)
        world.opening = day_text(*rc::gen::inRange(0, days));
    return world;
}

class Rows {
  public:
    explicit Rows(const model::Schema& schema) : schema_(schema) {}
    void add(const std::string& record, const std::string& key,
             const std::vector<std::pair<std::string, std::string>>& values) {
        for (std::uint32_t index = 0; index < schema_.records.size(); ++index) {
            if (schema_.records[{index}].name != record)
                continue;
            data::RowText row{{index}, key, {}, {}};
            for (const auto& [name, text] : values) {
                for (const model::FieldId field : schema_.records[{index}].fields) {
                    if (schema_.fields[field].name == name)
                        row.values.push_back({field, text, {}});
                }
            }
            all.push_back(std::move(row));
        }
    }
    std::vector<data::RowText> all;

  private:
    const model::Schema& schema_;
};

std::vector<data::RowText> rows_of(const model::Schema& schema, const World& world) {
    Rows rows(schema);
    rows.add("银行", "甲", {{"开业日", world.opening}});
    for (int day = 0; day < days; ++day) {
        const World::Day& now = world.of[static_cast<std::size_t>(day)];
        const std::string date = day_text(day);
        const auto loan = [](int of) { return "L" + std::to_string(of); };
        if (now.resumption)
            rows.add("恢复", "H" + date, {{"银行", "甲"}, {"有效", *now.resumption}, {"日", date}});
        if (now.repaid)
            rows.add("还款", "R" + date, {{"贷款", loan(*now.repaid)}, {"日", date}});
        if (now.overdue)
            rows.add("逾期", "O" + date, {{"贷款", loan(*now.overdue)}, {"日", date}});
        if (now.loan)
            rows.add("贷款", loan(day), {{"银行", "甲"}, {"日", date}, {"本金", *now.loan}});
        for (const char* name : look_names)
            rows.add(std::string("看") + name, "K" + date, {{"银行", "甲"}, {"日", date}});
    }
    return rows.all;
}

/// What is looked at after one fact: how the triggers and the states are, '+' yes, '-' no, '?' unknown, '!' without a value.
struct Look {
    int day = 0;
    int at = 0; ///< in the day
    char high = '-';
    char due = '-';
    char suspended = '-';
    char watched = '-';
    std::string start = "2000-01-01"; ///< of the suspension; this day for none
};

std::vector<Look> looks_of(const std::map<std::string, DecidedText>& decisions) {
    std::vector<Look> looks;
    for (int day = 0; day < days; ++day) {
        for (int at = 0; at < looks_a_day; ++at) {
            const std::string& text =
                decisions.at(std::string("查") + look_names[at] + " K" + day_text(day)).text;
            Look look{day, at};
            if (!text.starts_with("不适用")) { // before the version takes effect
                const std::size_t first = text.find(' ') + 1;
                const std::string rules = text.substr(text.rfind(' ') + 1);
                look = {day,
                        at,
                        rules[0],
                        rules[1],
                        rules[2],
                        rules[3],
                        text.substr(first, text.find(' ', first) - first)};
            }
            looks.push_back(look);
        }
    }
    return looks;
}

/// One way in which everything unknown may be: the state at each look, in days since which it runs (0: not in it).
using Course = std::vector<int>;

class Suspension {
  public:
    Suspension(const World& world, const std::vector<Look>& looks) : world_(world), looks_(looks) {}

    /// Every course; nothing when there are too many unknowns to try them all.
    std::optional<std::vector<Course>> courses() {
        const int unknowns = count_unknowns();
        if (unknowns > 10)
            return std::nullopt;
        std::vector<Course> all;
        for (unsigned choice = 0; choice < 1U << static_cast<unsigned>(unknowns); ++choice)
            all.push_back(course(choice));
        return all;
    }

  private:
    const World& world_;
    const std::vector<Look>& looks_;

    /// Before the version takes effect on the second day nobody judges.
    static bool is_judged(const Look& look) { return look.day >= 1; }
    bool is_doubtful_event(const Look& look) const {
        const auto& resumption = world_.of[static_cast<std::size_t>(look.day)].resumption;
        return is_judged(look) && look.at == 1 && resumption && resumption->empty();
    }
    bool is_event(const Look& look) const {
        const auto& resumption = world_.of[static_cast<std::size_t>(look.day)].resumption;
        return look.at == 1 && resumption && *resumption == "是";
    }

    int count_unknowns() const {
        int count = 0;
        char before = '-';
        for (const Look& look : looks_) {
            if (!is_judged(look))
                continue;
            count += look.high == '?' && before != '?' ? 1 : 0;
            count += is_doubtful_event(look) ? 1 : 0;
            before = look.high;
        }
        return count;
    }

    Course course(unsigned choice) const {
        Course days_since;
        int since = 0;
        bool held = false;
        bool stretch = false;
        char before = '-';
        const auto next_choice = [&] {
            const bool yes = (choice & 1U) != 0;
            choice >>= 1U;
            return yes;
        };
        for (const Look& look : looks_) {
            if (is_judged(look)) {
                if (look.high == '?' && before != '?')
                    stretch = next_choice();
                before = look.high;
                const bool holds = look.high == '+' || (look.high == '?' && stretch);
                const bool ends = is_event(look) || (is_doubtful_event(look) && next_choice());
                if (holds && !held && since == 0)
                    since = look.day + 1;
                if (ends)
                    since = 0;
                held = holds;
            }
            days_since.push_back(since);
        }
        return days_since;
    }
};

char all_agree(const std::vector<Course>& courses, std::size_t at) {
    bool some_in = false;
    bool some_out = false;
    for (const Course& course : courses)
        (course[at] != 0 ? some_in : some_out) = true;
    return some_in && some_out ? '?' : some_in ? '+' : '-';
}

/// The other state: overdue records begin it, a day ends it.
std::string watched(const World& world, const std::vector<Look>& looks) {
    std::string out;
    bool is_in = false;
    bool was_due = false;
    for (const Look& look : looks) {
        if (look.day >= 1) {
            const bool begins = look.at == 3 && world.of[static_cast<std::size_t>(look.day)].overdue;
            const bool due = look.due == '+';
            is_in = (is_in || begins) && !(due && !was_due);
            was_due = due;
        }
        out += is_in ? '+' : '-';
    }
    return out;
}

} // namespace

TEST_CASE("random worlds: a state is what its triggers come to after every fact") {
    const project::Project loaded = load_text(policy_text());
    int doubtful = 0;
    int suspended = 0;
    const bool holds = rc::check("a state is what its triggers come to", [&] {
        const World world = some_world();
        const auto looks = looks_of(decisions_of(loaded.policy, rows_of(loaded.policy.schema, world), today));
        const auto courses = Suspension(world, looks).courses();
        RC_PRE(courses.has_value());
        const std::string watch = watched(world, looks);
        for (std::size_t at = 0; at < looks.size(); ++at) {
            const Look& look = looks[at];
            RC_LOG() << day_text(look.day) << " " << look_names[look.at] << ": " << look.high
                     << look.suspended << " " << look.start << "\n";
            RC_ASSERT(look.suspended == all_agree(*courses, at));
            RC_ASSERT(look.watched == watch[at]);
            if (look.suspended == '+' && look.start != "#1")
                RC_ASSERT(look.start == day_text(courses->front()[at] - 1));
            if (look.suspended == '-')
                RC_ASSERT(look.start == "2000-01-01");
            doubtful += look.suspended == '?' ? 1 : 0;
            suspended += look.suspended == '+' ? 1 : 0;
        }
    });
    CHECK(holds);
    CHECK(doubtful > 100); // the worlds are worth looking at
    CHECK(suspended > 100);
}

TEST_CASE("random worlds: later facts change no earlier state") {
    const project::Project loaded = load_text(policy_text());
    const bool holds = rc::check("later facts change no earlier state", [&] {
        const auto whole = rows_of(loaded.policy.schema, some_world());
        const int cut = *rc::gen::inRange(1, days);
        const auto part = rows_before(loaded.policy.schema, whole, *value::Date::from_ymd(2025, 3, cut + 1));
        const auto in_whole = decisions_of(loaded.policy, whole, today);
        for (const auto& [name, decided] : decisions_of(loaded.policy, part, today))
            RC_ASSERT(in_whole.at(name).text == decided.text);
    });
    CHECK(holds);
}
