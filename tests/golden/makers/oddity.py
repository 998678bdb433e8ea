"""Writes files that no office program would: oddity.py TARGET KIND [SOURCE]

KIND: encrypted (the container of a workbook with a password), cut (SOURCE without its last bytes), bomb (a workbook whose sheet
unpacks to a gigabyte), link (a link to SOURCE), blob (a database with a BLOB and a REAL), log (a database's log that is not empty).
"""
import os
import sqlite3
import sys
import zipfile
from pathlib import Path

import workbook


def encrypted(target, _):
    target.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le"))


def cut(target, source):
    content = Path(source).read_bytes()
    target.write_bytes(content[: len(content) * 2 // 3])


def bomb(target, _):
    book = workbook.read("[企业]\n1: 名称")
    parts = dict(workbook.parts(book))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name.startswith("xl/worksheets"):
                with archive.open(name, "w", force_zip64=True) as file:
                    file.write(text.replace("</sheetData></worksheet>", "").encode())
                    for _ in range(1024):
                        file.write(b" " * 1024 * 1024)
            else:
                archive.writestr(name, text)


def link(target, source):
    os.symlink(os.path.abspath(source), target)


def blob(target, _):
    with sqlite3.connect(target) as database:
        database.execute('CREATE TABLE "企业" ("名称" TEXT, "规模", "独立法人")')
        database.executemany('INSERT INTO "企业" VALUES (?, ?, ?)', [("甲公司", b"\x00\x01", "是"), ("乙公司", "微型", 1)])
        database.execute('CREATE TABLE "借据" (a, b, c, d REAL, e)')
        database.execute("INSERT INTO \"借据\" VALUES ('L1', '乙公司', '2025-03-10', 0.1 + 0.2, '40%')")
        database.execute('CREATE VIEW "贷款" AS SELECT a AS "合同号", b AS "企业", c AS "放款日", \'2026-03-10\' AS "到期日", '
                         'd AS "本金（万元）", e AS "基金比例", NULL AS "结清日" FROM "借据"')


def log(target, _):
    target.write_bytes(b"x")


if __name__ == "__main__":
    globals()[sys.argv[2]](Path(sys.argv[1]), sys.argv[3] if len(sys.argv) > 3 else None)
