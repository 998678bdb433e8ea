"""The readable grammar and the rules of the parser keep the same names: policy.peg against grammar/*.hpp."""
import re
import sys

from verdict import conclude

RULE = re.compile(r"^(\w+)\s*(?:<-|←)", re.M)
# `struct rule : …`, `template <…> struct rule … {` and `template <…> using rule = …`; rules are written in lower case.
STRUCT = re.compile(r"^(?:template\s*<[^\n]*>\s*(?:struct|using)\s+([a-z]\w*)\b(?!\s*<)|struct\s+([a-z]\w*)\s*:)", re.M)
DETAIL = re.compile(r"^namespace\s+(?:[\w:]*::)?(?:internal|detail)\s*\{.*?^\}", re.M | re.S)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def rules_of(path):
    """The rules of one header in the order in which they are defined."""
    text = DETAIL.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))
    return [template or plain for template, plain in STRUCT.findall(text)]


def order_findings(readable, rules, place):
    """The rules of one header stand in policy.peg in the same order."""
    known = [name for name in readable if name in rules]
    wanted = [name for name in rules if name in readable]
    for stands, should in zip(known, wanted):
        if stands != should:
            return [f"grammar/policy.peg: {stands} stands where {should} is next in {place}"]
    return []


def findings_of(root):
    peg, headers = root / "grammar" / "policy.peg", sorted((root / "grammar").glob("*.hpp"))
    if not peg.exists():
        return ["grammar/policy.peg is missing"] if headers else []
    readable = RULE.findall(peg.read_text(encoding="utf-8"))
    found = [f"grammar/policy.peg: {name} stands twice" for name in sorted(set(readable)) if readable.count(name) > 1]
    everywhere = set()
    for path in headers:
        rules = rules_of(path)
        everywhere |= set(rules)
        found += [f"grammar/{path.name}: {name} does not stand in policy.peg" for name in rules if name not in readable]
        found += order_findings(readable, rules, path.name)
    found += [f"grammar/policy.peg: {name} is no rule of grammar/*.hpp" for name in readable if name not in everywhere]
    return found


CLEAN = {
    "grammar/policy.peg": "# a rule <- nothing\nany <- 'y'\nline <- 'x'\nfile <- line*\n",
    "grammar/rules.hpp": "namespace g {\nstruct file;\nstruct Spelling {};\ntemplate <int a>\nstruct any {};\n"
                         "struct line : one<'x'> {};\nstruct file : star<line> {};\n}\n"
                         "namespace g::internal {\nstruct quick : any {};\n}\n",
}
PLANTS = {
    "rule without a struct": CLEAN | {"grammar/policy.peg": CLEAN["grammar/policy.peg"] + "more <- line\n"},
    "struct without a rule": CLEAN | {"grammar/rules.hpp": CLEAN["grammar/rules.hpp"] + "struct more : any {};\n"},
    "another order": CLEAN | {"grammar/policy.peg": "any <- 'y'\nfile <- line*\nline <- 'x'\n"},
    "no readable grammar": {"grammar/rules.hpp": ""},
}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
