"""The tree speaks of itself alone: no outside paths, nothing left open, no binary floating point, no empty names."""
import re
import subprocess
import sys

from verdict import REPOSITORY, conclude

# Written in pieces, so that this file does not find itself.
OUTSIDE = re.compile("[.][.]/shar" + "ed|/wor" + "k/")
OPEN = re.compile(r"\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + r"CK)\b")
BINARY = re.compile(r"\b(double|float)\b")
COMMENT = re.compile(r"//.*")
EMPTY_NAME = re.compile(r"(^|/)(utils?|helpers?|common|misc|manager)[^/]*\.\w+$", re.I)
CODE = ("src/", "include/", "grammar/")


def files_of(root):
    """What git keeps or would keep; in a planted tree, every file."""
    if root == REPOSITORY:
        listed = subprocess.run(["git", "-c", "core.quotePath=false", "ls-files", "-co", "--exclude-standard"],
                                cwd=root, capture_output=True, text=True, check=True).stdout
        return [name for name in listed.splitlines() if (root / name).is_file()]
    return [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]


def line_findings(name, number, line):
    where = f"{name}:{number}"
    if OUTSIDE.search(line):
        yield f"{where}: names a place outside the project"
    if name.startswith((*CODE, "tests/")) and OPEN.search(line):
        yield f"{where}: something is left open"
    if name.startswith(CODE) and BINARY.search(COMMENT.sub("", line)):
        yield f"{where}: binary floating point"


def findings_of(root):
    found = []
    for name in files_of(root):
        if EMPTY_NAME.search(name):
            found.append(f"{name}: a name that says nothing")
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            found += line_findings(name, number, line)
    return found


PLANTS = {
    "outside path": {"docs/a.md": "see .." + "/shared/x"},
    "left open": {"src/base/a.cpp": "// TO" + "DO later"},
    "binary floating point": {"src/value/a.cpp": "double rate;"},
    "empty name": {"src/base/utils.cpp": ""},
}
CLEAN = {"src/value/a.cpp": "int fen; // not a double\n", "docs/a.md": "double-entry\n"}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
