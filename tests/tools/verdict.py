"""How every check of the tree ends: its findings, then the line `N passed, M failed`."""
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CPP = (".cpp", ".hpp")


def planted(files):
    """A temporary tree with these files, for a check to prove that it can fail."""
    folder = tempfile.TemporaryDirectory()
    for name, text in files.items():
        path = Path(folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def cpp_files(root, *folders):
    """Every C++ file under these folders of the tree, sorted."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*") if path.suffix in CPP)


def conclude(findings_of, plants, clean=None):
    """Checks the tree with findings_of(root); each plant must be found out, the clean tree must not."""
    failures = []
    for name, files in plants.items():
        with planted(files) as folder:
            if not findings_of(Path(folder)):
                failures.append(f"the planted mistake “{name}” is not found")
    if clean is not None:
        with planted(clean) as folder:
            failures += [f"found in a clean tree: {finding}" for finding in findings_of(Path(folder))]
    proofs = len(plants) + (clean is not None) - len(failures)
    findings = failures + findings_of(REPOSITORY)
    for finding in findings:
        print(finding)
    passed = max(proofs, 0) + (0 if len(findings) > len(failures) else 1)
    print(f"{passed} passed, {len(findings)} failed")
    sys.exit(1 if findings else 0)
