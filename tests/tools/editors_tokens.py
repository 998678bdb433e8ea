"""Marks a text by a TextMate grammar, as far as editors_rules.py uses one: the stand-in for an editor in the tests."""
import re
from functools import cache


@cache
def compiled(pattern):
    return re.compile(pattern)


class Marker:
    def __init__(self, grammar):
        self.grammar = grammar
        self.flat = {}

    def rules_of(self, context):
        """The rules of a context, its includes put in place."""
        if id(context) not in self.flat:
            found = []
            for item in context.get("patterns", ()):
                if "include" in item:
                    target = self.grammar["repository"][item["include"][1:]]
                    found += [target] if "match" in target or "begin" in target else self.rules_of(target)
                else:
                    found.append(item)
            self.flat[id(context)] = found
        return self.flat[id(context)]

    def mark(self, text):
        """For each line, for each character the innermost scope (None where there is none)."""
        stack, lines = [self.grammar], []
        for line in text.split("\n"):
            lines.append(self.mark_line(line, stack))
        return lines

    def mark_line(self, line, stack):
        scopes, at, known = [None] * len(line), 0, {}
        while at <= len(line):
            rule, found = self.next_match(line, at, stack[-1], known)
            stop = found.start() if found else len(line)
            name = stack[-1].get("name") if len(stack) > 1 else None
            self.fill(scopes, at, stop, name)
            if not found:
                return scopes
            if rule is stack[-1]:
                self.fill(scopes, found.start(), found.end(), name)
                stack.pop()
            else:
                self.fill(scopes, found.start(), found.end(), rule.get("name"))
                for number, part in rule.get("captures", rule.get("beginCaptures", {})).items():
                    self.fill(scopes, *found.span(int(number)), part["name"])
                if "begin" in rule:
                    stack.append(rule)
            at = found.end() if found.end() > at or rule is not None and "end" in rule else at + 1
        return scopes

    def next_match(self, line, at, context, known):
        """The leftmost match; of several the end of the context, then the rule named first."""
        best = None
        candidates = [(context, context["end"])] if "end" in context else []
        candidates += [(rule, rule.get("match") or rule["begin"]) for rule in self.rules_of(context)]
        for rule, pattern in candidates:
            found = known.get(pattern, False)
            if found is False or found is not None and found.start() < at:
                found = known[pattern] = compiled(pattern).search(line, at)
            if found and (best is None or found.start() < best[1].start()):
                best = rule, found
        return best or (None, None)

    @staticmethod
    def fill(scopes, begin, end, name):
        if name and not name.startswith("meta."):
            scopes[begin:end] = [name] * (end - begin)
