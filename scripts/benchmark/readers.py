"""Files for the rows that read them: each is written when a row that was chosen names it."""
import sys
from functools import cache

import numpy as np
from peers.cifar10 import CLASSES, records, training_files

ROWS, COLUMNS = 100_000, 300


def write(folder, scratch, scripts):
    """The paths of the files that the rows' scripts name, by that name."""
    writers = {"table": table, "pictures": pictures, "arrays": arrays, "sparse": sparse}
    wanted = {name for script in scripts for name in writers if f"{{{name}}}" in script}
    written = {}
    for name in sorted(wanted):
        try:
            written[name] = writers[name](folder, scratch)
        except Exception as error:
            # The rows that name it tell that it is not there.
            print(f"{name} cannot be written: {error}", file=sys.stderr)
    return written


@cache
def numbers():
    random = np.random.default_rng(1)
    return random.standard_normal((ROWS, COLUMNS)).astype(np.float32), random.integers(CLASSES, size=ROWS)


def table(_, scratch):
    """100 000 × 300 numbers of six digits, and a class; a tenth of the rows is different."""
    path = f"{scratch}/table.csv"
    X, y = (part[: ROWS // 10] for part in numbers())
    lines = "".join(",".join(f"{x:.5f}" for x in row) + f",k{label}\n" for row, label in zip(X.tolist(), y))
    with open(path, "w") as file:
        file.write(",".join(f"x{i}" for i in range(COLUMNS)) + ",kind\n")
        for _ in range(10):
            file.write(lines)
    return path


def arrays(_, scratch):
    """The same shape in float32, as numpy.savez stores it."""
    X, y = numbers()
    np.savez(f"{scratch}/arrays.npz", x=X, y=y)
    return f"{scratch}/arrays.npz"


def sparse(_, scratch):
    """100 000 rows of 100 numbers each, of 20 000 columns."""
    path = f"{scratch}/sparse.svm"
    random = np.random.default_rng(1)
    with open(path, "w") as file:
        lines = []
        for _ in range(ROWS // 10):
            columns = np.unique(random.integers(1, 20_000, size=100))
            pairs = " ".join(f"{c}:{v:.6g}" for c, v in zip(columns.tolist(), random.random(len(columns)).tolist()))
            lines.append(f"{random.integers(CLASSES)} {pairs}\n")
        for _ in range(10):
            file.writelines(lines)
    return path


def pictures(folder, scratch):
    """CIFAR-10's training pictures as JPEGs, a folder a class."""
    from pathlib import Path

    from PIL import Image

    pixels, labels = records(training_files(folder))
    for label in range(CLASSES):
        Path(f"{scratch}/pictures/{label}").mkdir(parents=True)
    for index, (row, label) in enumerate(zip(pixels, labels)):
        picture = Image.fromarray(row.reshape(3, 32, 32).transpose(1, 2, 0))
        picture.save(f"{scratch}/pictures/{label}/{index:05}.jpg", quality=95)
    return f"{scratch}/pictures"
