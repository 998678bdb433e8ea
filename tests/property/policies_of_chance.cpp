// A grammar of sound policies: what each function gives has the type that its name says.
#include "policies_of_chance.hpp"

#include "tiaoli/source/characters.hpp"

#include <rapidcheck.h>
#include <vector>

namespace tiaoli::property {

namespace {

int below(int count) { return *rc::gen::inRange(0, count); }
bool chance(int of) { return below(of) == 0; }
std::string one_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
}

const std::vector<std::string> most = {"不超过", "不高于", "不大于"};
const std::vector<std::string> relations = {"为",   "等于",   "不为", "不等于", "超过", "高于",
                                            "大于", "低于",   "少于", "小于",   "不满", "不低于",
                                            "达到", "不少于", "满",   "不小于"};

/// In a matter that reviews 贷款.
class Words {
  public:
    std::string amount() const {
        return one_of({"400万元", "0.01元", "3.5亿元", "四百万元", "100元", "1234.50元"});
    }
    std::string money(int depth) const {
        switch (below(depth > 0 ? 12 : 4)) {
        case 0:
            return amount();
        case 1:
            return one_of({"本金", "「未偿本金」", "合同本金合计"});
        case 2:
            return "企业的收入";
        case 3:
            return "上限";
        case 4:
            return money(depth - 1) + "＋" + simple_money(depth - 1);
        case 5:
            return money(depth - 1) + "－" + simple_money(depth - 1);
        case 6:
            return simple_money(depth - 1) + "×" + ratio(depth - 1);
        case 7:
            return one_of({"较低者", "较高者"}) + "（" + money(depth - 1) + "，" + money(depth - 1) + "）";
        case 8:
            return one_of({"四舍五入到分", "绝对值", "舍去到分"}) + "（" + money(depth - 1) + "）";
        case 9:
            return "还款（贷款为本贷款" +
                   one_of({"", "，还款日晚于本贷款的放款日", "，金额超过" + amount()}) + "）的金额" +
                   one_of({"合计", "最大", "最小", "平均"});
        case 10:
            return "贷款（同一企业" + one_of({"", "、模式"}) + "，审核为通过）的支持额合计";
        default:
            return "（" + money(depth - 1) + "）";
        }
    }
    std::string ratio(int depth) const {
        switch (below(depth > 0 ? 4 : 3)) {
        case 0:
            return one_of({"40%", "四成", "百分之四十", "0.5%"});
        case 1:
            return "比例";
        case 2:
            return "企业的折扣";
        default:
            return "（" + simple_money(depth - 1) + "÷" + "本金" + "）";
        }
    }
    std::string day() const {
        return one_of({"放款日", "到期日", "2025年3月1日", "最近的还款（同一企业）的还款日"});
    }
    std::string condition(int depth) const {
        switch (below(depth > 0 ? 14 : 9)) {
        case 0:
            return "模式" + one_of({"为", "不为"}) + one_of({"知银贷", "知担贷"});
        case 1:
            return "企业的规模" + one_of({"属于", "不属于"}) + "微型、小型";
        case 2:
            return simple_money(depth) + one_of(relations) + simple_money(depth);
        case 3:
            return "本金为" + amount() + one_of({"以下", "以上", "以内"});
        case 4:
            return "本金" + one_of({"在", "不在"}) + "1万元至2万元之间";
        case 5:
            return day() + one_of({"早于", "晚于", "不早于", "不晚于"}) + day();
        case 6:
            return "放款日至到期日" + one_of(most) + one_of({"一年", "6个月", "365日"});
        case 7:
            return one_of({"企业高新", "企业的高新", "有担保人", "无担保人"});
        case 8:
            return one_of({"有", "无"}) + "还款（贷款为本贷款，还款日在放款日至到期日之间）";
        case 9:
            return condition(depth - 1) == "" ? "" : "非（" + condition(depth - 1) + "）";
        case 10:
            return grouped(depth - 1) + "且" + grouped(depth - 1);
        case 11:
            return grouped(depth - 1) + "或" + grouped(depth - 1);
        case 12:
            return one_of({"企业处于暂停", "企业不处于暂停"});
        default:
            return "还款（同一企业）均满足（金额" + one_of(relations) + amount() + "）";
        }
    }

  private:
    std::string simple_money(int depth) const {
        return depth > 0 && chance(3) ? "（" + money(depth - 1) + "）" : one_of({"本金", amount(), "上限"});
    }
    std::string grouped(int depth) const { return "（" + condition(depth) + "）"; }
};

class Policy {
  public:
    std::string text() {
        head();
        records();
        line("事项 审核：审核贷款，依据日为放款日。");
        for (int article = 1, count = 1 + below(4); article <= count; ++article) {
            heading(article);
            block();
        }
        line("\n第九十九条\n不设规则 “没有可以逐笔判断的内容。”");
        if (chance(2)) {
            examples();
        }
        return std::move(out_);
    }

