"""Golden tests: input and expected output in one file.  run.py PROGRAM [--update] [NAME…] · run.py --self-test

A .golden file is a list of sections, each opened by a line that begins with `--- `; text before the first is a comment.
    --- use DIR [as NAME]         copies a folder of the repository into the empty working folder
    --- file PATH [as ENCODING]   writes a file (UTF-8 unless said)
    --- make PATH by MAKER WORDS… runs makers/MAKER with the path and the words; its standard input is the section's lines
    --- edit PATH                 lines `s|old|new|`; each old text must stand there exactly once; \\n is a line end
    --- run WORDS…                runs the program with these words, quoted as in a shell
    --- exit N                    its exit status, 0 unless said
    --- out, --- err              what it prints, nothing unless said; `--- any out` accepts anything
    --- result PATH               a file that it has written (UTF-8); a workbook (.xlsx) as lines of text (workbook.py)
    --- same FOLDER FOLDER        its tables (*.csv) of two runs are the same bytes; how they differ, where they do
A line of content that begins with `--- ` or `\\` has a `\\` put before it. A content line `\\bom` at the head stands for a byte
order mark, `\\crlf` for CR LF line ends, `\\open` at the end for a last line without its line end; a result of the one line `\\missing` is a file that is not written.
--update rewrites exit, out, err and result sections with what the program does now.
"""
import difflib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from workbook import lines_of_workbook

REPOSITORY = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "dumb", "ASAN_OPTIONS": "exitcode=99",
               "UBSAN_OPTIONS": "print_stacktrace=1",
               "LSAN_OPTIONS": f"suppressions={REPOSITORY}/tests/golden/leaks.txt:print_suppressions=0"}
EXPECTED = ("exit", "out", "err", "result", "same")


class Broken(Exception):
    """The golden file itself is wrong."""


@dataclass
class Section:
    kind: str
    words: str = ""
    lines: list = field(default_factory=list)


@dataclass
class Ran:
    """One run of the program: what it did, to hold the expected sections against."""
    exit: int
    out: bytes
    err: bytes


def read_sections(text):
    head, sections = [], []
    for line in text.splitlines():
        if line.startswith("--- "):
            kind, _, words = line[4:].strip().partition(" ")
            sections.append(Section(kind, words.strip()))
        elif sections:
            sections[-1].lines.append(line)
        else:
            head.append(line)
    return head, sections


def write_sections(head, sections):
    lines = list(head)
    for section in sections:
        lines += [f"--- {section.kind} {section.words}".rstrip(), *section.lines]
    return "\n".join(lines) + "\n"


def content_of(lines):
    """The text that content lines stand for."""
    lines, marks = list(lines), set()
    while lines and lines[0] in ("\\bom", "\\crlf"):
        marks.add(lines.pop(0))
    is_open = bool(lines) and lines[-1] == "\\open"
    if is_open:
        lines.pop()
    lines = [line[1:] if line.startswith("\\") else line for line in lines]
    end = "\r\n" if "\\crlf" in marks else "\n"
    text = end.join(lines) + ("" if is_open or not lines else end)
    return ("\ufeff" if "\\bom" in marks else "") + text


def lines_of(content):
    """The content lines that stand for a text: the inverse of content_of."""
    text = content.decode("utf-8", "backslashreplace")
    marks = []
    if text.startswith("\ufeff"):
        marks.append("\\bom")
        text = text[1:]
    if text.count("\r\n") == text.count("\n") > 0:
        marks.append("\\crlf")
        text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    ending = [] if lines[-1] == "" else ["\\open"]
    if lines[-1] == "":
        lines.pop()
    return marks + ["\\" + line if line.startswith(("--- ", "\\")) else line for line in lines] + ending


