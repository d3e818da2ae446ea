"""The data that tasks name: CIFAR-10's training examples, or the sparse text."""
from functools import cache

import numpy as np
from peers import cifar10
from sklearn.datasets import load_svmlight_file


def named(name, inputs):
    return cifar10.load(inputs["folder"]) if name == "cifar10" else text(inputs["text"])


@cache
def text(path):
    X, y = load_svmlight_file(path)
    X.indices, X.indptr = X.indices.astype(np.int32), X.indptr.astype(np.int32)
    return X, y.astype(np.int64)
