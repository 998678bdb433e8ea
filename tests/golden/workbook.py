"""A workbook as lines of text, so that a golden can hold one: its sheets, cells with their number formats, and what is set on them."""
import posixpath
import re
import xml.etree.ElementTree as tree
import zipfile

SPACES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "p": "http://schemas.openxmlformats.org/package/2006/relationships",
          "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
          "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
TEXT = "{%s}t" % SPACES["m"]
BUILT_IN = {0: "", 1: "0", 2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 49: "@"}


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.strings = self.shared_strings()
        self.formats = self.number_formats()

    def part(self, name):
        return tree.fromstring(self.zip.read(name)) if name in self.zip.namelist() else None

    def related(self, name):
        folder, file = posixpath.split(name)
        found = self.part(posixpath.join(folder, "_rels", file + ".rels"))
        if found is None:
            return {}
        return {each.get("Id"): (each.get("Type").rsplit("/", 1)[1],
                                 posixpath.normpath(posixpath.join(folder, each.get("Target"))))
                for each in found.findall("p:Relationship", SPACES)}

    def shared_strings(self):
        found = self.part("xl/sharedStrings.xml")
        return [] if found is None else ["".join(text.text or "" for text in item.iter(TEXT)) for item in found]

    def number_formats(self):
        styles = self.part("xl/styles.xml")
        own = {int(each.get("numFmtId")): each.get("formatCode") for each in styles.iterfind(".//m:numFmt", SPACES)}
        known = BUILT_IN | own
        return [known.get(int(each.get("numFmtId")), "?") for each in styles.find("m:cellXfs", SPACES)]

    def sheets(self):
        targets = self.related("xl/workbook.xml")
        for sheet in self.part("xl/workbook.xml").iterfind(".//m:sheet", SPACES):
            yield sheet.get("name"), targets[sheet.get("{%s}id" % SPACES["r"])][1]

    def cell(self, cell):
        value = cell.find("m:v", SPACES)
        if value is None:
            return ""
        if cell.get("t") == "s":
            return self.strings[int(value.text)].replace("\n", "\\n")
        shape = self.formats[int(cell.get("s", "0"))]
        return f"{value.text}{{{shape}}}"

    def rows(self, page):
        for row in page.iterfind(".//m:row", SPACES):
            line, last = "", 0
            for cell in row.findall("m:c", SPACES):
                column = 0
                for letter in re.match("[A-Z]+", cell.get("r")).group():
                    column = column * 26 + ord(letter) - 64
                line += " | " * (column - max(last, 1)) + self.cell(cell)
                last = column
            if line.strip(" |"):
                yield f"{row.get('r')}: {line}"

    def settings(self, name, page):
        pane = page.find(".//m:pane", SPACES)
        if pane is not None:
            yield f"frozen up to {pane.get('topLeftCell')}"
        spot = page.find("m:autoFilter", SPACES)
        if spot is not None:
            yield f"filter {spot.get('ref')}"
        for check in page.iterfind(".//m:dataValidation", SPACES):
            words = [check.get("type"), check.get("errorStyle", "stop"), check.get("sqref")]
            yield "check " + " ".join(words + [each.text for each in check])
        for kind, target in self.related(name).values():
            if kind == "comments":
                for note in self.part(target).iterfind(".//m:comment", SPACES):
                    text = "".join(each.text or "" for each in note.iter(TEXT)).replace("\n", "\\n")
                    yield f"note {note.get('ref')} {text}"
            if kind == "drawing":
                for chart_kind, chart in self.related(target).values():
                    if chart_kind == "chart":
                        yield "chart " + self.chart(chart)

    def chart(self, target):
        page = self.part(target)
        title = "".join(each.text for each in page.iterfind(".//c:title//a:t", SPACES))
        series = [each.find("c:val//c:f", SPACES).text for each in page.iterfind(".//c:ser", SPACES)]
        return " ".join([title, *series])


def lines_of_workbook(path):
    book, lines = Book(path), []
    for name, target in book.sheets():
        page = book.part(target)
        lines += [f"== {name}", *book.rows(page), *book.settings(target, page)]
    return lines
