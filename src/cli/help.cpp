// Help in both languages; every example runs from the folder of the sources.
#include "command.hpp"

namespace tiaoli::cli {

namespace {

constexpr std::string_view program_chinese = R"(条理：把规章写成人和机器都读得懂的条文，按条办理，一分不差。

写法：tiaoli 命令 …
  检查 check    列出一个政策文件夹里的全部错误和提示
  办理 run      按政策办理案卷里的每一笔，写出结果表
  说明 explain  说明一笔为什么是这个结论：条文、规则、所用的数和出处
  测试 test     运行政策里的案例
  模板 template 做一个空白的案卷工作簿，填好就能办理
  文书 letter   按政策文件夹里的模板写出一笔的决定书、通知书
  对比 diff     比较两个版本：条文、规则、同一批案卷的结论和金额、哪一条引起的
  整理 fmt      把政策文件整理成统一的版式，可以改正有把握的小错

每个命令都有 --help；--lang en 用英文；tiaoli --version 显示程序版本。
退出状态：0 完成 · 1 政策有错误或案例不通过 · 2 命令写错 · 3 有记录被退回 · 4 文件不能读写
)";

constexpr std::string_view program_english =
    R"(Tiaoli: regulations as text that people and machines read alike, applied article by article, exact to the fen.

Usage: tiaoli COMMAND …
  check    all mistakes and notices of a policy folder
  run      decide every record of the case files and write result tables
  explain  why one decision is what it is: the law, the rules, the values and where they stand
  test     run the examples of a policy
  template make an empty case workbook to be filled in
  letter   the decision letter for one case, from the templates beside the policy
  diff     compare two versions: text, rules, the decisions on the same cases, and which amendment caused what
  fmt      one layout for policy files; can repair mistakes that have one fix

Every command has --help; --lang en for English; tiaoli --version prints the program's version.
Exit status: 0 done · 1 the policy has errors or an example fails · 2 usage · 3 some records were turned back · 4 a file could not be read or written
)";

constexpr std::string_view check_chinese = R"(写法：tiaoli check 政策…
列出政策文件夹（或单个政策文件）里的全部错误、警告和提示。
  --format json   给其他程序用的 JSON
  --format sarif  给编辑器、代码平台用的 SARIF 2.1.0
  --quiet         只列错误
  --lang zh|en    用哪种语言
例：tiaoli check policies/dalian-ip-pledge
)";

constexpr std::string_view check_english = R"(Usage: tiaoli check POLICY…
Lists all errors, warnings and notices of a policy folder (or one policy file).
  --format json   JSON for other programs
  --format sarif  SARIF 2.1.0 for editors and code hosts
  --quiet         errors only
  --lang zh|en    the language
Example: tiaoli check policies/dalian-ip-pledge
)";

constexpr std::string_view run_chinese = R"(写法：tiaoli run 政策 案卷 -o 结果
按政策办理案卷（一个文件夹，或一个 .xlsx .csv .json .jsonl .db 文件）里的每一笔，每个事项写一张结果表，另写 退回.csv、结果.xlsx（各表和小结）和 清单.json。
  -o、--output 文件夹  结果写到哪里
  --format 格式     csv、xlsx、json、html，可写几个，用逗号隔开（缺省 csv,xlsx）
                    结果整套换新：上次的结果不再保留，文件夹里其他的文件不动
  --matter 事项     只办这一个事项
  --as-of 日期      今日按哪一天算（缺省是系统日期）
  --set 名=值       参数改用这个值，如 --set 基金分担上限=30%
  --reading 名=值   参数改用另一种读法
  --version 版本    全部按这个版本办理
  --jobs 个数       同时用几个处理器写结果（缺省全用），结果都一样
  --quiet           不打印小结，只列错误
  --lang zh|en      用哪种语言
例：tiaoli run policies/dalian-ip-pledge policies/dalian-ip-pledge/cases -o build/results --as-of 2026-06-30
)";

constexpr std::string_view run_english = R"(Usage: tiaoli run POLICY CASES -o RESULTS
Decides every record of the case files (a folder, or one .xlsx, .csv, .json, .jsonl or .db); writes one table a matter, 退回.csv (rows turned back), 结果.xlsx (all tables and a summary) and 清单.json (manifest).
  -o, --output FOLDER  where the results go
  --format FORMATS  csv, xlsx, json, html; several separated by commas (csv,xlsx unless said)
                    the results are replaced as a whole: those of the last run go, other files in the folder stay
  --matter MATTER   only this matter
  --as-of DAY       what today is (the system's date unless said)
  --set NAME=VALUE  another value for a parameter
  --reading NAME=VALUE  another reading of a parameter
  --version NAME    decide all under this version
  --jobs N          processors that write the results at once (all unless said); the results are the same
  --quiet           no summary, errors only
  --lang zh|en      the language
Example: tiaoli run policies/dalian-ip-pledge policies/dalian-ip-pledge/cases -o build/results --as-of 2026-06-30
)";

