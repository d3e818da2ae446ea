#!/usr/bin/env python3
"""Makes the copies of all pages anew, and the manifest. LC names the program whose screens are copied.

make.py [NAME …] [NUMBER …] makes only the copies of these names and pages.
"""

import pathlib
import shutil
import sys

import copies
import documents, fences, screens, chats, mail, tools, lists, characters, lossy  # noqa: E401, F401
from pages import FOLDER, all_pages

SHARE = 3  # each copy is made of every third page, so that all kinds meet all styles


def chosen():
    for index, entry in enumerate(copies.ALL):
        fitting = [page for page in all_pages() if entry.only(page)]
        for page in fitting:
            if (page.number + index) % SHARE == 0 or len(fitting) <= 4:
                yield entry, page


def main():
    names = set(sys.argv[1:])
    rows = []
    for entry, page in chosen():
        file = f"{entry.kind}/{entry.name}-{page.number}.txt"
        rows.append((file, entry.kind, page.name, "refusal" if entry.refusal else f"pages/{page.name}.lc",
                     entry.refusal))
        if names and not {entry.name, str(page.number)} & names:
            continue
        made = entry.make(page)
        path = FOLDER / "texts" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.encode() if isinstance(made, str) else made)
        print(file, flush=True)
    for path in sorted((FOLDER / "texts" / "by-hand").glob("*.txt")):
        page = "-".join(path.name.split("-")[:2])
        rows.append((f"by-hand/{path.name}", "by-hand", page, f"pages/{page}.lc", ""))
    table = "file\tkind\tpage\texpected\treason\n" + "".join("\t".join(row) + "\n" for row in rows)
    (FOLDER / "manifest.tsv").write_text(table, encoding="utf-8")
    print(f"{len(rows)} copies")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        for folder in (FOLDER / "texts").iterdir():
            if folder.name != "by-hand":
                shutil.rmtree(folder)
    main()
