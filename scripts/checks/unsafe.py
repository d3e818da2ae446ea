"""Finds unsafe code and imports of the system library outside of the rooms that may have them.

The places are those that Sources/README.md names: in the line of its invariants that begins with
"`unsafe` stands only in", and Platform for the system library.
"""

import re

from project import ROOT, allow_pending, code, name, report, swift_files

UNSAFE = re.compile(r"\bunsafe\b")
SYSTEM = re.compile(r"\bimport (Glibc|Darwin|Musl|Foundation)\b")


def allowed():
    """Paths from Sources on in which unsafe code may stand."""
    text = " ".join((ROOT / "Sources/README.md").read_text().split())
    sentence = re.search(r"- `unsafe` stands only in (.*?)\. ", text)
    return ["Sources/" + path for path in re.findall(r"`([\w/.]+)`", sentence[1])]


def outside(pattern, places):
    """Files that have a pattern and stand in none of the places."""
    for path in swift_files("Sources"):
        is_home = any(path == ROOT / place or ROOT / place in path.parents for place in places)
        if not is_home and pattern.search(code(path.read_text())):
            yield name(path)


def main():
    places = allowed()
    missing = [f"Sources/README.md allows unsafe code in {place}, which does not exist."
               for place in places if not (ROOT / place).exists()]
    unsafe = [(path, f"{path} has unsafe code: the places for it are named in Sources/README.md.")
              for path in outside(UNSAFE, places)]
    system = [(path, f"{path} imports the system library: only Platform does.")
              for path in outside(SYSTEM, ["Sources/Platform"])]
    found = allow_pending("unsafe", unsafe) + allow_pending("system", system)
    report(f"unsafe code stands in {len(places)} places, and system calls in Platform",
           missing + [sentence for _, sentence in found])


main()
