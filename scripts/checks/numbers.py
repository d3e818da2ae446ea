"""Finds conversions from floating-point to whole numbers that trap at what does not fit.

`Int(x.rounded())` stops the program where x is 1e19; `Int(clamping:)` of Platform and `Int(exactly:)` do
not. Types are not known here: what counts is arithmetic in the brackets that only such numbers have.
"""

import re

from project import code, name, report, swift_files

DOOR = "Sources/Platform/Numbers/WholeNumbers.swift"
CALL = re.compile(r"\bU?Int(?:8|16|32|64)?\((?!\w+:)")
FLOATING = re.compile(r"\.rounded\(|\bMathematics\.|\bDouble\(|\bFloat\(|\d\.\d|\d\.?e-?\d")


def argument(text, opening):
    """What stands in the bracket that opens at a place."""
    depth = 0
    for place in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return text[opening + 1:place]
    return ""


def main():
    problems, count = [], 0
    for path in swift_files("Sources"):
        if name(path) == DOOR:
            continue
        count += 1
        text = code(path.read_text())
        for match in CALL.finditer(text):
            if FLOATING.search(argument(text, match.end() - 1)):
                line = text.count("\n", 0, match.start()) + 1
                problems.append(f"{name(path)}:{line}: this conversion stops the program at a number "
                                "that does not fit: write Int(clamping:) or Int(exactly:).")
    report(f"{count} files make whole numbers of others by Int(clamping:) or Int(exactly:)", problems)


main()
