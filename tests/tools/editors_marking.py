"""What must be true of every policy that is marked, told line by line without the rules that mark it."""
import re

from editors_tokens import Marker
from editors_words import longest_first

STATEMENTS = ("policy version document_number draft effective expires repeals import calendar enumeration record same_day_order matter parameter "
              "output as_of state require allocate deadline summary interpretation unsettled no_rule example given expect notwithstanding "
              "decision_table tier_table").split()
HEADING = re.compile(r"(?:第[一二三四五六七八九十百零〇0-9]+[编章节条]|附则\s*$|article\s*\d)", re.I)
NUMBER = re.compile(r"(?<![A-Za-z0-9])\d+(?:\.\d+)?(?:%|万元|元|年|个月|个工作日|日|人)?")
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d")
DEFINITION = re.compile(r"[^\s>/|]+ ＝( |$)")
BODIES = ("要求", "require", "输出", "output", "时点", "asof", "期限", "deadline", "参数", "parameter")
QUIET = {"law": "markup.quote", "comment": "comment", "string": "string"}


def kinds_of(lines):
    """For each line, for each character: law, comment, string, or None; read as the language's page says."""
    after_heading, found = False, []
    for line in lines:
        text = line.strip()
        heading = bool(HEADING.match(text))
        if text.startswith((">", "＞")) and after_heading:
            found.append(["law"] * len(line))
            continue
        found.append(list(kinds_in_line(line, heading)))
        if text and not text.startswith("//"):
            after_heading = heading
    return found


def kinds_in_line(line, heading):
    """“…” may hold others of its kind, "…" may not; the title of a heading is words."""
    opened = []
    for at, sign in enumerate(line):
        if not opened and line.startswith("//", at):
            yield from ["comment"] * (len(line) - at)
            return
        opens = not heading and (sign == "“" or sign == '"' and not opened)
        closes = bool(opened) and sign == {"“": "”", '"': '"'}[opened[-1]]
        opened += [sign] if opens and opened[-1:] != ['"'] else []
        yield "string" if opened else None
        if closes:
            opened.pop()


def line_findings(line, kinds, scopes, statement):
    for kind, scope in QUIET.items():
        bad = [at for at, (is_kind, said) in enumerate(zip(kinds, scopes))
               if (is_kind == kind) != (said or "").startswith(scope) and not line[at].isspace()]
        if bad:
            yield f"{kind} is marked {scopes[bad[0]]} at column {bad[0] + 1}"
    if any("illegal" in (scope or "") for scope in scopes):
        yield "something is marked as wrong"
    if (found := statement.match(line)) and not all((scope or "").startswith("keyword.control") for scope in scopes[found.start(1):found.end(1)]):
        yield f"{found.group(1)} is not marked as a statement"
    if HEADING.match(line) and not (scopes[0] or "").startswith("markup.heading"):
        yield "the heading is not marked"
    if re.match(r"【.*】\s*$", line) and not (scopes[0] or "").startswith("entity.name.section"):
        yield "the block is not marked"


def number_findings(line, kinds, scopes):
    for found in [*DATE.finditer(line), *NUMBER.finditer(line)]:
        places = range(found.start(), found.end())
        if not any(kinds[at] for at in places) and not all((scopes[at] or "").startswith("constant.numeric") for at in places):
            yield f"{found.group()} is not marked as a number"


def marking_findings(name, text, grammar, keywords):
    spelled = longest_first(spelling for word in STATEMENTS for spelling in keywords.spellings[word])
    # fmt puts a blank, a quotation mark or 第 behind a statement word, and a name of its own (期限：日期) has none of them.
    statement = re.compile(f"({'|'.join(spelled)})(?=[ “（]|第)(?! *[：＝])")
    lines, found, body = text.split("\n"), [], False
    for number, (line, kinds, scopes) in enumerate(zip(lines, kinds_of(lines), Marker(grammar).mark(text)), 1):
        wrong = list(line_findings(line, kinds, scopes, statement))
        starts = statement.match(line)
        body = starts.group(1) in BODIES if starts else DEFINITION.match(line) or body and line.startswith(" ")
        wrong += number_findings(line, kinds, scopes) if body else ()
        found += [f"{name}:{number}: {what}: {line[:60]}" for what in wrong]
    return found
