"""The five lines of README.md that open a model in Python, run as they stand there, predict as lc does."""

import contextlib
import io
import os
import re
import shutil

from lc import records

here = os.path.dirname(os.path.abspath(__file__))
with open(f"{here}/../../README.md", encoding="utf-8") as file:
    text = file.read()
code = [c for c in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "np.load" in c]
assert len(code) == 1 and len(code[0].strip().splitlines()) == 5, code
assert "allow_pickle" not in code[0]

# The session of README.md, in the folder that it is in.
for name in ["people.csv", "new.csv"]:
    shutil.copy(f"{here}/../../scripts/examples/{name}", name)
statements = re.findall(r"^\[\d+\] lc> (.*people\.csv.*|.*lbfgs.*|save model .*)$", text, re.MULTILINE)
assert len(statements) == 3, statements
records("\n".join(statements))

printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    exec(code[0])  # noqa: S102

# The row that the lines have, as a table.
model = locals()["m"]
row = locals()["x"][0]
cells = {}
for feature, value in zip(model["features"], row):
    column, _, word = str(feature).partition("=")
    if not word:
        cells[column] = str(value)
    elif value:
        cells[column] = word
with open("row.csv", "w", encoding="utf-8") as file:
    file.write(",".join(cells) + "\n" + ",".join(cells.values()) + "\n")
ours = records("open model bought.npz; predict row.csv scores")[-1]["rows"][0]
assert printed.getvalue().strip() == f"['{ours['class']}']", (printed.getvalue(), ours)
error = abs(locals()["s"][0] - ours["scores"]).max()
assert error < 1e-5 * max(1, abs(locals()["s"]).max()), error
print("the five lines agree")
