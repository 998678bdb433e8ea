"""Every header compiles alone. A header whose text and project includes did not change is not compiled again."""
import hashlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from verdict import REPOSITORY, conclude

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
STAMPS = REPOSITORY / "build-headers"
COMPILER = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-x", "c++", "-"]


def headers_of(root):
    return sorted(path for folder in ("include", "src", "grammar") for path in (root / folder).rglob("*.hpp"))


def folders_of(root, path):
    own = [path.parent] if path.is_relative_to(root / "src") else []
    return [*own, root / "include", root]


def closure(root, path, seen):
    """The header and every project file that it includes, in reading order."""
    if path in seen:
        return
    seen.append(path)
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        for folder in (path.parent, *folders_of(root, path)):
            if (folder / name).is_file():
                closure(root, (folder / name).resolve(), seen)
                break


def stamp_of(root, path):
    files = []
    closure(root, path, files)
    digest = hashlib.sha256(" ".join(COMPILER).encode())
    for file in files:
        digest.update(str(file.relative_to(root.resolve())).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def finding_of(root, path):
    path = path.resolve()
    stamp = STAMPS / stamp_of(root, path)
    if stamp.exists():
        return None
    places = [f"-I{folder}" for folder in folders_of(root.resolve(), path)]
    told = subprocess.run([*COMPILER, *places], input=f'#include "{path}"\n', capture_output=True, text=True, check=False)
    if told.returncode == 0:
        STAMPS.mkdir(exist_ok=True)
        stamp.touch()
        return None
    return f"{path.relative_to(root.resolve())} does not compile alone:\n{told.stderr}"


def findings_of(root):
    root = Path(root).resolve()
    with ThreadPoolExecutor(2) as pool:
        return [finding for finding in pool.map(lambda path: finding_of(root, path), headers_of(root)) if finding]


CLEAN = {"include/tiaoli/base/a.hpp": "#pragma once\n#include <string>\ninline std::string f() { return {}; }\n"}
PLANTS = {"missing include": {"src/base/a.hpp": "#pragma once\ninline std::string f() { return {}; }\n"}}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
