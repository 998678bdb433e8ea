"""The words of grammar/keywords.def as editors mark them: what each is for, and what must stand beside it to be that word."""
import re

KEYWORDS = "grammar/keywords.def"
TYPES = "src/check/declare_fields.cpp"
SECTION = re.compile(r"// ---- (.+)")
ENTRY = re.compile(r'^TIAOLI_(?:WORD|SPELLING)\((\w+), "([^"]*)", "([^"]*)"\)')
TYPE = re.compile(r'\{"(\w+)", "(\w+)", TypeKind::')
STATEMENTS = "statement words"
# What the sections whose words stand in conditions and values are to an editor. A section that is not here is an error.
SCOPES = {
    STATEMENTS: "keyword.other", "clauses": "keyword.other", "logic": "keyword.operator.word.logical",
    "comparison": "keyword.operator.word.comparison", "values and records": "keyword.other.value", "periods": "constant.language",
    "cells of tables": "constant.language", "functions": "support.function",
}
# Blanks stand in sets as themselves, for Vim knows no \s there.
BLANK = " \t　"
SIGNS = BLANK + r"，,（(）)；;：:、|｜。＝=＋+\-－＊*×÷／/“”【】「」＜<＞>≤≥" + '"'
# Before a word that opens a value stands a sign or another word: 有 in 有质押, but not in 所有权.
OPENS = f"(?<![^{SIGNS}且或非未有无为的于过到满至自在按以])"
CLOSES = f"(?=[{SIGNS}且或的不为超高低等大小少达满早晚属处在加减至]|$)"
NUMERAL = "0-9０-９零〇一二三四五六七八九十百"
OPENING = ("not_word has has_no own same everything before_now latest earliest from add subtract that_day today this_year this_quarter "
           "this_month previous_year previous_quarter previous_month yes no other_case absent_case governed facts_until citing optional "
           "nullable pending default_value column unit unique pattern like_example anything other_rows parameter").split()
CLOSING = "sum average maximum minimum count yes no inside limit_end anything other_rows optional nullable pending unique".split()
BEHIND = {
    "within": "(?=[^，,；;。]*(?:之间|内|inclusive|inside|to))", "limit_from": "(?![上下内])(?=[^，；。]*(?:为限|capped))",
    "from_end": "(?![日始点])", "last_of": f"(?=[{BLANK}]*[{NUMERAL}])", "first_of": f"(?=[{BLANK}]*[{NUMERAL}])",
    "this_year": "(?!已|新|发)", "this_quarter": "(?!已|新|发)", "this_month": "(?!已|新|发)", "like": f"(?=[{BLANK}])",
    # What these begin far more often than they stand before it: 本金, 自然年, 减免.
    "own": "(?![金息利年季月行人])", "from": "(?![然担动行有])", "add": "(?![权计])", "subtract": "(?![额免少值])",
}
ENGLISH = re.compile(r"[a-z]+$")


class Keywords:
    """Section and spellings of every word, and the names of types."""

    def __init__(self, root):
        self.spellings, self.sections, self.types = {}, {}, []
        section = None
        for line in (root / KEYWORDS).read_text(encoding="utf-8").splitlines():
            if found := SECTION.match(line):
                section = found.group(1).strip()
            elif found := ENTRY.match(line):
                word, *texts = found.groups()
                self.sections.setdefault(word, section)
                self.spellings.setdefault(word, []).extend(text for text in texts if text)
        for pair in TYPE.findall((root / TYPES).read_text(encoding="utf-8")):
            self.types += pair

    def of_sections(self, *sections):
        return [word for word, section in self.sections.items() if section in sections]


def longest_first(texts):
    return sorted(set(texts), key=lambda text: (-len(text), text))


def spelled(text):
    """A spelling as a pattern: an English word is not found inside another."""
    if ENGLISH.match(text):
        return f"(?<![a-z0-9_]){text}(?![a-z0-9_])"
    return re.sub(r"([.<>=*+?|()\[\]])", r"\\\1", text).replace(r"\<", "<").replace(r"\>", ">").replace(r"\=", "=")


def any_of(texts):
    return "(?:" + "|".join(spelled(text) for text in longest_first(texts)) + ")"


def in_place(word, text):
    """A spelling with what must stand before and behind it in Chinese, where words are not set apart."""
    if ENGLISH.match(text):
        return spelled(text)
    before = OPENS if word in OPENING else ""
    behind = CLOSES if word in CLOSING else ""
    return before + spelled(text) + behind + BEHIND.get(word, "")


def word_rules(keywords, words):
    """Rules that find these words, the longest first whatever each is for."""
    entries = [(len(text), SCOPES[keywords.sections[word]], in_place(word, text))
               for word in words for text in keywords.spellings[word] if re.search(r"\w", text)]
    rules = []
    for length, scope in sorted({entry[:2] for entry in entries}, key=lambda key: (-key[0], key[1])):
        patterns = sorted({pattern for *key, pattern in entries if (length, scope) == tuple(key)})
        rules.append({"match": "|".join(patterns), "name": scope})
    return rules
