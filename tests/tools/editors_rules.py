"""The rules by which editors mark a policy: a TextMate grammar made of the keyword list.

Its patterns keep to what Oniguruma, JavaScript and Python's re read alike, and to what editors_vim.py can put into Vim's words:
(?:…) (?=…) (?!…) (?<!…) (?<=…), sets, and \\s outside of sets. They are read without regard to case, so each begins with (?i).
"""
from editors_words import BLANK, NUMERAL, SIGNS, STATEMENTS, any_of, in_place, longest_first, word_rules

GAP = f"[{BLANK}]*"
NAME_SIGN = r"。、|｜「」【】\[\]，,；;：:＝=（）()＜<＞>＋+\-－＊*×／/“”＂÷" + '"'
NAME = f"(?:「[^」]*」|[^{NAME_SIGN}{BLANK}](?:[^{NAME_SIGN}]*[^{NAME_SIGN}{BLANK}])?)"
DEFINES = f"(?={GAP}[＝=])"
QUOTE = '[“”"＂]'
BODY = f"(?!{GAP}[=＝:：])"
COMMENT_END = "(?:(?://|／／).*)?$"
# id of the statement: its words, whether a name follows, what must stand next (the shapes of grammar/structure.hpp), and the words
# of its own that may stand in it. None of these words means anything elsewhere.
RULE = "else_outcome restriction"
SHAPES = {
    "quoted": ("policy version document_number draft import calendar repeals interpretation unsettled no_rule", "", f"(?={GAP}{QUOTE})", None),
    "example": ("example", "", f"(?={GAP}{QUOTE})", "like_example"),
    "force": ("effective expires", "", f"(?={GAP}[{NUMERAL}])", "provisional"),
    "record": ("record", NAME, f"(?={GAP}[（(])", "occurs_at optional nullable pending default_value column unit unique pattern within to "
               "between_end"),
    "enumeration": ("enumeration", NAME, f"(?={GAP}[：:])", None),
    "order": ("same_day_order", "", BODY, None),
    "summary": ("summary", "", f"(?!{GAP}[=＝:：])(?=[^=＝:：/／]*{COMMENT_END})", None),
    "matter": ("matter", NAME, f"(?={GAP}[：:]{GAP}{{recurs}}{GAP}{{reviews}})",
               "reviews each_year each_quarter each_month governed facts_until survives_expiry from from_end"),
    "parameter": ("parameter", NAME, f"(?={GAP}[＝=（(])", "choices from from_end"),
    "given": ("given", "", BODY, "like today parameter yes no"),
    "expect": ("expect", "", BODY, "citing"),
    "state": ("state", NAME, f"(?={GAP}[：:]{GAP}(?:{{from}}|$))", "from begin_day until end_day"),
    "rule": ("require", "", BODY, RULE),
    "exception": ("notwithstanding", "", f"(?={GAP}(?:第|art))", RULE),
    "deadline": ("deadline", "", f"(?={GAP}{QUOTE})", "from from_end until roll_over late_case missed_case else_outcome"),
    "allocation": ("allocate", "", f"{BODY}(?=[^=＝；;。:：]*(?:[：:]|$))",
                   "to_fen in_order cumulative by_ratio limit_from limit_end rest odd_fen largest_part"),
    "table": ("decision_table tier_table", "", BODY, "gives first_row whole_amount progressive from from_end anything other_rows"),
    "output": ("output as_of", NAME, DEFINES, ""),
}
# What conditions and values are made of; statements that hold nothing but names, texts or given data do without.
EXPRESSION = ("clauses", "logic", "comparison", "values and records", "periods", "functions")
WITHOUT_EXPRESSION = ("quoted", "example", "force", "record", "enumeration", "order", "summary", "given")
AT_START = "(?:^|(?<=[。】]))\\s*"
HEADING = (f"(?:第{GAP}[{NUMERAL}](?:{GAP}[{NUMERAL}])*{GAP}[编章节条](?:{GAP}之{GAP}[{NUMERAL}]+)?|article{GAP}[0-9０-９]+"
           f"|附{GAP}则(?={GAP}{COMMENT_END}))")
TABLE_MARK = "(?:{marks})?{gap}"
UNITS = ("个百分点|个?工作日|个月|万亿元?|百万元|千万元|万元|亿元|千元|元整?|年|月|日|天|人|笔|户|家|次|件|项|个|成|%|％|‰")
DIGIT, PART = "[0-9０-９]", "[-－/／.．]"
NUMBERS = (
    f"{DIGIT}{{4}}{GAP}年{GAP}{DIGIT}{{1,2}}{GAP}月{GAP}{DIGIT}{{1,2}}{GAP}日",
    f"{DIGIT}{{4}}{PART}{DIGIT}{{1,2}}{PART}{DIGIT}{{1,2}}(?!{DIGIT})",
    f"(?<![a-z0-9_]){DIGIT}+(?:[,，]{DIGIT}{{3}})*(?:[.．]{DIGIT}+)?(?:{GAP}(?:{UNITS}))?",
    f"(?:百|千|万)分之[{NUMERAL}千万]+",
    f"(?<![第上同统之每唯单任])[零〇一二三四五六七八九十两][零〇一二三四五六七八九十百千万亿两]*(?:{UNITS})",
)


def rule(name, *patterns):
    return {"match": "|".join(patterns), "name": name}


