"""report shows the digits of scikit-learn's classification_report, and of its balanced accuracy."""

import re
import subprocess
import sys
import warnings

import numpy as np
from sklearn.metrics import balanced_accuracy_score, classification_report

random = np.random.default_rng(16)
warnings.simplefilter("ignore")


def write(path, taken, labels, classes):
    """Features that say, by one column of ones, for which class a row is taken."""
    with open(path, "w") as file:
        file.write(",".join(f"x{c}" for c in range(classes)) + ",label\n")
        for t, y in zip(taken, labels):
            file.write(",".join(str(int(c == t)) for c in range(classes)) + f",c{y:03}\n")


def shown(part):
    """lc's table: the four numbers of each name."""
    statements = (
        "load csv train.csv test=test.csv; preprocess none; split val=0; open weights w.npz; "
        f"report {part}"
    )
    run = subprocess.run([sys.argv[1], "-c", statements], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    text = run.stdout.partition(f"report, {part}\n")[2].replace("\u202f", "").replace("\u00a0", "")
    table = {}
    for line in text.splitlines()[1:]:
        words = re.sub(r"(?<=\d) (?=\d{3}\b)", "", line).split()
        if len(words) == 5:
            table[words[0]] = words[1:]
    return table, re.search(r"accuracy (\S+) · balanced accuracy (\S+) · majority (\S+)", text)


def compare(part, taken, labels):
    table, line = shown(part)
    names = [f"c{y:03}" for y in labels], [f"c{t:03}" for t in taken]
    theirs = classification_report(*names, digits=4, zero_division=0)
    seen = 0
    for row in theirs.splitlines()[1:]:
        words = row.replace(" avg", "").split()
        if len(words) == 5:
            words[4] = str(int(float(words[4])))
            assert table[words[0]] == words[1:], (words, table[words[0]])
            seen += 1
        elif words and words[0] == "accuracy":
            assert line[1] == words[1], (line[0], words)
    assert seen == len(set(taken) | set(labels)) + 2
    for name, numbers in table.items():
        if name.startswith("c") and name not in names[0] and name not in names[1]:
            assert numbers == ["0.0000", "0.0000", "0.0000", "0"], (name, numbers)
    assert line[2] == f"{balanced_accuracy_score(*names):.4f}"
    assert line[3] == f"{np.bincount(labels).max() / len(labels):.4f}"


for turn in range(24):
    classes = int(random.choice([2, 3, 7, 8, 9, 17, 130, 140]))
    count = int(random.choice([3, 20, 1000, 12000 if classes < 10 else 1000]))
    # All classes are in training; in the test some are absent, or never taken, or never right.
    y = np.concatenate([np.arange(classes), random.integers(0, classes, 5)])
    present = random.permutation(classes)[: random.integers(1, classes + 1)]
    labels = random.choice(present, count)
    wrong = random.choice(random.permutation(classes)[: random.integers(1, classes + 1)], count)
    taken = np.where(random.random(count) < random.random(), labels, wrong)
    trained = random.permutation(y)
    write("train.csv", trained, y, classes)
    write("test.csv", taken, labels, classes)
    np.savez("w.npz", W=np.eye(classes, dtype=np.float32), b=np.zeros(classes, np.float32))
    compare("train", trained, y)
    compare("test", taken, labels)
print("48 reports agree")
