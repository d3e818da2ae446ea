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


def report(what, problems):
    """Says what holds in one line, or every problem in a sentence; ends with the status."""
    for problem in problems:
        print(problem)
    if not problems:
        print(f"ok: {what}")
    sys.exit(1 if problems else 0)