constexpr std::string_view explain_chinese = R"(写法：tiaoli explain 政策 案卷 记录或事项 键 [哪一期]
说明一笔的结论：每一条的条文和规则、所用的数、每个数在哪个文件第几行第几列、所依据的解释。
  哪一期            逐期审核的事项说明这一期，如 2025年第3季度（缺省是最近一期，其他各期只列结论）
  --matter 事项     记录有几个事项时，只说明这一个
  --format text|json|html  文字（缺省）、给其他程序用的 JSON、可以点开每一个数的网页
  -o、--output 文件  写进文件，不打印
  --no-readings     不再试政策里的其他读法（案卷很大时快一些）
  --as-of、--set、--reading、--version  同 tiaoli run
  --lang zh|en      用哪种语言
例：tiaoli explain policies/dalian-ip-pledge policies/dalian-ip-pledge/cases 贷款 DK0003 --as-of 2026-06-30
)";

constexpr std::string_view explain_english =
    R"(Usage: tiaoli explain POLICY CASES RECORD-OR-MATTER KEY [PERIOD]
Explains one decision: each article with its rules, the values, the file, row and column of each, the readings it rests on.
  PERIOD            which period of a matter that recurs, such as 2025年第3季度 (the latest unless said; the others are listed)
  --matter MATTER   only this matter, where a record has several
  --format text|json|html  text (the default), JSON for other programs, a page on which every figure opens
  -o, --output FILE  into a file instead of printing it
  --no-readings     do not try the policy's other readings (faster on large case files)
  --as-of, --set, --reading, --version  as for tiaoli run
  --lang zh|en      the language
Example: tiaoli explain policies/dalian-ip-pledge policies/dalian-ip-pledge/cases 贷款 DK0003 --as-of 2026-06-30
)";

constexpr std::string_view test_chinese = R"(写法：tiaoli test 政策
运行政策里的全部案例，列出不通过的，以及哪些条文、规则、情形还没有案例检验。
  --mutate        再把每个界限、数、日期、且或、非逐一改动，看案例能不能发现；没有发现的逐条列出，并算不通过
  --format text|json|junit  文字（缺省）、JSON、给集成工具用的 JUnit；--mutate 只有文字和 JSON
  --coverage brief|full  覆盖只列合计，还是逐条列出（缺省）
  --quiet         全部通过时不打印
  --lang zh|en    用哪种语言
例：tiaoli test policies/dalian-ip-pledge --mutate
)";

constexpr std::string_view test_english = R"(Usage: tiaoli test POLICY
Runs all examples of a policy; lists those that fail, and which articles, rules and clauses none of them exercises.
  --mutate        then changes each bound, number, day, and/or, not in turn: those that no example notices are listed and count as a failure
  --format text|json|junit  text (the default), JSON, JUnit for build servers; --mutate as text or JSON
  --coverage brief|full  coverage as counts only, or article by article (the default)
  --quiet         nothing when all pass
  --lang zh|en    the language
Example: tiaoli test policies/dalian-ip-pledge --mutate
)";

constexpr std::string_view template_chinese = R"(写法：tiaoli template 政策 -o 案卷.xlsx
做一个空白的案卷工作簿：每种记录一个工作表，有表头、单位、下拉选项和检查；“填表说明”逐列说明怎么填。
  -o、--output 文件  写到哪里；已有的文件不覆盖
  --quiet           不打印
  --lang zh|en      用哪种语言
例：tiaoli template policies/dalian-ip-pledge -o build/案卷.xlsx
)";

constexpr std::string_view template_english = R"(Usage: tiaoli template POLICY -o 案卷.xlsx
Makes an empty case workbook: a sheet a record type with headings, units, drop-downs and checks; 填表说明 explains each column.
  -o, --output FILE  where it goes; a file that is there is not written over
  --quiet         prints nothing
  --lang zh|en    the language
Example: tiaoli template policies/dalian-ip-pledge -o build/案卷.xlsx
)";

constexpr std::string_view letter_chinese =
    R"(写法：tiaoli letter 政策 案卷 记录或事项 键 [哪一期] -o 文书.docx
按政策文件夹里 letters 下的模板，写出这一笔的补偿决定书、不予支持通知书、补正通知书等；用哪个模板由事项和结论决定。
缺一个要写的值，就不写出，说明缺什么；模板怎样写，见 docs/letters.md。
  -o、--output 文件  .docx（Word、WPS）或 .html（可打印的网页）
  --matter 事项     记录有几个事项时，只写这一个
  --as-of、--set、--reading、--version  同 tiaoli run
  --lang zh|en      提示用哪种语言；文书总是中文
例：tiaoli letter policies/dalian-ip-pledge policies/dalian-ip-pledge/cases 补偿申请 C014 --as-of 2026-06-30 -o build/C014.docx
)";

constexpr std::string_view letter_english =
    R"(Usage: tiaoli letter POLICY CASES RECORD-OR-MATTER KEY [PERIOD] -o LETTER.docx
Writes the decision letter of one case from a template in the folder letters beside the policy, chosen by matter and verdict.
A value that is missing is never left blank: the letter is refused, saying what is missing. docs/letters.md says how templates are written.
  -o, --output FILE  .docx (Word, WPS) or .html (a page to print)
  --matter MATTER   only this matter, where a record has several
  --as-of, --set, --reading, --version  as for tiaoli run
  --lang zh|en      the language of messages; a letter is Chinese
