"""Compares the list of the benchmark's rows with their folder, and compiles its Python."""

import ast

from project import ROOT, name, report

FOLDER = ROOT / "scripts/benchmark"
# What several rows share.
SHARED = {"__init__", "cifar10", "solvers"}


def listed(text):
    """The names in the list MODULES."""
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign) and statement.targets[0].id == "MODULES":
            return {element.id for element in statement.value.elts}
    return set()


def main():
    problems = []
    for path in sorted(FOLDER.rglob("*.py")):
        try:
            ast.parse(path.read_text())
        except SyntaxError as error:
            problems.append(f"{name(path)}:{error.lineno}: {error.msg}")
    rows = {path.stem for path in (FOLDER / "rows").glob("*.py")} - SHARED
    found = listed((FOLDER / "rows/__init__.py").read_text())
    problems += [f"{row} is a file of scripts/benchmark/rows and not in its list" for row in rows - found]
    problems += [f"{row} is in the list of scripts/benchmark/rows and has no file" for row in found - rows]
    report(f"{len(rows)} rows of the benchmark are in its list", problems)


main()
