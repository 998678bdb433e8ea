"""The SARIF logs in the golden tests have the shape that SARIF 2.1.0 (OASIS) requires of runs, rules, results, places and fixes."""
import json
import re
import sys

from verdict import conclude

RUN = re.compile(r"^--- run .*--format sarif.*$")
URI = re.compile(r"^[A-Za-z0-9\-._~/:%]+$")


def logs_of(text):
    """What the runs that ask for SARIF print, by the line of the run."""
    lines, number = text.splitlines(), 0
    while number < len(lines):
        if RUN.match(lines[number]):
            begin = number + 1
            while begin < len(lines) and lines[begin] != "--- out":
                begin += 1
            end = begin + 1
            while end < len(lines) and not lines[end].startswith("--- "):
                end += 1
            yield number + 1, "\n".join(lines[begin + 1:end])
            number = end - 1
        number += 1


def region_findings(region):
    numbers = [region.get(name, 1) for name in ("startLine", "startColumn", "endLine", "endColumn")]
    if "startLine" not in region or not all(isinstance(number, int) and number >= 1 for number in numbers):
        yield "a region is counted from 1 and has a startLine"
    elif region.get("endLine", numbers[0]) < numbers[0]:
        yield "a region ends before it begins"


def place_findings(place):
    physical = place.get("physicalLocation", {})
    if not URI.match(physical.get("artifactLocation", {}).get("uri", "")):
        yield "a place has no artifactLocation.uri"
    if "region" in physical:
        yield from region_findings(physical["region"])


def fix_findings(fix):
    for change in fix.get("artifactChanges", [{}]):
        if not change.get("replacements") or "uri" not in change.get("artifactLocation", {}):
            yield "a fix changes no artifact"
        for replacement in change.get("replacements", []):
            yield from region_findings(replacement.get("deletedRegion", {}))


def result_findings(result, rules):
    if result.get("ruleId") not in rules:
        yield f"the rule {result.get('ruleId')} is not among the driver's"
    if result.get("level") not in ("error", "warning", "note", "none"):
        yield f"no level: {result.get('level')}"
    if not result.get("message", {}).get("text"):
        yield "a result without words"
    for place in result.get("locations", []) + result.get("relatedLocations", []):
        yield from place_findings(place)
    for fix in result.get("fixes", []):
        yield from fix_findings(fix)


def log_findings(text):
    try:
        log = json.loads(text)
    except ValueError as trouble:
        yield f"no JSON: {trouble}"
        return
    if log.get("version") != "2.1.0" or not isinstance(log.get("runs"), list):
        yield "a log has the version 2.1.0 and runs"
        return
    for run in log["runs"]:
        driver = run.get("tool", {}).get("driver", {})
        if not driver.get("name") or run.get("columnKind") not in ("unicodeCodePoints", "utf16CodeUnits"):
            yield "a run has a driver with a name, and says how columns are counted"
        rules = [rule.get("id") for rule in driver.get("rules", [])]
        if len(rules) != len(set(rules)):
            yield "a rule stands twice"
        for result in run.get("results", [{}]):
            yield from result_findings(result, rules)


def findings_of(root):
    found, seen = [], 0
    for path in sorted((root / "tests" / "golden").rglob("*.golden")):
        for line, text in logs_of(path.read_text(encoding="utf-8")):
            seen += 1
            found += [f"{path.relative_to(root)}:{line}: {finding}" for finding in log_findings(text)]
    return found if seen else ["no golden test asks for SARIF"]


def golden(log):
    return {"tests/golden/a.golden": "a log\n--- run check p --format sarif\n--- out\n" + json.dumps(log) + "\n"}


def log_of(result, rules=("P101",)):
    return golden({"version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": "t", "rules": [{"id": rule} for rule in rules]}}, "columnKind": "unicodeCodePoints",
        "results": [{"ruleId": "P101", "level": "error", "message": {"text": "w"}} | result]}]})


PLANTS = {
    "no SARIF at all": {"tests/golden/a.golden": "--- run check p\n--- out\n"},
    "no JSON": {"tests/golden/a.golden": "--- run check p --format sarif\n--- out\n[\n"},
    "another version": golden({"version": "2.0.0", "runs": []}),
    "an unknown rule": log_of({}, rules=()),
    "no level": log_of({"level": "bad"}),
    "no words": log_of({"message": {}}),
    "no uri": log_of({"locations": [{"physicalLocation": {}}]}),
    "line 0": log_of({"locations": [{"physicalLocation": {"artifactLocation": {"uri": "a"}, "region": {"startLine": 0}}}]}),
    "an empty fix": log_of({"fixes": [{"artifactChanges": [{}]}]}),
}

if __name__ == "__main__":
    sys.exit(conclude(findings_of, PLANTS, log_of({})))
