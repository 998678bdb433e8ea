"""docs/diagnostics.md is made of messages.def and docs/diagnostics.txt: every message has a text, and the page is up to date.

    diagnostics.py           checks
    diagnostics.py --write   writes the page
"""
import re
import sys
from pathlib import Path

from messages import DEFINITIONS, ENTRY, without_comments
from verdict import conclude

TEXTS = "docs/diagnostics.txt"
PAGE = "docs/diagnostics.md"
SEVERITIES = {"Error": "错误", "Warning": "警告", "Notice": "提示"}
PARTS = (("P", "政策的写法"), ("C2", "声明"), ("C3", "语句和算式"), ("C4", "整部政策和案例"), ("C7", "小结"), ("C8", "条文和规则"),
         ("D", "案卷"), ("R", "文件和办理"), ("X", "命令和文书"))
HEAD = """# 消息

这一页列出程序会给出的每一条消息：怎么说、为什么、一个例子、怎么改。代码不会改变意思。`tiaoli check 政策` 列出一个政策的全部消息；
`--lang en` 用英文，`--format json`、`--format sarif` 给别的程序用。“错误”使政策或那一行不能用，“警告”多半是写错了，“提示”请看一眼。

每条“说”里的 `…` 是当时的名称和数。本页由 `include/tiaoli/diag/messages.def` 和 `docs/diagnostics.txt` 生成
（`python3 tests/tools/diagnostics.py --write`），不要直接改。
"""
ARGUMENT = re.compile(r"\{\d+\}")
BAR = re.compile(r"(?<!\\)\|")


def texts_of(root):
    """The lines by code, and what is wrong with them."""
    texts, found = {}, []
    for number, line in enumerate((root / TEXTS).read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        parts = [part.replace("\\|", "|").strip() for part in BAR.split(line)]
        if len(parts) != 4 or not all(parts):
            found.append(f"{TEXTS}:{number}: a line is 代码|为什么|例|改法")
        elif parts[0] in texts:
            found.append(f"{TEXTS}:{number}: {parts[0]} is there already")
        else:
            texts[parts[0]] = parts[1:]
    return texts, found


def spoken(text):
    return ARGUMENT.sub("…", text.strip().strip('"').replace('\\"', '"').replace("\\\\", "\\"))


def part_of(code):
    return next((title for prefix, title in PARTS if code.startswith(prefix)), "其他")


def page_of(entries, texts):
    order = [title for _, title in PARTS] + ["其他"]
    lines, part = [HEAD.rstrip()], None
    for _, code, severity, chinese, english in sorted(entries, key=lambda entry: (order.index(part_of(entry[1])), entry[1])):
        if part_of(code) != part:
            part = part_of(code)
            lines += ["", f"## {part}"]
        why, example, fix = texts[code]
        lines += ["", f"### {code} {SEVERITIES[severity]}", "", f"- 说：{spoken(chinese)}", f"- 英文：{spoken(english)}",
                  f"- 为什么：{why}", f"- 例：{example}", f"- 改法：{fix}"]
    return "\n".join(lines) + "\n"


def entries_of(root):
    return ENTRY.findall(without_comments((root / DEFINITIONS).read_text(encoding="utf-8")))


def findings_of(root):
    entries = entries_of(root)
    texts, found = texts_of(root)
    codes = {code for _, code, *_ in entries}
    found += [f"{TEXTS}: {code} has no line" for _, code, *_ in entries if code not in texts]
    found += [f"{TEXTS}: {code} is no message" for code in texts if code not in codes]
    page = root / PAGE
    if not found and (not page.is_file() or page.read_text(encoding="utf-8") != page_of(entries, texts)):
        found.append(f"{PAGE} is not up to date: python3 tests/tools/diagnostics.py --write")
    return found


ONE = 'TIAOLI_MESSAGE(odd_byte, "S001", Error, "第{0}字节", "byte {0}")\n'
LINE = "S001|读不懂|`例`|改正\n"
CLEAN = {DEFINITIONS: ONE, TEXTS: "# texts\n" + LINE,
         PAGE: page_of(ENTRY.findall(ONE), {"S001": ["读不懂", "`例`", "改正"]})}
PLANTS = {
    "no text": CLEAN | {TEXTS: ""},
    "no message": CLEAN | {TEXTS: LINE + LINE.replace("S001", "S002")},
    "twice": CLEAN | {TEXTS: LINE + LINE},
    "no fix": CLEAN | {TEXTS: "S001|读不懂|`例`|\n"},
    "an old page": CLEAN | {DEFINITIONS: ONE.replace("字节", "个字节")},
    "no page": {key: text for key, text in CLEAN.items() if key != PAGE},
}


def write(root):
    entries, (texts, found) = entries_of(root), texts_of(root)
    missing = [code for _, code, *_ in entries if code not in texts]
    if found or missing:
        sys.exit("\n".join(found + [f"{TEXTS}: {code} has no line" for code in missing]))
    (root / PAGE).write_text(page_of(entries, texts), encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write(Path(__file__).resolve().parents[2])
    else:
        sys.exit(conclude(findings_of, PLANTS, CLEAN))
