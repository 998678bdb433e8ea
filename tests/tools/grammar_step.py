"""The readable grammar and the rules of the parser keep the same names: policy.peg against grammar/*.hpp."""
import re
import sys

from verdict import conclude

RULE = re.compile(r"^(\w+)\s*(?:<-|←)", re.M)
STRUCT = re.compile(r"^\s*struct\s+(\w+)\s*(?:final\s*)?:", re.M)
DETAIL = re.compile(r"^namespace\s+(?:[\w:]*::)?(?:internal|detail)\s*\{.*?^\}", re.M | re.S)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def findings_of(root):
    readable = root / "grammar" / "policy.peg"
    if not readable.exists():
        return [] if not list((root / "grammar").glob("*.hpp")) else ["grammar/policy.peg is missing"]
    found, rules, structs = [], {}, {}
    for name in RULE.findall(readable.read_text(encoding="utf-8")):
        if name in rules:
            found.append(f"grammar/policy.peg: {name} stands twice")
        rules[name] = True
    for path in sorted((root / "grammar").glob("*.hpp")):
        text = DETAIL.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))
        structs |= {name: path.name for name in STRUCT.findall(text)}
    found += [f"grammar/policy.peg: {name} is no rule of grammar/*.hpp" for name in rules if name not in structs]
    found += [f"grammar/{place}: {name} does not stand in policy.peg"
              for name, place in structs.items() if name not in rules]
    return found


CLEAN = {
    "grammar/policy.peg": "# a rule <- nothing\nfile <- line*\nline <- 'x'\n",
    "grammar/rules.hpp": "namespace g {\nstruct line : one<'x'> {};\nstruct file : star<line> {};\n}\n"
                         "namespace g::internal {\nstruct quick : any {};\n}\n",
}
PLANTS = {
    "rule without a struct": CLEAN | {"grammar/policy.peg": CLEAN["grammar/policy.peg"] + "more <- line\n"},
    "struct without a rule": CLEAN | {"grammar/rules.hpp": CLEAN["grammar/rules.hpp"] + "struct more : any {};\n"},
    "no readable grammar": {"grammar/rules.hpp": ""},
}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
