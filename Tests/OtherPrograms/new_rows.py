"""predict takes new rows in every form that Python writes, and writes CSV that Python reads."""

import csv
import gzip
import json
import os
import subprocess
import sys

import numpy as np
from lc import error, records, rows
from sklearn.datasets import dump_svmlight_file

random = np.random.default_rng(11)


def classes(statements):
    return [row["class"] for row in rows(statements)]


# A table: columns in another order, others that are left alone, labels there or not, gzipped.
X = random.normal(size=(80, 3)).astype(np.float32)
y = np.where(X @ [1, -2, 0.5] > 0, "up", "down")
words = random.choice(["red", "blue"], 80)
with open("train.csv", "w") as file:
    file.write("a,b,c,colour,kind\n")
    for x, word, label in zip(X, words, y):
        file.write(",".join(map(str, x)) + f",{word},{label}\n")
records("load csv train.csv; loss softmax; sgd epochs=20; save model m.npz; save model m.onnx")
new = random.normal(size=(31, 3)).astype(np.float32)
plain = "a,b,c,colour\n" + "".join(f"{a},{b},{c},red\n" for a, b, c in new)
moved = "note;colour;c;b;a;kind\n" + "".join(f"x;red;{c};{b};{a};up\n" for a, b, c in new)
with open("plain.csv", "w") as file:
    file.write(plain)
with open("moved.csv", "w") as file:
    file.write(moved)
with gzip.open("plain.csv.gz", "wt") as file:
    file.write(plain)
opened = "open model m.npz; predict "
told = classes(opened + "plain.csv")
assert len(told) == 31 and set(told) == {"up", "down"}
assert classes(opened + "moved.csv") == classes(opened + "plain.csv.gz") == told
labelled = rows(opened + "moved.csv")
assert all(row["label"] == "up" for row in labelled)
accuracy = records(opened + "moved.csv")[-1]["accuracy"]
assert abs(accuracy - np.mean([t == "up" for t in told])) < 1e-12

# What does not fit is said beside the rows, on standard error.
with open("odd.txt", "w") as file:
    file.write("colour,c,b,a,kind\npurple,1,2,3,left\n,1,2,3,up\n")
assert "empty cell in column colour" in error(opened + "odd.txt")
with open("odd.txt", "w") as file:
    file.write("colour,c,b,a,kind\npurple,1,2,3,left\nred,1,2,3,up\n")
command = [sys.argv[1], "--json", "--quiet", "-c", opened + "odd.txt"]
run = subprocess.run(command, capture_output=True, text=True)
assert run.returncode == 0 and len(run.stdout.splitlines()) == 2
assert "'purple'" in run.stderr and "'left'" in run.stderr, run.stderr
assert [json.loads(line).get("label") for line in run.stdout.splitlines()] == [None, "up"]

# What lc writes, Python reads: numbers to the last bit of a float.
shown = records(opened + "plain.csv probabilities save=out.csv")[-1]["rows"]
with open("out.csv", newline="") as file:
    written = list(csv.DictReader(file))
assert [row["class"] for row in written] == told
for theirs, ours in zip(written, shown):
    numbers = np.float32([theirs["down"], theirs["up"]])
    assert (numbers == np.float32(ours["probabilities"])).all()
    assert abs(numbers.sum() - 1) < 1e-6
assert "'a'" in error(opened + "out.csv"), error(opened + "out.csv")

# Arrays: features in their order, with and without classes.
model = np.load("m.npz")
assert [str(f) for f in model["features"]] == ["a", "b", "c", "colour=blue", "colour=red"]
raw = np.column_stack([new, np.zeros(31), np.ones(31)])
for kind in [np.float64, np.float32, np.dtype(">f8")]:
    np.save("new.npy", raw.astype(kind))
    assert classes(opened + "new.npy") == told, kind
np.save("fortran.npy", np.asfortranarray(raw))
assert classes(opened + "fortran.npy") == told
np.savez("new.npz", X=raw, y=np.array(["up"] * 31))
np.savez_compressed("bare.npz", anything=raw)
assert [row["label"] for row in rows(opened + "new.npz")] == ["up"] * 31
assert classes(opened + "new.npz") == classes(opened + "bare.npz") == told
np.save("narrow.npy", raw[:, :4])
assert "5 features" in error(opened + "narrow.npy")

# Sparse rows, counted from 1 and with fewer columns than the model.
dump_svmlight_file(raw, np.zeros(31), "new.libsvm", zero_based=False)
assert classes(opened + "new.libsvm") == told

# CIFAR's records and pictures as arrays, under a model of pictures.
pictures = random.integers(0, 256, (60, 3, 32, 32), dtype=np.uint8)
labels = random.integers(0, 10, 60).astype(np.uint8)
os.mkdir("batches")
records_ = np.column_stack([labels, pictures.reshape(60, -1)]).astype(np.uint8)
for index in range(1, 6):
    records_[12 * (index - 1) : 12 * index].tofile(f"batches/data_batch_{index}.bin")
records_[:10].tofile("batches/test_batch.bin")
records("load cifar10 batches; loss softmax; sgd epochs=2; save model p.npz")
opened = "open model p.npz; predict "
np.save("flat.npy", pictures[:10].reshape(10, -1))
np.save("planes.npy", pictures[:10])
told = classes(opened + "flat.npy")
np.save("pixels.npy", pictures[:10].transpose(0, 2, 3, 1))
assert classes(opened + "planes.npy") == classes(opened + "pixels.npy") == told
np.save("small.npy", np.zeros((2, 48, 64), np.uint8))
assert "64×48, and the model's 32×32" in error(opened + "small.npy")
assert classes(opened + "batches/test_batch.bin") == told
names = json.loads(json.dumps([str(c) for c in np.load("p.npz")["classes"]]))
assert [row["label"] for row in rows(opened + "batches/test_batch.bin")] == [
    names[c] for c in labels[:10]
]
everything = classes(opened + "batches")
assert len(everything) == 70 and everything[60:] == told
print("all forms agree")
