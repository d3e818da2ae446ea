"""Whether every command of the README's reference is interrupted somewhere."""
import re
import sys
from pathlib import Path

import table

README = Path(__file__).parents[2] / "README.md"


def check():
    reference = README.read_text().split("\n## Commands\n")[1].split("\n## ")[0]
    commands = set(re.findall(r"^\| `([a-z]+)", reference, re.MULTILINE))
    measured = {s.split()[0] for _, statements in table.GROUPS.values() for s in statements}
    missing = sorted(commands - measured - set(table.ELSEWHERE))
    if missing:
        sys.exit(f"scripts/interruption/table.py has no statement with {', '.join(missing)}")
