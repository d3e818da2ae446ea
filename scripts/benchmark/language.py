"""How the time of reading and running a text grows with its length: seconds of the whole process at n
and 4n statements, and the exponent between them, which is 1 where the work is linear."""
import math
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

from table import seconds_text

N = 75_000
ROUNDS = 3
# What the text repeats, and the options that lc reads it with.
ROWS = {
    "run statements of one line": ("x = 1; ", []),
    "run statements of a line each": ("x = 1\n", []),
    "check statements of one line": ("x = 1; ", ["--check"]),
    "mend and run statements of one line": ("x = 1; ", ["--paste"]),
    "mend and run statements of a line each": ("x = 1\n", ["--paste"]),
    "run one sum": ("+ 1 ", []),
    "check one call": ("x ", ["--check"]),
}


def measure(lc):
    growth = []
    print("\n| text | n | 4n | exponent |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, (part, options) in ROWS.items():
            times = [seconds(lc, folder, part * count, options) for count in (N, 4 * N)]
            growth.append({"row": name, "variable": "statements", "seconds": times})
            exponent = math.log(times[1] / times[0], 4)
            cells = " | ".join(seconds_text(t) for t in times)
            print(f"| {name} | {cells} | {exponent:.2f} |", flush=True)
    return growth


def seconds(lc, folder, text, options):
    path = Path(folder) / "text.lc"
    path.write_text(("y = 1 " if text.startswith("+") else "") + text + "\n")
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run([lc, *options, str(path)], capture_output=True, check=False)
        times.append(time.perf_counter() - begin)
    return median(times)


if __name__ == "__main__":
    import sys

    measure(sys.argv[1])
