"""Finds unsafe code and imports of the system library outside of the rooms that may have them.

The places are those that Sources/README.md names: in the line of its invariants that begins with
"`unsafe` stands only in", and Platform for the system library.
"""

import re

from project import ROOT, code, name, report, swift_files

# Files that are still to change. The check fails when one of them is clean, so the lists only shrink.
PENDING_UNSAFE = []
PENDING_SYSTEM = []

SYSTEM = re.compile(r"\bimport (Glibc|Darwin|Musl)\b")


def allowed():
    text = " ".join((ROOT / "Sources/README.md").read_text().split())
    sentence = re.search(r"- `unsafe` stands only in (.*?)(?: - |$)", text)
    return ["Sources/" + path for path in re.findall(r"`([\w/.]+)`", sentence[1].split(". ")[0])]


def stands_in(path, places):
    return any(path == place or path.startswith(place.rstrip("/") + "/") for place in places)


def main():
    problems = []
    places = allowed()
    for place in places:
        if not (ROOT / place).exists():
            problems.append(f"Sources/README.md allows unsafe code in {place}, which does not exist.")
    checks = [("unsafe code", re.compile(r"\bunsafe\b"), places, PENDING_UNSAFE),
              ("an import of the system library", SYSTEM, ["Sources/Platform"], PENDING_SYSTEM)]
    count = 0
    for what, pattern, homes, pending in checks:
        for path in swift_files("Sources"):
            has = bool(pattern.search(code(path.read_text())))
            if stands_in(name(path), homes):
                count += has and what == "unsafe code"
            elif has and name(path) not in pending:
                problems.append(f"{name(path)} has {what}, which belongs in "
                                + ", ".join(homes) + ".")
            elif not has and name(path) in pending:
                problems.append(f"{name(path)} has no longer {what}: take it off the list in "
                                "scripts/checks/unsafe.py.")
    left = len(PENDING_UNSAFE) + len(PENDING_SYSTEM)
    report(f"unsafe code stands in {count} files of {len(places)} places, system calls in Platform"
           + (f"; {left} entries are to be moved yet" if left else ""), problems)


main()
