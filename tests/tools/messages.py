"""Every message of messages.def is given somewhere, met by a test, and says the same arguments in both languages."""
import re
import sys

from verdict import conclude, cpp_files

DEFINITIONS = "include/tiaoli/diag/messages.def"
ENTRY = re.compile(r'TIAOLI_MESSAGE\(\s*(\w+)\s*,\s*"?(\w+)"?\s*,\s*([\w:]+)\s*,\s*((?:"(?:\\.|[^"\\])*"\s*)+),\s*'
                   r'((?:"(?:\\.|[^"\\])*"\s*)+)\)')
ARGUMENT = re.compile(r"\{(\d+)\}")


def without_comments(text):
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


def read_all(paths):
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def entry_findings(entries):
    codes = {}
    for name, code, _, chinese, english in entries:
        if code in codes:
            yield f"{code} stands for both {codes[code]} and {name}"
        codes[code] = name
        if set(ARGUMENT.findall(chinese)) != set(ARGUMENT.findall(english)):
            yield f"{code} {name}: the two languages do not use the same arguments"


def findings_of(root):
    text = without_comments((root / DEFINITIONS).read_text(encoding="utf-8"))
    entries = ENTRY.findall(text)
    found = list(entry_findings(entries))
    if len(entries) != text.count("TIAOLI_MESSAGE("):
        found.append(f"{DEFINITIONS}: an entry is not of the form TIAOLI_MESSAGE(id, code, Severity, “…”, “…”)")
    program = read_all(cpp_files(root, "src", "include", "grammar"))
    tests = read_all(cpp_files(root, "tests") + sorted((root / "tests").rglob("*.golden")))
    for name, code, *_ in entries:
        if not re.search(rf"\b{name}\b", program):
            found.append(f"{code} {name}: nothing gives this message")
        if not re.search(rf"\b{code}\b|::{name}\b", tests):
            found.append(f"{code} {name}: no test meets this message")
    return found


ONE = 'TIAOLI_MESSAGE(odd_byte, "S001", Error, "第{0}字节", "byte {0}")\n'
CLEAN = {
    DEFINITIONS: "// TIAOLI_MESSAGE(id, …)\n" + ONE,
    "src/source/a.cpp": "add(Message::odd_byte);",
    "tests/golden/a.golden": "错误 S001：",
}
PLANTS = {
    "never given": CLEAN | {"src/source/a.cpp": "add(Message::odd_bytes);"},
    "never tested": CLEAN | {"tests/golden/a.golden": "错误 S0011"},
    "one code twice": CLEAN | {DEFINITIONS: ONE + ONE.replace("odd_byte", "odd_line"),
                               "src/source/a.cpp": "::odd_byte ::odd_line"},
    "arguments differ": CLEAN | {DEFINITIONS: ONE.replace("byte {0}", "a byte")},
    "not an entry": CLEAN | {DEFINITIONS: ONE + "TIAOLI_MESSAGE(x)\n"},
}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
