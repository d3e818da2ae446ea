"""CIFAR-10 as a numpy user loads it: the binary files become one float32 array, standardized."""
import numpy as np


def load(folder):
    records = [
        np.fromfile(f"{folder}/data_batch_{i}.bin", dtype=np.uint8).reshape(-1, 3073)
        for i in range(1, 6)
    ]
    records = np.concatenate(records)
    y = records[:, 0].astype(np.int64)
    X = records[:, 1:].astype(np.float32)
    X -= X.mean(axis=0)
    X /= X.std(axis=0)
    return X, y


def center(folder):
    """The least a numpy user does before the first step: load and take the mean off."""
    records = np.concatenate(
        [
            np.fromfile(f"{folder}/data_batch_{i}.bin", dtype=np.uint8).reshape(-1, 3073)
            for i in range(1, 6)
        ]
    )
    X = records[:, 1:].astype(np.float32)
    X -= X.mean(axis=0)
    return X, records[:, 0].astype(np.int64)
