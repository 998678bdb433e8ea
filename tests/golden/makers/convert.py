"""Writes the tables of a folder of CSV files in another container: convert.py TARGET FOLDER KIND

KIND: gb18030, utf-16 (a folder of CSV), json (one file), records (a folder, a JSON file a table), lines (a folder of JSON Lines),
sqlite (one file), xlsx (one workbook: texts as texts, bare numbers and dates as the numbers that Excel keeps).
"""
import csv
import datetime
import json
import re
import sqlite3
import sys
from pathlib import Path

import workbook


def tables(folder):
    for path in sorted(Path(folder).glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield path.stem, list(csv.reader(file))


def encoded(target, folder, encoding):
    target.mkdir(parents=True)
    for path in Path(folder).glob("*.csv"):
        (target / path.name).write_bytes(path.read_text(encoding="utf-8-sig").encode(encoding))


def is_number(text):
    """What may be stored as a number without losing a digit or a zero in front."""
    return re.fullmatch(r"(0|[1-9]\d{0,11})(\.\d{1,2})?", text) is not None


def value_of(text):
    return json.loads(text) if is_number(text) else text or None


def records(rows):
    return [dict(zip(rows[0], (value_of(text) for text in row))) for row in rows[1:]]


def as_json(target, folder):
    target.write_text(json.dumps({name: records(rows) for name, rows in tables(folder)}, ensure_ascii=False), encoding="utf-8")


def as_records(target, folder):
    target.mkdir(parents=True)
    for name, rows in tables(folder):
        (target / f"{name}.json").write_text(json.dumps(records(rows), ensure_ascii=False, indent=1), encoding="utf-8")


def as_lines(target, folder):
    target.mkdir(parents=True)
    for name, rows in tables(folder):
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records(rows)]
        (target / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


def as_database(target, folder):
    with sqlite3.connect(target) as database:
        for name, rows in tables(folder):
            columns = ", ".join(f'"{column}"' for column in rows[0])
            database.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("?" * len(rows[0]))
            database.executemany(f'INSERT INTO "{name}" VALUES ({marks})',
                                 [[value_of(text) for text in row] for row in rows[1:]])


def excel_cell(text):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        serial = (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days
        return f"#{serial}@yyyy/m/d"
    if is_number(text):
        return "#" + format(float(text), ".17g")
    if re.fullmatch(r"\d+%", text):
        return "#" + format(int(text[:-1]) / 100, ".17g") + "@0%"
    return text


def as_workbook(target, folder):
    book = workbook.Book()
    for name, rows in tables(folder):
        sheet = workbook.Sheet(name, "")
        sheet.rows = [(1, rows[0])] + [(at, [excel_cell(text) for text in row]) for at, row in enumerate(rows[1:], 2)]
        book.sheets.append(sheet)
    workbook.write(book, target)


KINDS = {"json": as_json, "records": as_records, "lines": as_lines, "sqlite": as_database, "xlsx": as_workbook}

if __name__ == "__main__":
    path, source, kind = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    if kind in KINDS:
        KINDS[kind](path, source)
    else:
        encoded(path, source, kind)
