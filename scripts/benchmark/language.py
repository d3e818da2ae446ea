"""How the time of reading and running a text grows with its length: seconds of the whole process at n
and 4n statements, and the exponent between them, which is 1 where the work is linear."""
import math
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

from tables import amount, table

STATEMENTS, GOAL = 75_000, 1.1
# What the text repeats, and the options that lc reads it with; a quick run has the first of them.
TEXTS = {
    "run statements of one line": ("x = 1; ", []),
    "run statements of a line each": ("x = 1\n", []),
    "check statements of one line": ("x = 1; ", ["--check"]),
    "mend and run statements of one line": ("x = 1; ", ["--paste"]),
    "mend and run statements of a line each": ("x = 1\n", ["--paste"]),
    "run one sum": ("+ 1 ", []),
    "check one call": ("x ", ["--check"]),
}


def exponents_table(lc, quick):
    texts = list(TEXTS.items())[: 2 if quick else None]
    lines = [line(lc, name, *text, rounds=1 if quick else 3) for name, text in texts]
    return table(["text", "n", "4n", f"exponent, at most {GOAL}"], lines)


def line(lc, name, part, options, rounds):
    texts = [part * count for count in (STATEMENTS, 4 * STATEMENTS)]
    pairs = [[seconds(lc, text, options) for text in texts] for _ in range(rounds)]
    short, long = (median(times) for times in zip(*pairs))
    exponent = math.log(long / short, 4)
    mark = "" if exponent <= GOAL else ", **missed**"
    return [name, amount(short), amount(long), f"{exponent:.2f}{mark}"]


def seconds(lc, text, options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.lc"
        path.write_text(("y = 1 " if text.startswith("+") else "") + text + "\n")
        begin = time.perf_counter()
        # Some of the texts are errors, which is an answer as well.
        subprocess.run([lc.path, *options, str(path)], capture_output=True, check=False)
        return time.perf_counter() - begin
