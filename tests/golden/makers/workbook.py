"""Writes a workbook that its text describes (standard input): workbook.py TARGET

    [贷款]                     a worksheet; `[贷款 hidden]` a hidden one
    3: 合同号 | #300 | =A1     row 3; a cell is a text, or
        #300  #0.4@0%          a number as the file has it, with a number format
        =A1   =A1->5           a formula without result, with one; =A1->"x" with a text
        !#N/A  ?1              an error, a boolean
        ~ab~cd                 a rich text of two pieces, with its pronunciation
        ^ab                    a text in the cell itself
    merge A1:C1 · hide row 5 · hide column B
    date1904 · stale           of the whole workbook: days from 1904; results of formulas are not computed
    raw NAME                   the next lines, up to a line of a single full stop, are that file of the archive
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(column):
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


class Book:
    def __init__(self):
        self.sheets, self.strings, self.formats, self.raw = [], {}, {}, {}
        self.properties, self.calculation = "", ""

    def style(self, code):
        return self.formats.setdefault(code, len(self.formats) + 1)

    def cell(self, place, text):
        if text.startswith("#") and re.match(r"#-?[\d.]", text):
            number, _, code = text[1:].partition("@")
            style = f' s="{self.style(code)}"' if code else ""
            return f'<c r="{place}"{style}><v>{escape(number)}</v></c>'
        if text.startswith("="):
            formula, arrow, result = text[1:].partition("->")
            kind = ' t="str"' if result.startswith('"') else ""
            value = f"<v>{escape(result.strip(chr(34)))}</v>" if arrow else ""
            return f'<c r="{place}"{kind}><f>{escape(formula)}</f>{value}</c>'
        if text.startswith("!"):
            return f'<c r="{place}" t="e"><v>{escape(text[1:])}</v></c>'
        if text.startswith("?"):
            return f'<c r="{place}" t="b"><v>{text[1:]}</v></c>'
        if text.startswith("^"):
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(text[1:])}</t></is></c>'
        return f'<c r="{place}" t="s"><v>{self.strings.setdefault(text, len(self.strings))}</v></c>'

    def row(self, number, cells, hidden):
        inside = "".join(self.cell(f"{letters(at)}{number}", text)
                         for at, text in enumerate(cells, 1) if text)
        mark = ' hidden="1"' if hidden else ""
        return f'<row r="{number}"{mark}>{inside}</row>'

    def string(self, text):
        if not text.startswith("~"):
            return f'<si><t xml:space="preserve">{escape(text)}</t></si>'
        runs = "".join(f"<r><t>{escape(run)}</t></r>" for run in text[1:].split("~"))
        return f'<si>{runs}<rPh sb="0" eb="1"><t>pinyin</t></rPh></si>'


class Sheet:
    def __init__(self, name, state):
        self.name, self.state = name, state
        self.rows, self.merged, self.hidden, self.columns = [], [], set(), []


def read(text):
    book, lines = Book(), iter(text.splitlines())
    for line in lines:
        if found := re.fullmatch(r"\[(.+?)( hidden)?\]", line):
            book.sheets.append(Sheet(found[1], found[2] or ""))
        elif found := re.match(r"(\d+): ?(.*)", line):
            book.sheets[-1].rows.append((int(found[1]), [cell.strip().replace("\\n", "\n") for cell in found[2].split("|")]))
        elif line.startswith("merge "):
            book.sheets[-1].merged.append(line[6:])
        elif line.startswith("hide row "):
            book.sheets[-1].hidden.add(int(line[9:]))
        elif line.startswith("hide column "):
            book.sheets[-1].columns.append(ord(line[12:]) - 64)
        elif line == "date1904":
            book.properties = '<workbookPr date1904="1"/>'
        elif line == "stale":
            book.calculation = '<calcPr fullCalcOnLoad="1"/>'
        elif line.startswith("raw "):
            content = []
            while (inside := next(lines)) != ".":
                content.append(inside)
            book.raw[line[4:]] = "\n".join(content)
        elif line:
            sys.exit(f"no such line: {line}")
    return book


def worksheet(book, sheet):
    columns = "".join(f'<col min="{at}" max="{at}" hidden="1"/>' for at in sheet.columns)
    rows = "".join(book.row(number, cells, number in sheet.hidden) for number, cells in sheet.rows)
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    return (f'{HEAD}<worksheet xmlns="{MAIN}">' + (f"<cols>{columns}</cols>" if columns else "") +
            f"<sheetData>{rows}</sheetData>" + (f"<mergeCells>{areas}</mergeCells>" if areas else "") + "</worksheet>")


def parts(book):
    ids = range(1, len(book.sheets) + 1)
    yield "_rels/.rels", (f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                          f'Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    relations = "".join(f'<Relationship Id="rId{at}" Type="{RELATION}/worksheet" Target="worksheets/sheet{at}.xml"/>'
                        for at in ids)
    relations += f'<Relationship Id="rIdA" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
    relations += f'<Relationship Id="rIdB" Type="{RELATION}/styles" Target="/xl/styles.xml"/>'
    yield "xl/_rels/workbook.xml.rels", f'{HEAD}<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    for at, sheet in zip(ids, book.sheets):
        yield f"xl/worksheets/sheet{at}.xml", worksheet(book, sheet)
    entries = "".join(f'<sheet name={quoteattr(sheet.name)} sheetId="{at}"' +
                      (' state="hidden"' if sheet.state else "") + f' r:id="rId{at}"/>'
                      for at, sheet in zip(ids, book.sheets))
    yield "xl/workbook.xml", (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATION}">{book.properties}'
                              f"<sheets>{entries}</sheets>{book.calculation}</workbook>")
    strings = "".join(book.string(text) for text in book.strings)
    yield "xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>'
    formats = "".join(f'<numFmt numFmtId="{163 + at}" formatCode={quoteattr(code)}/>' for code, at in book.formats.items())
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{163 + at}"/>' for at in book.formats.values())
    yield "xl/styles.xml", (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
                            f"<cellXfs>{styles}</cellXfs></styleSheet>")


def write(book, target):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (dict(parts(book)) | book.raw).items():
            # A date of its own would make each run's bytes differ.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    write(read(sys.stdin.buffer.read().decode("utf-8")), sys.argv[1])
