"""Compares what each room imports with the table of rooms and with Package.swift.

A room imports only rooms that stand above it in the table of Sources/README.md, and Package.swift
declares for each target exactly the modules that its files import. Foundation is imported nowhere.
"""

import re

from project import ROOT, code, name, report, swift_files

IMPORT = re.compile(
    r"^\s*(?:@\w+\s+)*(?:public |package |internal |fileprivate |private )?import (?:\w+ )?(\w+)",
    re.M)
# What comes with the compiler, and needs no declaration.
TOOLCHAIN = {"Swift", "Synchronization", "Testing", "Builtin"}
SYSTEM = {"Glibc", "Darwin", "Dispatch"}


def table():
    """Rooms in the order of the table: the first cell of each row names one or several."""
    text = (ROOT / "Sources/README.md").read_text()
    rows = re.search(r"\| room \|.*?\n\|[-|]+\n((?:\|.*\n)+)", text)[1].splitlines()
    return [room for row in rows for room in re.findall(r"`(\w+)`", row.split("|")[1])]


def targets():
    """Each target's declared dependencies and its folder."""
    text = code_with_strings((ROOT / "Package.swift").read_text())
    found = {}
    for match in re.finditer(r"\.(\w*[tT]arget|systemLibrary)\(\s*name: \"(\w+)\"", text):
        block = text[match.start():closing(text, text.index("(", match.start()))]
        dependencies = re.search(r"dependencies: \[(.*?)\](?=[,)\s])", block, re.S)
        names = re.findall(r"\"(\w+)\"", re.sub(r"package: \"[^\"]*\"", "", dependencies[1])) \
            if dependencies else []
        path = re.search(r"path: \"([^\"]+)\"", block)
        home = "Tests" if match[1] == "testTarget" else "Sources"
        found[match[2]] = (names, path[1] if path else f"{home}/{match[2]}")
    return found


def code_with_strings(text):
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


def closing(text, opening):
    """Where the bracket that opens at a place is closed."""
    depth = 0
    for place in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def check_target(target, declared, folder, rooms, problems):
    imported = {}
    for path in swift_files(folder):
        for module in IMPORT.findall(code(path.read_text())):
            imported.setdefault(module, path)
    for module, path in imported.items():
        if module in TOOLCHAIN | SYSTEM:
            continue
        if module not in declared:
            problems.append(f"{name(path)} imports {module}, which Package.swift does not declare "
                            f"for {target}.")
        if target in rooms and module in rooms and rooms.index(module) >= rooms.index(target):
            problems.append(f"{name(path)} imports {module}, which stands below {target} in the "
                            "table of Sources/README.md.")
    if (ROOT / folder / "module.modulemap").exists() or not list(swift_files(folder)):
        return
    # A test target may need the program built without importing it.
    for module in set(declared) - set(imported) - {"lc"}:
        problems.append(f"Package.swift declares {module} for {target}, and no file of {folder} "
                        "imports it.")


def main():
    problems = []
    rooms = table()
    declared = targets()
    folders = {path.name for path in (ROOT / "Sources").iterdir() if path.is_dir()}
    for room in sorted(folders - set(rooms)):
        problems.append(f"Sources/{room} has no row in the table of Sources/README.md.")
    for room in sorted(set(rooms) - folders):
        problems.append(f"The table of Sources/README.md names {room}, and there is no such folder "
                        "in Sources.")
    for target, (dependencies, folder) in declared.items():
        check_target(target, dependencies, folder, rooms, problems)
    report(f"{len(rooms)} rooms import what stands above them and is declared", problems)


main()