  private:
    Words words_;
    std::string out_;
    int names_ = 0;

    void line(const std::string& words) { out_ += words + "\n"; }
    std::string new_name() {
        return one_of({"金额甲", "本年已支持", "合计数", "未偿额", "为数", "Amount"}) +
               std::to_string(++names_);
    }

    void head() {
        if (chance(2)) {
            line("// 开头的注释，“不配对的引号");
        }
        line("政策 “随机办法”\n版本 “一”\n施行 2020年1月1日" + one_of({"", "（暂定）"}));
        line(one_of({"", "有效期至 2099年12月31日"}));
    }
    void records() {
        line("枚举 规模档次：微型、小型、「中、大型」");
        line("同日次序 还款、贷款");
        line("记录 "
             "企业（编号）\n编号：文本\n规模：规模档次\n收入：金额，列名“收入（万元）”\n折扣：比例，在0%"
             "至100%之间\n高新：是否，缺省否");
        line("记录 "
             "贷款（合同号），发生于放款日\n合同号：文本，唯一\n企业：企业\n模式：知银贷、知担贷\n担保人：企"
             "业，可无");
        line("放款日：日期                           // "
             "发放的那一天\n到期日：日期\n本金：金额，可缺\n比例：比例，缺省0%"
             "\n「未偿本金」：金额\n合同本金合计：金额，单位万元");
        line("记录 "
             "还款（编号），发生于还款日\n编号：文本，格式“[A-Z]+[0-9]*"
             "”\n贷款：贷款\n企业：企业\n还款日：日期\n金额：金额");
        line("【企业】\n状态 暂停：自有还款（企业为本企业）之日起，至有贷款（企业为本企业）之日止。");
    }
    void heading(int article) {
        line("\n第" + std::to_string(article) + "条" + one_of({"", " 题目", " “知银贷”模式"}));
        for (int count = below(3); count > 0; --count) {
            line(one_of({"> 本金不超过400万元，期限不超过1年。", ">原文  有空格，“引号”不配对”//也不是注释",
                         "＞ 全角"}));
        }
    }
    void block() {
        line("\n【审核】");
        line("参数 上限" + std::to_string(++names_) + " ＝ 40%" + one_of({"", "；自2025年1月1日起50%"}) +
             "。");
        if (names_ == 1) {
            line("参数 上限 ＝ 100万元。\n参数 口径（可选：自然年、滚动）＝ 自然年。\n输出 支持额 ＝ "
                 "本金；不低于0元。");
        }
        for (int count = 1 + below(5); count > 0; --count) {
            statement();
        }
    }
    void statement() {
        if (chance(4)) {
            line(one_of({"// 单独一行", "", "解释 “怎样读，“引号”里还有引号”", "待释 “暂这样读。”"}));
        }
        switch (below(7)) {
        case 0:
            return line(one_of({"", "输出 "}) + new_name() + " ＝ " + words_.money(2) + adjustments() + "。");
        case 1:
            return line(new_name() + " ＝\n  " + words_.condition(2) + "的，" + words_.money(1) + "；\n  " +
                        one_of({"其他的", "没有的"}) + "，" + words_.money(1) + adjustments() + "。");
        case 2:
            return rule();
        case 3:
            return table();
        case 4:
            return split();
        case 5:
            return line("期限 “期限" + std::to_string(++names_) + "”：自放款日起五日内" +
                        one_of({"", "，末日遇休息日顺延"}) +
                        "，有还款（贷款为本贷款）；迟报的，提示 “迟了”。");
        default:
            return line("时点 " + std::string("量") + std::to_string(++names_) + " ＝ " + words_.money(1) +
                        "。");
        }
    }
    std::string adjustments() {
        return one_of({"", "；不低于0元", "；不超过" + words_.amount() + "；四舍五入到分",
                       "；模式为知银贷的，加" + words_.amount(), "；减1元；四舍五入到元"});
    }
    void rule() {
        const std::string name = "规则" + std::to_string(++names_);
        line("要求 “" + name + "”：" + one_of({"", words_.condition(1) + "的，"}) + words_.condition(3) +
             one_of({"", "，否则退回补正 “请补”", "，\n  否则提示 “请看”", "，否则转人工"}) + "。");
        if (chance(3)) {
            line("不受第九十九条限制，" + std::string("例外") + std::to_string(++names_) +
                 " ＝ 高新的，1元。");
            out_.resize(out_.rfind("不受")); // nothing stands there to be excepted from
        }
    }
    void table() {
        const std::string name = "档" + std::to_string(++names_);
        if (chance(2)) {
            line("分档表（本金（万元））得" + name + "，" + one_of({"全额适用", "超额累进"}) + "\n| 本金 | " +
                 name + " |\n| --- | --- |\n| 500以下 | 40% |\n| 超过500 | 30% |");
        } else {
            line("决策表（企业的规模、本金（万元））得" + name +
                 "，取先满足的一行\n| 企业的规模 | 本金（万元） | " + name +
                 " |\n| 微型、小型 | 满20不满300 | 1元 |\n| 「中、大型」 | 超过500万元，1500万元以下 | 2万元 "
                 "|\n| 任意 | 任意 | " +
                 words_.amount() + " |");
        }
    }
    void split() {
        const std::string number = std::to_string(++names_);
        line("分配 " + words_.amount() + "，" + one_of({"到分", "累计到分（同一企业）"}) + "：\n  甲方" +
             number + "按比例" + one_of({"", "，以" + words_.amount() + "为限"}) + "；\n  其余归乙方" +
             number + one_of({"", "；\n  口径为滚动的，尾差归甲方" + number}) + "。");
    }
    void examples() {
        line("\n案例 “一”\n假设 企业 甲：规模 微型，收入 800万元，折扣 10%，高新 是");
        line("假设 贷款 L1：企业 甲，模式 知银贷，放款日 2025-03-10，到期日 2026-03-10，本金 " +
             words_.amount() + "，「未偿本金」 1元，合同本金合计 1元");
        line(one_of(
            {"假设 今日 2026-10-31", "假设 参数 口径为滚动", "假设 贷款 L2 同 L1：放款日 2025-11-20"}));
        line("\n案例 “二”，同案例 “一”\n假设 L1的本金 " + one_of({"100元", "缺"}) + "\n结果 L1的审核为通过" +
             one_of({"", "，依据第一条", "，提示第一条"}));
        out_ = out_.substr(0, out_.rfind("，依据") == std::string::npos ? out_.size() : out_.size());
    }
};

using Changed = std::string (*)(std::string_view);

/// Applies a change to each character of the rule lines, outside of quotes, law text, headings, comments and example lines.
std::string changed(const std::string& text, const std::function<std::string(std::string_view)>& change) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view line = std::string_view(text).substr(at, text.find('\n', at) - at);
        at += line.size() + 1;
        const bool verbatim = line.starts_with(">") || line.starts_with("＞") || line.starts_with("第") ||
                              line.starts_with("//") || line.starts_with("假设") ||
                              line.starts_with("结果") || line.starts_with("|");
        int depth = 0;
        for (std::size_t byte = 0; byte < line.size();) {
            const std::string_view character = line.substr(byte, source::decode(line, byte).length);
            const bool comment = line.substr(byte).starts_with("//") && depth == 0;
            depth += character == "“" ? 1 : 0;
            const bool plain = !verbatim && depth == 0 && !comment;
            out += plain ? change(character) : std::string(comment ? line.substr(byte) : character);
            depth -= character == "”" ? 1 : 0;
            byte += comment ? line.size() - byte : character.size();
        }
        out += "\n";
    }
    return out;
}

std::string narrow(std::string_view character) {
    static const std::vector<std::string> signs = {"，", "；", "：", "（", "）", "＝", "＋", "－", "×"};
    for (const std::string& sign : signs) {
        if (character == sign) {
            return source::fold_width(character);
        }
    }
    return std::string(character);
}

} // namespace

std::string policy_of_chance() { return Policy().text(); }

std::string spaced_badly(const std::string& text) {
    const int seed = below(5) + 2;
    int count = 0;
    return "\xEF\xBB\xBF" + changed(text, [&](std::string_view character) {
               ++count;
               const std::string blank = count % (seed + 3) == 0 ? "　" : count % seed == 0 ? "  \t" : "";
               return blank + (count % 2 == 0 ? narrow(character) : std::string(character));
           });
}

std::string laid_out_badly(const std::string& text) {
    const int seed = below(4) + 2;
    int count = 0;
    return changed(spaced_badly(text).substr(3), [&](std::string_view character) {
        const bool stops = character == "，" || character == "；" || character == "＝" || character == "且";
        if (!stops || ++count % seed != 0) {
            return std::string(character);
        }
        return std::string(character) + (count % 3 == 0 ? " // 插在中间的注释 " : "") + "\r\n   ";
    });
}

} // namespace tiaoli::property
