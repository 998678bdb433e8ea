"""grammar/editors is made of the keyword list and up to date, and marks every policy as the parser reads it.

    editors.py             checks the files, and the marking of the policies as they are
    editors.py PROGRAM     of the same policies in English (tiaoli fmt --keywords en), and, where there is a node or a vim,
                           that the web page's script and Vim mark the policies of both languages alike
    editors.py --write     writes the files
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from editors_elsewhere import node_findings, vim_findings
from editors_marking import marking_findings
from editors_rules import Rules
from editors_vim import Vim
from editors_words import KEYWORDS, TYPES, Keywords
from verdict import REPOSITORY, conclude

FOLDER = "grammar/editors"
TEXTMATE = f"{FOLDER}/vscode/syntaxes/tiaoli.tmLanguage.json"
VIM = f"{FOLDER}/vim/syntax/tiaoli.vim"
WEB = f"{FOLDER}/web/tiaoli.js"
# The line of the web page's script that is made here; the rest of it is written by hand.
WEB_RULES = re.compile(r"^const RULES = .*;$", re.M)
WRITE = "python3 tests/tools/editors.py --write"


def web_rules(grammar):
    """The grammar with its long ends said once, since most statements end alike."""
    ends = []

    def short(part):
        if isinstance(part, list):
            return [short(item) for item in part]
        if not isinstance(part, dict):
            return part
        part = {key: short(value) for key, value in part.items()}
        if len(part.get("end", "")) > 200:
            if part["end"] not in ends:
                ends.append(part["end"])
            part["end"] = ends.index(part["end"])
        return part

    rules = short({"patterns": grammar["patterns"], "repository": grammar["repository"]})
    return "const RULES = " + json.dumps(rules | {"ends": ends}, ensure_ascii=False, separators=(",", ":")) + ";"


def made_files(root, grammar):
    script = (root / WEB).read_text(encoding="utf-8") if (root / WEB).is_file() else "const RULES = {};\n"
    return {TEXTMATE: json.dumps(grammar, ensure_ascii=False, indent=1) + "\n", VIM: Vim(grammar).text(),
            WEB: WEB_RULES.sub(lambda _: web_rules(grammar), script, count=1)}


def findings_of(root):
    rules = Rules(Keywords(root))
    found = [f"{KEYWORDS}: editors do not know where {word} stands: name it in SHAPES of tests/tools/editors_rules.py" for word in rules.homeless]
    if found:
        return found
    grammar = rules.grammar()
    for name, text in made_files(root, grammar).items():
        if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text:
            found.append(f"{name} is not up to date: {WRITE}")
    for path in sorted((root / "policies").rglob("*.policy")):
        found += marking_findings(path.relative_to(root), path.read_text(encoding="utf-8"), grammar, rules.keywords)
    return found


POLICY = "第一条 目的\n> 要求 不高于40%。// 原文\n\n【备案】\n要求 “不高于40%”：比例不高于40%。 // 要求\n"


def english_policies(program, root):
    """The policies with the language's words in English, by name."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "policies", folder, dirs_exist_ok=True)
        for policy in sorted({path.parent for path in Path(folder).rglob("*.policy")}):
            subprocess.run([program, "fmt", policy, "--keywords", "en", "--quiet"], check=True)
        return policies_of(Path(folder), "english/")


def policies_of(root, prefix=""):
    return {prefix + str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.policy"))}


def findings_with(program, root):
    rules = Rules(Keywords(root))
    grammar, english, found = rules.grammar(), english_policies(program, root), []
    for name, text in english.items():
        found += marking_findings(name, text, grammar, rules.keywords)
    texts = policies_of(root / "policies") | english
    for findings, place in ((node_findings, root / WEB), (vim_findings, root / FOLDER / "vim")):
        planted = findings(place, {"plant": POLICY}, other_grammar(rules))
        if planted == []:
            found.append(f"{place.name}: a planted difference is not found")
        if planted is not None:
            found += findings(place, texts, grammar)
    return found


def other_grammar(rules):
    grammar = json.loads(json.dumps(rules.grammar()))
    grammar["repository"]["heading"]["beginCaptures"]["1"]["name"] = "markup.quote.tiaoli"
    return grammar


def write(root):
    rules = Rules(Keywords(root))
    if rules.homeless:
        sys.exit("no place for " + ", ".join(rules.homeless))
    for name, text in made_files(root, rules.grammar()).items():
        (root / name).write_text(text, encoding="utf-8")


def planted_tree(policy="", keywords=None):
    """The real keyword list with one small policy, its files up to date."""
    tree = {KEYWORDS: (REPOSITORY / KEYWORDS).read_text(encoding="utf-8"), TYPES: (REPOSITORY / TYPES).read_text(encoding="utf-8"),
            "policies/a/a.policy": policy}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in tree.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        tree |= made_files(Path(folder), Rules(Keywords(Path(folder))).grammar())
    return tree | ({KEYWORDS: keywords} if keywords else {})


def plants():
    words = (REPOSITORY / KEYWORDS).read_text(encoding="utf-8")
    clean = planted_tree(POLICY)
    return clean, {
        "a word changed": planted_tree(POLICY, words.replace('"不高于"', '"不得高于"')),
        "a word with no place": planted_tree(POLICY, words.replace("// ---- clauses", 'TIAOLI_WORD(odd_word, "怪词", "odd")\n// ---- clauses')),
        "an old grammar": clean | {TEXTMATE: clean[TEXTMATE].replace("不高于", "不高")},
        "no Vim file": {name: text for name, text in clean.items() if name != VIM},
        "an old script": clean | {WEB: "const RULES = {};\n"},
        "an open string": planted_tree(POLICY + "要求 “不高于：比例不高于40%。\n"),
        "a statement word out of its shape": planted_tree(POLICY + "期限 比例不高于40%。\n"),
    }


if __name__ == "__main__":
    if "--write" in sys.argv:
        write(REPOSITORY)
    elif len(sys.argv) > 1:
        wrong = findings_with(Path(sys.argv[1]).resolve(), REPOSITORY)
        print("\n".join(wrong + [f"{0 if wrong else 1} passed, {len(wrong)} failed"]))
        sys.exit(1 if wrong else 0)
    else:
        CLEAN, PLANTS = plants()
        sys.exit(conclude(findings_of, PLANTS, CLEAN))
