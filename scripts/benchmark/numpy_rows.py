"""The lecture in numpy, vectorized as the course's first assignment asks, in float32.

Each row is (prepare, work, units): work(prepare()) does `units` units of the row's work."""
import time

import cifar10
import numpy as np

CLASSES, STRENGTH, BATCH, ATTEMPTS = 10, np.float32(1e-3), 256, 3


def svm(W, X, y):
    n = len(y)
    scores = X @ W
    margins = np.maximum(0, scores - scores[np.arange(n), y][:, None] + np.float32(1))
    margins[np.arange(n), y] = 0
    loss = margins.sum() / n + STRENGTH * (W * W).sum()
    slopes = (margins > 0).astype(np.float32)
    slopes[np.arange(n), y] = -slopes.sum(axis=1)
    return loss, X.T @ slopes / np.float32(n) + 2 * STRENGTH * W


def softmax(W, X, y):
    n = len(y)
    scores = X @ W
    scores -= scores.max(axis=1, keepdims=True)
    exponentials = np.exp(scores)
    probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    loss = -np.log(probabilities[np.arange(n), y]).mean() + STRENGTH * (W * W).sum()
    probabilities[np.arange(n), y] -= 1
    return loss, X.T @ probabilities / np.float32(n) + 2 * STRENGTH * W


def svm_loss(W, X, y):
    n = len(y)
    scores = X @ W
    margins = np.maximum(0, scores - scores[np.arange(n), y][:, None] + np.float32(1))
    margins[np.arange(n), y] = 0
    return margins.sum() / n


def rows(folder):
    X, y = cifar10.load(folder)
    random = np.random.default_rng(1)
    start = (random.standard_normal((X.shape[1], CLASSES)) * 1e-4).astype(np.float32)

    def epoch(W):
        order = random.permutation(len(y))
        for begin in range(0, len(y), BATCH):
            chosen = order[begin : begin + BATCH]
            _, gradient = svm(W, X[chosen], y[chosen])
            W -= np.float32(1e-3) * gradient

    def attempts(_):
        best = np.inf
        for _ in range(ATTEMPTS):
            W = (random.standard_normal(start.shape) * 1e-4).astype(np.float32)
            best = min(best, svm_loss(W, X, y))
        return float(best)

    def naive_slopes(weights):
        def work(W):
            base = svm_loss(W, X, y)
            for index in range(weights):
                W[index * 97 % len(W), index % CLASSES] += 1e-3
                (svm_loss(W, X, y) - base) / 1e-3
                W[index * 97 % len(W), index % CLASSES] -= 1e-3

        return work

    return {
        "svm": (start.copy, lambda W: float(svm(W, X, y)[0]), 1),
        "softmax": (start.copy, lambda W: float(softmax(W, X, y)[0]), 1),
        "sgd": (start.copy, epoch, 1),
        "random": (lambda: None, attempts, ATTEMPTS),
        "load": (lambda: None, lambda _: len(cifar10.load(folder)[1]), 1),
        # Some weights of the lecture's loop; the row multiplies one's time by all of them.
        "numeric": (start.copy, naive_slopes(20), 20),
    }
