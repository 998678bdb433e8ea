"""Files have at most 400 lines, functions at most 40, signature and braces included."""
import ast
import re
import sys

from verdict import conclude, cpp_files

FILE_LINES = 400
FUNCTION_LINES = 40
NOISE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\ ]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z])\'(?:\\.|[^\'\\\n])*\''
    r"|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.S | re.M)
NOT_A_FUNCTION = re.compile(r"^\s*(?:template\b.*?>\s*)?(?:namespace|struct|class|union|enum)\b|\bextern\s*$|=\s*$", re.S)
HAS_PARAMETERS = re.compile(r"\)")
BEFORE_HEAD = re.compile(r"(?:\s|\b(?:public|private|protected)\s*:(?!:))*")


def without_noise(text):
    """Comments, strings and directives blanked out, lines kept."""
    return NOISE.sub(lambda match: "\n" * match.group().count("\n"), text)


def functions_of(text):
    """(first line, last line, head) of every outermost block that has a parameter list."""
    text = without_noise(text)
    found, open_blocks, head_start, parens = [], [], 0, 0
    for at, sign in enumerate(text):
        if sign in "()":
            parens += 1 if sign == "(" else -1
        elif sign == "{" and (not open_blocks or open_blocks[-1] is None):
            head = text[head_start:at]
            is_function = HAS_PARAMETERS.search(head) and not NOT_A_FUNCTION.search(head)
            open_blocks.append((head_start, head) if is_function else None)
            head_start = at + 1
        elif sign == "{":
            open_blocks.append(open_blocks[-1])
        elif sign == "}" and open_blocks:
            block = open_blocks.pop()
            if block and (not open_blocks or open_blocks[-1] is None):
                start = block[0] + BEFORE_HEAD.match(block[1]).end()
                found.append((text.count("\n", 0, start) + 1, text.count("\n", 0, at) + 1, block[1].strip()))
            head_start = at + 1 if not open_blocks or open_blocks[-1] is None else head_start
        elif sign == ";" and parens == 0 and (not open_blocks or open_blocks[-1] is None):
            head_start = at + 1
    return found


def python_functions_of(text):
    return [(node.lineno, node.end_lineno, node.name) for node in ast.walk(ast.parse(text))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def findings_of(root):
    found = []
    python = sorted((root / "tests").rglob("*.py"))
    for path in cpp_files(root, "src", "include", "grammar", "tests") + python:
        name, text = path.relative_to(root), path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > FILE_LINES:
            found.append(f"{name}: {lines} lines, more than {FILE_LINES}")
        functions = python_functions_of(text) if path.suffix == ".py" else functions_of(text)
        for first, last, head in functions:
            if last - first + 1 > FUNCTION_LINES:
                short = " ".join(head.split())[:60]
                found.append(f"{name}:{first}: {last - first + 1} lines, more than {FUNCTION_LINES}: {short}")
    return found


LONG = "    int x = 0;\n" * 39
CLEAN = {
    "src/base/a.cpp": "namespace a {\nstruct B {\n" + "    int x = '{';\n" * 50 + "};\nint f(int a) {\n" + "    ++a;\n" * 38
                      + "}\n} // namespace a\n",
    "include/tiaoli/base/a.hpp": "class A {\n  public:\n" + "    // why\n" * 50 + "    int f() { return 0; }\n};\n",
}
PLANTS = {
    "long file": {"src/base/a.cpp": "\n" * 401},
    "long function": {"src/base/a.cpp": "int f() {\n" + LONG + "}\n"},
    "long method": {"include/tiaoli/base/a.hpp": "namespace a {\nclass B {\n    B() : x_{1}, y_(2) {\n" + LONG + "    }\n};\n}\n"},
    "long function for C": {"src/base/a.cpp": 'extern "C" int f() {\n' + LONG + "}\n"},
    "long test": {"tests/unit/base/a.cpp": 'TEST_CASE("{") {\n' + LONG + "}\n"},
    "long after a loop": {"src/base/a.cpp": "int f() {\n    for (;;) {\n" + LONG + "    }\n    return 0;\n}\n"},
    "long python": {"tests/a.py": "def f():\n" + "    x = 0\n" * 41},
}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
