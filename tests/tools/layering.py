"""Every include is an arrow that CMakeLists.txt declares, and libraries stay in their room."""
import re
import sys

from verdict import conclude, cpp_files

ROOM = re.compile(r"^room\((\w+)(?:\s+DEPENDS\s+([\w\s]+))?\)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
# The rooms that read or write files, and so may ask the system directly.
FILE_ROOMS = {"source", "report", "cli", "tests"}
# Where a library from outside may be included; "tests" stands for everything in tests/.
LIBRARIES = {
    "boost/": {"value"},
    "tao/": {"parse", "grammar", "tests"},
    "catch2/": {"tests"},
    "rapidcheck": {"tests"},
    "fmt/": None,
    "iconv.h": {"source"},
    "xlsxwriter.h": {"report"},
    "zip.h": {"sheets", "letter", "tests"},
    "expat.h": {"sheets"},
    "nettle/": {"source"},
    "sqlite3.h": {"sheets"},
    "nlohmann/": {"sheets"},
    "unistd.h": FILE_ROOMS,
    "fcntl.h": FILE_ROOMS,
    "sys/": FILE_ROOMS,
}
KEYWORDS = "grammar/keywords.def"
KEYWORD_READERS = ("syntax", "parse")


def declared_rooms(root):
    text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    return {name: set((uses or "").split()) for name, uses in ROOM.findall(text)}


def reachable(rooms, name, path=()):
    """The rooms that `name` may use; raises on a ring."""
    if name in path:
        raise ValueError("a ring of rooms: " + " → ".join((*path, name)))
    found = set()
    for other in rooms.get(name, ()):
        found |= {other} | reachable(rooms, other, (*path, name))
    return found


def place_of(relative):
    """The room (or grammar, or tests) that a file belongs to."""
    parts = relative.parts
    if parts[0] == "src":
        return parts[1]
    if parts[0] == "include":
        return parts[2]
    return parts[0]


def project_include(root, path, place, target, allowed):
    relative = path.relative_to(root)
    if target.startswith("tiaoli/"):
        other = target.split("/")[1]
        if not (root / "include" / target).exists():
            return f"{relative}: {target} does not exist"
        if place != "tests" and other != place and other not in allowed:
            return f"{relative}: {place} may not use {other} ({target})"
    elif target.startswith("grammar/"):
        if not (root / target).exists():
            return f"{relative}: {target} does not exist"
        readers = KEYWORD_READERS if target == KEYWORDS else ("parse",)
        if place not in (*readers, "grammar", "tests"):
            return f"{relative}: only {' and '.join(readers)} may read {target}"
    elif place != "tests":
        home = path.parent if relative.parts[0] != "include" else None
        if home is None or "/" in target or not (home / target).exists():
            return f"{relative}: {target} is not a header of this room"
    return None


def library_include(relative, place, target):
    for prefix, places in LIBRARIES.items():
        if target.startswith(prefix):
            if places is None or place in places:
                return None
            return f"{relative}: <{target}> belongs to {', '.join(sorted(places))} alone"
    if "/" in target or target.endswith((".h", ".hpp")):
        return f"{relative}: <{target}> is not a library of this project"
    return None


def findings_of(root):
    try:
        rooms = declared_rooms(root)
        reach = {name: reachable(rooms, name) for name in rooms}
    except ValueError as ring:
        return [str(ring)]
    found = [f"CMakeLists.txt: {name} uses {other}, which is no room"
             for name, uses in rooms.items() for other in uses - rooms.keys()]
    reach["grammar"] = reach.get("parse", set())
    reach["tests"] = set(rooms)
    for path in cpp_files(root, "src", "include", "grammar", "tests"):
        relative = path.relative_to(root)
        place = place_of(relative)
        if place not in reach:
            found.append(f"{relative}: {place} is no room of CMakeLists.txt")
            continue
        for kind, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if kind == '"':
                found.append(project_include(root, path, place, target, reach[place]))
            else:
                found.append(library_include(relative, place, target))
    return [finding for finding in found if finding]


ROOMS = "room(base)\nroom(value DEPENDS base)\nroom(diag DEPENDS base)\nroom(parse DEPENDS diag value)\n"
CLEAN = {
    "CMakeLists.txt": ROOMS,
    "include/tiaoli/base/id.hpp": "#include <vector>\n",
    "src/value/money.cpp": '#include "tiaoli/base/id.hpp"\n#include "money.hpp"\n#include <boost/x.hpp>\n',
    "src/value/money.hpp": "",
    "grammar/policy.hpp": '#include "grammar/keywords.def"\n',
    "grammar/keywords.def": "",
    "src/parse/tree.cpp": '#include "grammar/policy.hpp"\n#include "tiaoli/base/id.hpp"\n#include <tao/pegtl.hpp>\n',
    "tests/unit/value/money.cpp": '#include "money.hpp"\n#include <catch2/catch.hpp>\n',
}
PLANTS = {
    "arrow not declared": CLEAN | {"src/base/a.cpp": '#include "tiaoli/value/m.hpp"', "include/tiaoli/value/m.hpp": ""},
    "ring": CLEAN | {"CMakeLists.txt": ROOMS.replace("room(base)", "room(base DEPENDS value)")},
    "private header of another room": CLEAN | {"src/diag/a.cpp": '#include "money.hpp"'},
    "library outside its room": CLEAN | {"src/diag/a.cpp": "#include <boost/x.hpp>"},
    "PEGTL in a public header": CLEAN | {"include/tiaoli/diag/a.hpp": "#include <tao/pegtl.hpp>"},
    "test library in the program": CLEAN | {"src/diag/a.cpp": "#include <catch2/catch.hpp>"},
    "grammar outside parse": CLEAN | {"src/diag/a.cpp": '#include "grammar/policy.hpp"'},
    "keywords outside syntax and parse": CLEAN | {"src/diag/a.cpp": '#include "grammar/keywords.def"'},
    "unknown library": CLEAN | {"src/diag/a.cpp": "#include <zlib.h>"},
    "folder that is no room": CLEAN | {"src/extra/a.cpp": ""},
}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
