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
# Stands for the options of a text that is Markdown.
NOTES = ["Markdown"]


def each(part):
    """A text of n parts that have their numbers in them."""
    return lambda n: "".join(part.format(i) for i in range(n))


def record(n):
    fields = ", ".join(f"f{i}: {i}" for i in range(n))
    return f"r = {{{fields}}}\n" + "".join(f"y = r.f{i}\n" for i in range(n))


def parameters(n):
    names = [f"p{i}" for i in range(n)]
    return f"def f {' '.join(names)} {{ p0 }}\nf {' '.join(name + '=1' for name in names)}\n"


# The text of n statements, and the options that lc reads it with; a quick run has the first of them.
TEXTS = {
    "run statements of one line": (each("x = 1; "), []),
    "run statements of a line each": (each("x = 1\n"), []),
    "set a variable each": (each("x{0} = {0}\n"), []),
    "make a definition each": (each("def f{} {{ x = 1 }}\n"), []),
    "make and call a definition with a parameter each": (parameters, []),
    "make a record, and read each of its fields": (record, []),
    "check statements of one line": (each("x = 1; "), ["--check"]),
    "mend and run statements of one line": (each("x = 1; "), ["--paste"]),
    "mend and run statements of a line each": (each("x = 1\n"), ["--paste"]),
    "mend and run a variable each": (each("x{0} = {0}\n"), ["--paste"]),
    "run one sum": (lambda n: "y = 1 " + "+ 1 " * n, []),
    "grow a list in a loop": (lambda n: f"x = []; for i in 1..{n} {{ x = x + [i] }}", []),
    "grow a list by a statement each": (lambda n: "x = []\n" + "x = x + [1]\n" * n, []),
    "grow a string in a loop": (lambda n: f"x = \"\"; repeat {n} {{ x = x + \"ab\" }}", []),
    "check one call": (each("x "), ["--check"]),
    "mend one call": (each("x "), ["--paste"]),
    "compare the numbers of a saved session": (each("({{a: {0}}})\n#= a={0}\n"), ["verify"]),
    "run notes with a fence each": (each("Text.\n\n```lc\nx{0} = {0}\n```\n\n"), NOTES),
}


def exponents_table(lc, quick):
    texts = list(TEXTS.items())[: 2 if quick else None]
    lines = [line(lc, name, *text, rounds=1 if quick else 3) for name, text in texts]
    head = ["text", "n", "4n", f"exponent, at most {GOAL}"]
    return table(head, lines, "How the time of a text grows with its length:")


def line(lc, name, text, options, rounds):
    texts = [text(count) for count in (STATEMENTS, 4 * STATEMENTS)]
    pairs = [[seconds(lc, text, options) for text in texts] for _ in range(rounds)]
    short, long = (median(times) for times in zip(*pairs))
    exponent = math.log(long / short, 4)
    mark = "" if exponent <= GOAL else ", **missed**"
    return [name, amount(short), amount(long), f"{exponent:.2f}{mark}"]


def seconds(lc, text, options):
    with tempfile.TemporaryDirectory() as folder:
        is_notes = options == NOTES
        path = Path(folder) / ("text.md" if is_notes else "text.lc")
        path.write_text(text + "\n")
        begin = time.perf_counter()
        # Some of the texts are errors, which is an answer as well.
        subprocess.run([lc.path, *([] if is_notes else options), str(path)], capture_output=True, check=False)
        return time.perf_counter() - begin