def edit(path, lines):
    text = path.read_text(encoding="utf-8")
    for line in lines:
        if not line:
            continue
        parts = line.split(line[1]) if len(line) > 1 and line[0] == "s" else []
        if len(parts) != 4 or parts[3]:
            raise Broken(f"an edit is written s|old|new|, not {line}")
        old, new = (part.replace("\\n", "\n") for part in parts[1:3])
        if text.count(old) != 1:
            raise Broken(f"{path.name}: {old} stands there {text.count(old)} times, not once")
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def prepare(section, folder):
    """Carries out a section that makes the input."""
    words = shlex.split(section.words)
    path = folder / words[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    if section.kind == "use":
        shutil.copytree(REPOSITORY / words[0], folder / (words[2] if len(words) == 3 else Path(words[0]).name))
    elif section.kind == "file":
        path.write_bytes(content_of(section.lines).encode(words[2] if len(words) == 3 else "utf-8"))
    elif section.kind == "make":
        make(words, content_of(section.lines), folder)
    else:
        edit(path, section.lines)


def make(words, content, folder):
    """Has a maker write what cannot stand in a golden as text: a workbook, a database."""
    if len(words) < 3 or words[1] != "by":
        raise Broken("a section is written make PATH by MAKER WORDS…")
    maker = REPOSITORY / "tests" / "golden" / "makers" / words[2]
    done = subprocess.run([sys.executable, maker, words[0], *words[3:]], cwd=folder, input=content.encode(),
                          capture_output=True, timeout=120, check=False)
    if done.returncode:
        raise Broken(f"{words[2]}: {done.stderr.decode('utf-8', 'replace')}")


def run_program(program, words, folder):
    done = subprocess.run([program, *shlex.split(words)], cwd=folder, env=os.environ | ENVIRONMENT,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def differences(one, other):
    """The tables that are not the same bytes in both folders, a line each; nothing to compare is a difference too."""
    names = sorted({path.name for folder in (one, other) for path in folder.glob("*.csv")})
    contents = [{name: (folder / name).read_bytes() for name in names if (folder / name).is_file()} for folder in (one, other)]
    return [f"differs: {name}" for name in names if contents[0].get(name) != contents[1].get(name)] or \
        ([] if names else ["no tables"])


def actual_section(kind, words, ran, folder):
    """The section as it would stand if the program is right."""
    if kind == "exit":
        return Section("exit", str(ran.exit))
    if kind == "same":
        return Section(kind, words, differences(*(folder / name for name in shlex.split(words))))
    if kind == "result":
        path = folder / shlex.split(words)[0]
        if path.suffix == ".xlsx" and path.is_file():
            return Section(kind, words, lines_of("\n".join(lines_of_workbook(path)).encode() + b"\n"))
        return Section(kind, words, lines_of(path.read_bytes()) if path.is_file() else ["\\missing"])
    return Section(kind, words, lines_of(getattr(ran, kind)))


def hold(expected, ran, folder):
    """The expected sections after one run, as they should have been, in the order exit, out, err, results."""
    said = {section.kind: section for section in expected if section.kind in ("exit", "out", "err")}
    free = {section.words for section in expected if section.kind == "any"}
    actual = [section for section in expected if section.kind == "any"]
    if ran.exit != 0 or "exit" in said:
        actual.append(actual_section("exit", "", ran, folder))
    for kind in ("out", "err"):
        if kind not in free and (getattr(ran, kind) or kind in said):
            actual.append(actual_section(kind, "", ran, folder))
    actual += [actual_section(section.kind, section.words, ran, folder)
               for section in expected if section.kind in ("result", "same")]
    return actual


def actual_sections(program, sections, folder):
    """Plays the whole file and returns it as the program would have it."""
    played, at = [], 0
    while at < len(sections):
        section = sections[at]
        at += 1
        played.append(section)
        if section.kind in ("use", "file", "make", "edit"):
            prepare(section, folder)
        elif section.kind == "run":
            start = at
            while at < len(sections) and sections[at].kind in (*EXPECTED, "any"):
                at += 1
            played += hold(sections[start:at], run_program(program, section.words, folder), folder)
        else:
            raise Broken(f"a section “{section.kind}” cannot stand here")
    return played


def in_order(sections):
    """Expected sections may stand in any order after their run: sorts them as `hold` writes them."""
    rank = {"any": 1, "exit": 2, "out": 3, "err": 4, "result": 5, "same": 5}
    group, ranked = 0, []
    for at, section in enumerate(sections):
        group += section.kind not in rank
        ranked.append((group, rank.get(section.kind, 0), at, section))
    return [entry[3] for entry in sorted(ranked, key=lambda entry: entry[:3])]


def play(program, path, update):
    """None when the golden agrees (or was updated), else what differs."""
    try:
        head, sections = read_sections(path.read_text(encoding="utf-8"))
        sections = in_order(sections)
        if not any(section.kind == "run" for section in sections):
            raise Broken("nothing is run")
        with tempfile.TemporaryDirectory() as folder:
            played = actual_sections(program, sections, Path(folder))
    except (Broken, OSError, ValueError, LookupError, subprocess.TimeoutExpired) as error:
        return f"{error}\n"
    expected, actual = write_sections(head, sections), write_sections(head, played)
    if expected == actual:
        return None
    if update:
        path.write_text(actual, encoding="utf-8")
        return None
    return "".join(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "expected", "now", n=3))


def run_all(program, paths, update):
    """Plays the goldens two at a time; (passed, failed)."""
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for path, difference in zip(paths, pool.map(lambda path: play(program, path, update), paths)):
            if difference:
                failed += 1
                print(f"FAILED {path.relative_to(REPOSITORY) if path.is_relative_to(REPOSITORY) else path}\n{difference}")
    return len(paths) - failed, failed


def main(words):
    if "--self-test" in words:
        import self_test
        passed, failed = self_test.run()
    else:
        names = [word for word in words[1:] if not word.startswith("--")]
        paths = [path for path in sorted((REPOSITORY / "tests" / "golden").rglob("*.golden"))
                 if not names or any(name in str(path) for name in names)]
        passed, failed = run_all(Path(words[0]).resolve(), paths, "--update" in words)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
