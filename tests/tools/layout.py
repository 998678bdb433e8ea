"""Every C++ file is laid out by .clang-format; --write lays them out."""
import subprocess
import sys

from verdict import REPOSITORY, conclude, cpp_files

FOLDERS = ("src", "include", "grammar", "tests")


def findings_of(root):
    # A planted tree has no .clang-format of its own: the project's is named.
    style = f"--style=file:{REPOSITORY / '.clang-format'}"
    found = []
    for path in cpp_files(root, *FOLDERS):
        laid_out = subprocess.run(["clang-format", style, path], capture_output=True, check=True).stdout
        if laid_out != path.read_bytes():
            found.append(f"{path.relative_to(root)}: not laid out; ./dev format")
    return found


CLEAN = {"src/base/a.cpp": "int f(int* a) { return *a; }\n"}
PLANTS = {"odd layout": {"src/base/a.cpp": "int f(int *a)\n{ return *a; }\n"}}

if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        sys.exit(subprocess.run(["clang-format", "-i", *cpp_files(REPOSITORY, *FOLDERS)], check=False).returncode)
    sys.exit(conclude(findings_of, PLANTS, CLEAN))
