"""Looks whether the files that the documents name exist."""

import re

from project import ROOT, report

PAGES = ["README.md", "Sources/README.md", "Sources/CONTRIBUTING.md", "Sources/CHANGELOG.md"]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
PATH = re.compile(r"`((?:Sources|Tests|scripts|\.ci)/[\w./+-]+)`|`([\w/+]+\.swift)`|^(scripts/\w+)",
                  re.M)


def exists(path):
    """Whether a file is there: a path from the project's folder or from Sources on, or a name."""
    return (ROOT / path).exists() or (ROOT / "Sources" / path).exists() or any(
        (ROOT / "Sources").rglob(path.split("/")[-1] if "/" not in path else path))


def main():
    problems, count = [], 0
    for page in PAGES:
        text = (ROOT / page).read_text()
        for target in LINK.findall(text):
            count += 1
            if not ((ROOT / page).parent / target).exists():
                problems.append(f"{page} has a link to {target}, which does not exist.")
        for match in PATH.finditer(text):
            path = next(part for part in match.groups() if part).rstrip(".")
            count += 1
            # Foo stands for the name of what is to be added.
            if "Foo" not in path and not exists(path):
                problems.append(f"{page} names {path}, which does not exist.")
    report(f"{count} files and links that the documents name exist", problems)


main()
