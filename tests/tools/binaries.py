"""Runs every test binary of a build, two at a time: binaries.py BUILD. Counts test cases; a crash is a failure."""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from verdict import REPOSITORY

ALL_GOOD = re.compile(r"All tests passed \([^)]*?in (\d+) test cases?\)")
FAILED = re.compile(r"^test cases:.*?(\d+) failed", re.M)
# RC_PARAMS: the same generated inputs in every run; fuzzing is where new ones are sought.
SURROUNDINGS = {"RC_PARAMS": "seed=20230301",
                "ASAN_OPTIONS": "strict_string_checks=1:detect_stack_use_after_return=1",
                "UBSAN_OPTIONS": "print_stacktrace=1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def expected_binaries(build):
    """The binaries that the sources call for, so that one that was not built is missed."""
    tests = REPOSITORY / "tests"
    names = {f"test_{path.parent.name}" for path in (tests / "unit").glob("*/*.cpp")}
    names |= {"test_property" for _ in (tests / "property").glob("*.cpp")}
    names |= {f"fuzz_{path.stem}" for path in (tests / "fuzz").glob("*.cpp") if path.stem != "replay_main"}
    return [build / "tests" / name for name in sorted(names)]


def counts_of(name, output, status):
    if name.startswith("fuzz_"):
        return (1, 0) if status == 0 else (0, 1)
    all_good = ALL_GOOD.search(output)
    if all_good and status == 0:
        return int(all_good.group(1)), 0
    total = re.search(r"^test cases:\s*(\d+)", output, re.M)
    failed = FAILED.search(output)
    if total and failed:
        return int(total.group(1)) - int(failed.group(1)), int(failed.group(1))
    return 0, 1


def run(binary):
    command = [str(binary)]
    if binary.name.startswith("fuzz_"):
        command.append(str(REPOSITORY / "tests" / "fuzz" / "corpus" / binary.name.removeprefix("fuzz_")))
    try:
        done = subprocess.run(command, cwd=REPOSITORY, env=SURROUNDINGS | os.environ, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=1800, check=False)
    except FileNotFoundError:
        return binary.name, "was not built\n", (0, 1)
    except subprocess.TimeoutExpired:
        return binary.name, "did not end within ten minutes\n", (0, 1)
    output = done.stdout.decode("utf-8", "replace")
    return binary.name, output, counts_of(binary.name, output, done.returncode)


def main():
    binaries = expected_binaries(Path(sys.argv[1]).resolve())
    good = bad = 0
    with ThreadPoolExecutor(2) as pool:
        for name, output, (passed, failed) in pool.map(run, binaries):
            good, bad = good + passed, bad + failed
            print(f"{name}: {passed} passed, {failed} failed")
            if failed:
                print(output[-20000:])
    print(f"{good} passed, {bad} failed")
    return 1 if bad or not good else 0


if __name__ == "__main__":
    sys.exit(main())