def string_rules():
    """“…” may hold others of its kind; a string ends with its line at the latest, where one left open is marked."""
    curly = {"end": "”|$", "name": "string.quoted", "patterns": [{"include": "#inner"}]}
    return {
        "string": {"patterns": [
            rule("invalid.illegal.unclosed", "[“”][^”]*$", '["＂][^"＂]*$'),
            curly | {"begin": "[“”]"},
            {"begin": '["＂]', "end": '["＂]|$', "name": "string.quoted", "patterns": []},
        ]},
        "inner": curly | {"begin": "“"},
    }


def included(names):
    return [{"include": f"#{name}"} for name in names]


def quiet_rules():
    return string_rules() | {
        "comment": rule("comment.line", "(?://|／／|/／|／/).*$"),
        "law": rule("markup.quote", "^\\s*[>＞].*$"),
        "ruler": rule("punctuation.separator.table", "^\\s*[|｜][-－:：|｜ \t　]*$"),
        "quoted-name": rule("variable.other.quoted", "「[^」]*」"),
        "number": {"patterns": [rule("constant.numeric", pattern) for pattern in NUMBERS]},
        "operator": rule("keyword.operator", "[＋+\\-－＊*×÷／/＝=＜<＞>≤≥]|[.．](?![0-9０-９])"),
        "field": {"match": f"^\\s*({NAME}){GAP}[：:]{GAP}({{types}})?", "captures": {
            "1": {"name": "variable.other.field"}, "2": {"name": "support.type"}}},
    }


class Rules:
    """The grammar of one keyword list. What has no place in it yet is in `homeless`."""

    def __init__(self, keywords):
        self.keywords = keywords
        self.repository = quiet_rules()
        field = self.repository["field"]
        field["match"] = field["match"].replace("{types}", any_of(keywords.types))
        self.repository["expression"] = {"patterns": word_rules(keywords, keywords.of_sections(*EXPRESSION))}
        self.starts = {name: self.start_of(name) for name in SHAPES}
        self.starts["definition"] = NAME + DEFINES
        self.starts["block"] = r"[【\[]"
        self.starts["heading"] = HEADING
        self.add_statements()
        placed = {word for words, _, _, own in SHAPES.values() for word in (words + " " + (own or "")).split()}
        placed |= set(keywords.of_sections(*EXPRESSION))
        self.homeless = [word for word in keywords.sections if word not in placed]

    def words(self, ids):
        return any_of(text for word in ids.split() for text in self.keywords.spellings.get(word, ()))

    def start_of(self, name):
        ids, called, shape, _ = SHAPES[name]
        shape = (shape.replace("{recurs}", self.words("each_year each_quarter each_month") + "?")
                 .replace("{reviews}", self.words("reviews")).replace("{from}", self.words("from")))
        word = self.words(ids)
        if name == "table":
            word = f"(?:{self.words('output as_of')}{GAP})?{word}"
        return word, called, shape

    def start_text(self, name):
        start = self.starts[name]
        if isinstance(start, str):
            return start
        word, called, shape = start
        return word + (GAP + called if called else "") + shape

    def end_of(self, name):
        """A full stop, or a line that starts something; inside a record 枚举类别：甲、乙 is a field."""
        starts = [self.start_text(other) for other in self.starts if (name, other) != ("record", "enumeration")]
        return f"。|[.．](?={GAP}{COMMENT_END})|^(?={GAP}(?:" + "|".join(starts) + "))"

    def inside(self, name):
        own = (SHAPES[name][3] if name in SHAPES else "") or ""
        ids = [word for word in own.split() if word in self.keywords.spellings]
        parts = ["comment", "string", "quoted-name"] + (["field"] if name == "record" else [])
        parts += ["ruler"] if name == "table" else []
        last = ([] if name in WITHOUT_EXPRESSION else ["expression"]) + ["number", "operator"]
        return included(parts) + word_rules(self.keywords, ids) + included(last)

    def add_statements(self):
        for name in SHAPES:
            word, called, shape = self.starts[name]
            captures = {"1": {"name": "keyword.control"}}
            if called:
                captures["2"] = {"name": "entity.name.type" if name in ("record", "enumeration") else "entity.name.function"}
            self.repository[name] = {
                "begin": f"{AT_START}({word})" + (f"{GAP}({called})" if called else "") + shape, "beginCaptures": captures,
                "end": self.end_of(name), "name": f"meta.{name}", "patterns": self.inside(name)}
        self.repository["definition"] = {
            "begin": f"{AT_START}({NAME}){DEFINES}", "beginCaptures": {"1": {"name": "entity.name.function"}},
            "end": self.end_of("definition"), "name": "meta.definition", "patterns": self.inside("definition")}
        self.repository["block"] = {"match": f"{AT_START}([【\\[][^】\\]]*[】\\]])", "captures": {"1": {"name": "entity.name.section"}}}
        self.repository["heading"] = {
            "begin": f"^\\s*({HEADING}(?:(?!//|／／).)*)", "beginCaptures": {"1": {"name": "markup.heading"}},
            "end": "^(?=\\s*(?!//|／／|[>＞])\\S)", "patterns": included(["law", "comment"])}

    def grammar(self):
        order = ["comment", "heading", "block", *SHAPES, "definition", "string", "quoted-name"]
        return named({"name": "Tiaoli", "scopeName": "source.tiaoli", "fileTypes": ["policy"],
                      "patterns": included(order), "repository": self.repository})


def named(part, key=None):
    """The grammar as TextMate wants it: scopes end in the language's name, patterns take no regard of case."""
    if isinstance(part, list):
        return [named(item) for item in part]
    if isinstance(part, dict):
        return {inner: named(value, inner) for inner, value in part.items()}
    if key in ("match", "begin", "end"):
        return "(?i)" + part
    return part + ".tiaoli" if key == "name" and part != "Tiaoli" else part