Example: tiaoli letter policies/dalian-ip-pledge policies/dalian-ip-pledge/cases 补偿申请 C014 --as-of 2026-06-30 -o build/C014.docx
)";

constexpr std::string_view diff_chinese = R"(写法：tiaoli diff 旧政策 新政策 [--cases 案卷] [-o 结果]
比较两个版本：① 条文逐条对照，移动、改号的跟着走；② 规则、定义、参数等变了什么，排版和注释不算；
③ 同一批案卷按两个版本各办一遍，结论、金额变了哪些；④ 每一件是哪一条修改引起的。没有 --cases 时只有①②。
  --cases 案卷      案卷文件夹或文件，同 tiaoli run
  --from 版本       旧政策是有几个版本的文件夹时，比哪一个版本
  --to 版本         新政策是有几个版本的文件夹时，比哪一个版本
  --as-of 日期      今日按哪一天算（缺省是系统日期）
  --format 格式     text、json、html、xlsx、csv，可写几个，用逗号隔开；不写 -o 时打印（缺省 text），写 -o 时缺省全部
  -o、--output 文件夹  对比.txt、对比.json、对比.html、对比.xlsx、改变的案卷.csv 写到哪里
  --quiet           写了 -o 时不打印
  --lang zh|en      用哪种语言
例：tiaoli diff policies/dalian-ip-pledge/2022.policy policies/dalian-ip-pledge/2027-draft.policy --cases policies/dalian-ip-pledge/cases --as-of 2026-06-30 -o build/diff
)";

constexpr std::string_view diff_english = R"(Usage: tiaoli diff OLD NEW [--cases CASES] [-o RESULTS]
Compares two versions: (1) the text, article by article, moved and renumbered ones followed; (2) rules, definitions, parameters …, where
layout and comments do not count; (3) the same cases decided under each version; (4) which amendment caused each change. Without --cases: 1 and 2.
  --cases CASES     a folder or file of cases, as for tiaoli run
  --from VERSION    which version, where OLD is a folder with several
  --to VERSION      which version, where NEW is a folder with several
  --as-of DAY       what today is (the system's date unless said)
  --format FORMATS  text, json, html, xlsx, csv; several separated by commas; printed without -o (text unless said), with -o all unless said
  -o, --output FOLDER  where 对比.txt, 对比.json, 对比.html, 对比.xlsx and 改变的案卷.csv go
  --quiet           prints nothing where there is -o
  --lang zh|en      the language
Example: tiaoli diff policies/dalian-ip-pledge/2022.policy policies/dalian-ip-pledge/2027-draft.policy --cases policies/dalian-ip-pledge/cases --as-of 2026-06-30 -o build/diff
)";

constexpr std::string_view fmt_chinese = R"(写法：tiaoli fmt 路径…
把政策文件（或文件夹里全部 .policy 文件）整理成统一的版式：缩进、空格、空行、全角标点、表格对齐。
条文原文和注释一个字也不改；写以前把新文字重新读一遍，意思和原来不完全一样就不写。
  --check         只列出要整理的文件，不改写；有要整理的，退出状态为 1
  --fix           先改正只有一种改法的错误，每处都列出来
  --keywords zh|en  把语言自己的用语换成中文或英文；名称、条文、注释不变，换过去再换回来一字不差
  --quiet         不列出改写了哪些文件
  --lang zh|en    用哪种语言
例：tiaoli fmt --check policies/dalian-ip-pledge
)";

constexpr std::string_view fmt_english = R"(Usage: tiaoli fmt PATH…
Gives policy files (or all .policy files of a folder) the one layout: indentation, blanks, blank lines, full-width signs, aligned tables.
Law text and comments stay as they are; the new text is read again first, and not written unless it says the same.
  --check         only list the files that would change; exit status 1 if there are any
  --fix           first repair the mistakes that have exactly one fix; each is listed
  --keywords zh|en  put the language's own words into Chinese or English; names, law text and comments stay, and there and back is the same
  --quiet         do not list the files rewritten
  --lang zh|en    the language
Example: tiaoli fmt --check policies/dalian-ip-pledge
)";

} // namespace

std::string help_text(std::optional<Verb> verb, diag::Language language) {
    const auto in = [&](std::string_view chinese, std::string_view english) {
        return std::string{language == diag::Language::Chinese ? chinese : english};
    };
    if (!verb)
        return in(program_chinese, program_english);
    switch (*verb) {
    case Verb::Check:
        return in(check_chinese, check_english);
    case Verb::Run:
        return in(run_chinese, run_english);
    case Verb::Explain:
        return in(explain_chinese, explain_english);
    case Verb::Test:
        return in(test_chinese, test_english);
    case Verb::Template:
        return in(template_chinese, template_english);
    case Verb::Letter:
        return in(letter_chinese, letter_english);
    case Verb::Diff:
        return in(diff_chinese, diff_english);
    case Verb::Fmt:
        return in(fmt_chinese, fmt_english);
    }
    return {};
}

} // namespace tiaoli::cli
