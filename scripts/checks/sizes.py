"""Shows the longest files and functions, and fails for a file of Swift that is too long."""

import re

from project import allow_pending, code, name, report, swift_files

LIMIT = 300
LIMITS = {"Sources/Session/Session.swift": 150}
SHOWN = 3
FUNCTION = re.compile(r"\b(?:func\s+(`[^`]+`|[^\s(<]+)|(init)\??)\s*[(<]")


def functions(text):
    """Names and lines of functions with bodies, by their braces."""
    text = code(text)
    for match in FUNCTION.finditer(text):
        place = text.index("(", match.end() - 1)
        depth = 0
        while place < len(text):
            depth += {"(": 1, ")": -1}.get(text[place], 0)
            place += 1
            if depth == 0:
                break
        opening = text.find("{", place)
        between = text[place:opening]
        if opening < 0 or "}" in between or re.search(r"\b(func|var|let|init|case)\b", between):
            continue
        place, depth = opening, 0
        while place < len(text):
            depth += {"{": 1, "}": -1}.get(text[place], 0)
            if depth == 0:
                break
            place += 1
        yield match[1] or match[2], text.count("\n", match.start(), place) + 1


def main():
    problems, files, longest = [], [], []
    for path in [*swift_files("Sources"), *swift_files("Tests")]:
        text = path.read_text()
        lines = text.count("\n")
        files.append((lines, name(path)))
        longest += [(count, f"{function} in {name(path)}") for function, count in functions(text)]
        limit = LIMITS.get(name(path), LIMIT)
        if lines >= limit:
            problems.append((name(path), f"{name(path)} has {lines} lines, and fewer than {limit} are "
                             "allowed: it holds more than one thing."))
    for title, found in [("files", files), ("functions", longest)]:
        print(f"longest {title}: "
              + ", ".join(f"{what} {lines}" for lines, what in sorted(found)[::-1][:SHOWN]))
    report(f"{len(files)} files of Swift have fewer than {LIMIT} lines",
           [sentence for _, sentence in allow_pending("sizes", problems)])


main()
