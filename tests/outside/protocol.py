"""The side of Python: reads cases and our answers, holds them to the answers of a module.

README.md says how a case is written.
"""

import math
import sys
from collections import Counter


def number(word):
    return None if word == "-" else float(word)


def read_cases(file):
    case = None
    with open(file, encoding="ascii") as lines:
        for line in lines:
            side, name, *words = line.split()
            if side == "case":
                if case:
                    yield case
                case = {"id": name, "in": {}, "out": {}}
            elif side == "in":
                case["in"][name] = [int(word) for word in words]
            else:
                case["out"][name] = [number(word) for word in words]
    if case:
        yield case


# Differences of convention that were met, by what they say.
met = Counter()


def undefined(value, where, theirs, says):
    """None where the tool says `theirs` and we say that there is no value."""
    same = value == theirs or (math.isnan(value) and math.isnan(theirs))
    if not (where and same):
        return value
    met[says] += 1
    return None


def near(ours, theirs):
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= 1e-9 * max(abs(ours), abs(theirs)) + 1e-12


def compare(prepare, figures):
    """Each figure is a function of what `prepare` made of the input, and of the input.

    It answers in our order, None where the value is undefined.
    """
    cases = compared = disagreed = 0
    for case in read_cases(sys.argv[1]):
        cases += 1
        prepared = prepare(case["in"])
        for name, figure in figures.items():
            ours, theirs = case["out"][name], list(figure(prepared, case["in"]))
            compared += len(ours)
            if len(ours) == len(theirs) and all(map(near, ours, theirs)):
                continue
            disagreed += 1
            if disagreed <= 20:
                print(f"case {case['id']} {name}\n  ours   {ours}\n  theirs {theirs}")
    for says, times in sorted(met.items()):
        print(f"convention, met {times} times: {says}")
    print(f"{cases} cases, {compared} values, {disagreed} disagreements")
    sys.exit(1 if disagreed or not compared else 0)
