"""The rules of editors_rules.py in Vim's words."""
import re

HEAD = """" Tiaoli policies. Made of grammar/keywords.def by tests/tools/editors.py --write; not to be edited.
if exists("b:current_syntax")
  finish
endif
syntax case ignore
syntax sync fromstart
setlocal commentstring=//\\ %s comments=://
"""
GROUPS = {
    "keyword.control": "Statement", "keyword.operator.word.logical": "Conditional", "keyword.operator.word.comparison": "Conditional",
    "keyword.operator": "Operator", "keyword.other.value": "Keyword", "keyword.other": "Keyword", "constant.language": "Constant",
    "constant.numeric": "Number", "support.function": "Function", "support.type": "Type", "comment.line": "Comment",
    "string.quoted": "String", "markup.quote": "Special", "markup.heading": "Title", "entity.name.section": "PreProc",
    "variable.other.quoted": "Identifier", "variable.other.field": "Identifier", "invalid.illegal.unclosed": "Error",
    "punctuation.separator.table": "Comment", "entity.name.function": "Identifier", "entity.name.type": "Type",
}
LOOKS = {"(?=": "@=", "(?!": "@!", "(?<=": "@1<=", "(?<!": "@1<!"}
PIECE = re.compile(r"\(\?<[=!]|\(\?[:=!]|\(|\)|\\.|\[(?:\\.|[^\]\\])*\]|.", re.S)


def group(scope):
    return "tiaoli" + "".join(word.capitalize() for word in re.split(r"[.-]", scope.removesuffix(".tiaoli")))


def pattern(text):
    """A pattern of the shared kind in Vim's very magic one, between slashes; a named part only stands there."""
    out, ends = [], []
    for piece in PIECE.findall(text.removeprefix("(?i)")):
        if piece.startswith("("):
            ends.append(LOOKS.get(piece, ""))
            out.append("%(")
        elif piece == ")":
            out.append(")" + ends.pop())
        elif len(piece) > 1 and piece.startswith("["):
            out.append(piece.replace("\\[", "[").replace("/", "\\/").replace("\t", "\\t"))
        elif piece == "\\s":
            out.append("[ \\t　]")
        elif piece in "<>=@&~%/":
            out.append("\\" + piece)
        else:
            out.append(piece)
    return "/\\v" + "".join(out) + "/"


def match_line(rule, contained=True):
    scope = rule.get("name") or rule["captures"]["1"]["name"]
    return f"syntax match {group(scope)} {pattern(rule['match'])}" + (" contained" if contained else "")


def start_of(rule):
    """What opens a region, coloured up to the end of its first part."""
    text = rule["begin"].removeprefix("(?i)")
    depth, at = 0, text.index("(", text.index("\\s*"))
    for end in range(at, len(text)):
        depth += {"(": text[end - 1] != "\\", ")": -(text[end - 1] != "\\")}.get(text[end], 0)
        if depth == 0:
            break
    return f"{text[:end + 1]}(?={text[end + 1:]})" if text[end + 1:] else text


class Vim:
    def __init__(self, grammar):
        self.repository = grammar["repository"]
        self.order = [item["include"][1:] for item in grammar["patterns"]]
        self.lines = []

    def clusters(self):
        """Of several matches at one place Vim takes the last, so the rules stand the other way round."""
        for name in ("operator", "number", "expression", "ruler"):
            rule = self.repository[name]
            self.add_cluster(name, rule.get("patterns", [rule]))
        self.add_cluster("field", [{"match": self.repository["field"]["match"].split("[：:]")[0] + "(?=[：:])",
                                    "name": "variable.other.field"}])

    def add_cluster(self, name, rules):
        names = []
        for number, rule in reversed(list(enumerate(rules))):
            own = f"tiaoli_{name.replace('-', '_')}_{number}"
            self.lines.append(match_line(rule).replace(f"match {group(rule['name'])} ", f"match {own} "))
            self.lines.append(f"highlight default link {own} {group(rule['name'])}")
            names.append(own)
        if names:
            self.lines.append(f"syntax cluster tiaoli_{name.replace('-', '_')} contains={','.join(names)}")
        return bool(names)

    def statements(self):
        for name in reversed(self.order):
            rule = self.repository[name]
            if name not in ("comment", "heading", "block", "string", "quoted-name"):
                own = [item for item in rule["patterns"] if "match" in item]
                contains = ["@tiaoli_" + item["include"][1:] for item in rule["patterns"]
                            if item.get("include", "")[1:] in ("field", "ruler", "expression", "number", "operator")]
                if self.add_cluster(f"in_{name}", own):
                    contains.append(f"@tiaoli_in_{name}")
                contains.append("@tiaoli_quiet")
                opened = group(rule["beginCaptures"]["1"]["name"])
                stops = "|".join(rule["end"].removeprefix("(?i)").split("|^", 1)[:1])
                starts = "^" + rule["end"].split("|^", 1)[1]
                self.lines.append(
                    f"syntax region tiaoli_{name} matchgroup={opened} start={pattern(start_of(rule))} matchgroup=NONE "
                    f"end={pattern(stops)} end={pattern(starts)}me=s-1 contains={','.join(contains)}")

    def quiet(self):
        quoted = self.repository["quoted-name"]
        lines = [match_line(quoted, contained=False)]
        text = group("string.quoted")
        lines += [f"syntax region {text} matchgroup={text} start=/[“”]/ end=/”\\|$/ contains={text}Inner oneline",
                  f"syntax region {text}Inner matchgroup={text} start=/“/ end=/”\\|$/ contains={text}Inner contained oneline",
                  f"highlight default link {text}Inner {text}", f"syntax region {text} start=/[\"＂]/ end=/[\"＂]\\|$/ oneline"]
        lines += [match_line(self.repository["string"]["patterns"][0], contained=False), match_line(self.repository["block"], contained=False)]
        heading = self.repository["heading"]
        opened, law = group("markup.heading"), group("markup.quote")
        lines += [f"syntax region tiaoli_heading matchgroup={opened} start={pattern(heading['begin'])} matchgroup=NONE "
                  f"end={pattern(heading['end'])}me=s-1 contains={law},tiaoliCommentLine",
                  match_line(self.repository["law"]), match_line(self.repository["comment"], contained=False),
                  f"syntax cluster tiaoli_quiet contains={text},{group(quoted['name'])},tiaoliCommentLine,"
                  f"{group('invalid.illegal.unclosed')}"]
        self.lines += lines

    def text(self):
        self.clusters()
        self.statements()
        self.quiet()
        links = [f"highlight default link {group(scope)} {target}" for scope, target in GROUPS.items()]
        return HEAD + "\n".join(self.lines + links) + '\nlet b:current_syntax = "tiaoli"\n'
