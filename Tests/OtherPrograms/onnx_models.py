"""onnxruntime gives the labels, scores and probabilities of lc's predict, from raw features."""

import csv
import json

import numpy as np
import onnx
import onnxruntime
from lc import records
from sklearn.datasets import dump_svmlight_file

random = np.random.default_rng(7)


def network(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    notes = {note.key: note.value for note in model.metadata_props}
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session, json.loads(notes["features"]), json.loads(notes["classes"])


def compare(name, train, rows, X):
    """X are the raw features of the rows that predict is given; features by name make the array."""
    probabilities = "loss softmax" in train
    shown = "probabilities" if probabilities else "scores"
    made = records(
        f"{train}; save model m.npz; save model m.onnx; predict {rows} scores; predict {rows} {shown}"
    )
    session, features, classes = network("m.onnx")
    outputs = [output.name for output in session.get_outputs()]
    assert outputs == ["label", "scores"] + ["probabilities"] * probabilities, outputs
    raw = X(features) if callable(X) else X
    label, scores, *rest = session.run(None, {"features": raw.astype(np.float32)})
    ours = np.array([row["scores"] for row in made[-2]["rows"]])
    assert ours.shape == scores.shape == (len(raw), len(classes)), (ours.shape, scores.shape)
    atol = 1e-5 * max(1, np.abs(ours).max())
    np.testing.assert_allclose(scores, ours, rtol=1e-5, atol=atol, err_msg=name)
    # Where two scores are as good as equal, either label will do.
    top = np.sort(ours, axis=1)
    clear = top[:, -1] - top[:, -2] > 2 * atol
    assert clear.mean() > 0.9
    told = np.array([row["class"] for row in made[-2]["rows"]])
    assert (label.astype(str)[clear] == told[clear]).all(), name
    are_numbers = all(c.lstrip("-").isdigit() and c == str(int(c)) for c in classes)
    assert label.dtype == (np.int64 if are_numbers else object), (name, label.dtype)
    if probabilities:
        theirs = np.array([row["probabilities"] for row in made[-1]["rows"]])
        np.testing.assert_allclose(rest[0], theirs, rtol=1e-5, atol=1e-5, err_msg=name)
    # A model that was opened writes the same network.
    records("open model m.npz; save model again.onnx")
    assert open("again.onnx", "rb").read() == open("m.onnx", "rb").read(), name
    print(name, "agrees")


def table(path, count):
    rows = []
    for _ in range(count):
        kind = random.integers(3)
        rows.append(
            {
                "age": "" if random.random() < 0.1 else str(random.integers(18, 90) + 5 * kind),
                "city": "NA" if random.random() < 0.1 else random.choice(["Seoul", "Busan", "Jeju"]),
                "income": f"{random.normal(5e4, 2e4) + 1e4 * kind:.2f}",
                "bought": ["no", "maybe", "예"][kind],
            }
        )
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return rows


def encoded(rows):
    def array(features):
        model = np.load("m.npz")
        means = dict(zip(model["columns"], model["column_mean"]))
        result = np.zeros((len(rows), len(features)))
        for place, feature in enumerate(features):
            for index, row in enumerate(rows):
                column, _, word = feature.partition("=")
                if word:
                    result[index, place] = row[column] == word
                elif feature.endswith(" is missing"):
                    result[index, place] = row[feature.removesuffix(" is missing")] in ("", "NA")
                else:
                    result[index, place] = row[feature] or means[feature]
        return result

    return array


table("train.csv", 300)
new = table("new.csv", 57)
for missing in ["mean", "indicator"]:
    for loss in ["loss svm", "loss svm squared margin=2", "loss softmax"]:
        compare(
            f"a table, missing={missing}, {loss}",
            f"load csv train.csv missing={missing}; {loss}; reg l2 1e-3; sgd epochs=3",
            "new.csv",
            encoded(new),
        )

X = random.integers(0, 256, (120, 6, 5, 3), dtype=np.uint8)
np.savez("pictures.npz", X=X, y=random.integers(-1, 3, 120))
np.save("pictures.npy", X[:40])
for preparation in ["standardize", "center", "scale", "none"]:
    compare(
        f"pictures, {preparation}",
        f"load npz pictures.npz; preprocess {preparation}; loss softmax; sgd epochs=2 lr=1e-4",
        "pictures.npy",
        X[:40].reshape(40, -1),
    )

X = random.normal(size=(90, 40)) * (random.random((90, 40)) < 0.2)
y = random.integers(1, 5, 90)
dump_svmlight_file(X, y, "sparse.libsvm", zero_based=False)
dump_svmlight_file(X[:33], y[:33], "some.libsvm", zero_based=False)
for preparation in ["none", "standardize"]:
    compare(
        f"sparse rows, {preparation}",
        f"load libsvm sparse.libsvm d=40; preprocess {preparation}; loss svm; reg l1 1e-3; sgd epochs=5",
        "some.libsvm",
        X[:33],
    )
