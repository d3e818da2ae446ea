"""The project's files, as the checks read them."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def swift_files(*folders):
    """Swift files below folders of the project, sorted by path."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.swift"))


def name(path):
    """A path as it is written in messages: from the project's folder on."""
    return str(path.relative_to(ROOT))


TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|#"(?:[^\n])*?"#|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.S)


def code(text):
    """Swift without its comments and strings; newlines stay, so that lines keep their numbers."""
    return TOKEN.sub(lambda match: "\n" * match[0].count("\n"), text)


def allow_pending(check, problems):
    """Leaves out the problems of files that scripts/checks/pending.txt lists: these are to be mended
    yet, and the list only shrinks. Problems are pairs of a file and a sentence.
    """
    lines = (ROOT / "scripts/checks/pending.txt").read_text().splitlines()
    pending = {line.split()[1] for line in lines if line.startswith(check + " ")}
    for path in sorted(pending - {path for path, _ in problems}):
        print(f"{path} has been mended: take '{check} {path}' off scripts/checks/pending.txt")
    if pending:
        print(f"to be mended yet: {check} in {len(pending)} files of scripts/checks/pending.txt")
    return [(path, sentence) for path, sentence in problems if path not in pending]


def report(what, problems):
    """Says what holds in one line, or every problem in a sentence; ends with the status."""
    for problem in problems:
        print(problem)
    if not problems:
        print(f"ok: {what}")
    sys.exit(1 if problems else 0)
