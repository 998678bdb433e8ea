"""Proves the golden runner with a stand-in program: what agrees passes, each kind of difference fails, --update mends."""
import sys
import tempfile
from pathlib import Path

import run as golden

STAND_IN = """#!/bin/sh
cat "$1"; echo done >&2; printf '\\357\\273\\277a\\r\\nb\\r\\n' > out.csv; exit ${2:-0}
"""
AGREES = """A comment.
--- file a/b.txt
\\--- one
\\\\two
--- edit a/b.txt
s|two|three|
--- run a/b.txt 3
--- exit 3
--- out
\\--- one
\\\\three
--- err
done
--- result out.csv
\\bom
\\crlf
a
b
"""
DIFFERS = {
    "exit status": AGREES.replace("exit 3", "exit 1"),
    "output": AGREES.replace("\\\\three", "\\\\four"),
    "output not expected": AGREES.replace("--- err\ndone\n", ""),
    "result": AGREES.replace("\\bom\n", ""),
    "result not written": AGREES.replace("out.csv", "other.csv"),
    "edit that does not match": AGREES.replace("s|two|", "s|five|"),
    "unknown section": AGREES.replace("--- err", "--- error"),
    "nothing run": "--- file a\nb\n",
}


def verdicts(program, folder):
    path = folder / "case.golden"

    def agrees(text, update):
        path.write_text(text, encoding="utf-8")
        return golden.play(program, path, update) is None

    yield "a golden that agrees", agrees(AGREES, False)
    yield "a golden in another order", agrees(AGREES.replace("--- exit 3\n", "") + "--- exit 3\n", False)
    for name, text in DIFFERS.items():
        yield f"another {name}", not agrees(text, False)
    agrees(DIFFERS["output"], True)
    yield "--update", path.read_text(encoding="utf-8") == AGREES
    path.write_text("--- file a\nb\\\n--- run a\n--- any out\n--- err\ndone\n", encoding="utf-8")
    yield "any out", golden.play(program, path, False) is None
    path.write_bytes(golden.write_sections([], [golden.Section("file", "a as gb18030", ["贷款"]),
                                                golden.Section("run", "a"), golden.Section("err", "", ["done"]),
                                                golden.Section("any", "out")]).encode())
    yield "an encoding", golden.play(program, path, False) is None


def run():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = folder / "program"
        program.write_text(STAND_IN, encoding="utf-8")
        program.chmod(0o755)
        for what, good in verdicts(program, folder):
            passed, failed = passed + good, failed + (not good)
            if not good:
                print(f"FAILED {what}", file=sys.stdout)
    return passed, failed
