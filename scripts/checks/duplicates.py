"""Finds the same lines written twice in different files.

Lines are compared without indentation; comments, empty lines, imports and lines of brackets alone do
not count. SAME lines in a row are a finding: shorter ones are as a rule two calls that look alike.
"""

from project import name, report, swift_files

SAME = 8


def lines(path):
    """Numbers and texts of the lines that count."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        text = line.strip()
        if text.startswith(("//", "import ", "package import ", "#if", "#else", "#endif")):
            continue
        if any(character.isalnum() for character in text):
            yield number, text


def main():
    first, problems, ends, count = {}, [], {}, 0
    for path in swift_files("Sources", "Tests"):
        count += 1
        found = list(lines(path))
        for start in range(len(found) - SAME + 1):
            key = tuple(text for _, text in found[start:start + SAME])
            place = first.setdefault(key, (path, found[start][0], start))
            if place[0] == path:
                continue
            # A run that goes on is one finding.
            pair = (path, place[0], start - place[2])
            if ends.get(pair) != start - 1:
                problems.append(f"{name(path)}:{found[start][0]} repeats lines of "
                                f"{name(place[0])}:{place[1]}: write them once.")
            ends[pair] = start
    report(f"no {SAME} lines are written twice in {count} files", problems)


main()
