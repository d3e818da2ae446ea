"""A data set like text, rcv1's shape: 20 000 × 47 000, 0.16 % of it not zero."""
import numpy as np

ROWS, COLUMNS, PER_ROW, CLASSES = 20_000, 47_000, 70, 4
# About: words that were drawn twice count once.
NONZERO = ROWS * PER_ROW * 11 // 10


def write(folder):
    """Words by Zipf's law, a tenth of them telling the class; values like tf-idf, rows of length 1."""
    random = np.random.default_rng(1)
    path = f"{folder}/text.libsvm"
    with open(path, "w") as file:
        for _ in range(ROWS):
            label = int(random.integers(CLASSES))
            common = COLUMNS * random.random(PER_ROW) ** 3
            own = 1000 + label * 2000 + random.integers(0, 2000, PER_ROW // 10)
            words = np.unique(np.concatenate([common.astype(int), own]))
            values = random.random(len(words)) + 0.1
            values /= np.sqrt((values**2).sum())
            pairs = " ".join(f"{w + 1}:{v:.5f}" for w, v in zip(words, values))
            file.write(f"{label} {pairs}\n")
    return path
