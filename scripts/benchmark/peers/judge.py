"""What anybody's W and b are worth by the lecture's objectives, worked out in blocks of examples."""
import numpy as np


def softmax_losses(scores, own):
    scores = scores - scores.max(axis=1, keepdims=True)
    return np.log(np.exp(scores).sum(axis=1)) - scores[own]


def svm_losses(scores, own, power=1):
    margins = np.maximum(0, scores - scores[own][:, None] + 1)
    margins[own] = 0
    return (margins**power).sum(axis=1)


def squared_svm_losses(scores, own):
    return svm_losses(scores, own, power=2)


LOSSES = {"softmax": softmax_losses, "svm": svm_losses, "svm squared": squared_svm_losses}
PENALTIES = {"l2": np.square, "l1": np.abs}


def worth(X, y, W, b, loss, strength, penalty="l2", size=5_000):
    """The objective, and the shares of right answers and of zeros; W has a column a class, y counts from 0."""
    W, total, right = W.astype(X.dtype), 0.0, 0
    for begin in range(0, X.shape[0], size):
        labels = y[begin : begin + size].astype(int)
        scores, own = X[begin : begin + size] @ W + b, (np.arange(len(labels)), labels)
        total += float(LOSSES[loss](scores, own).sum(dtype=np.float64))
        right += int((scores.argmax(axis=1) == labels).sum())
    penalized = float(PENALTIES[penalty](W.astype(np.float64)).sum())
    return {
        "loss": total / len(y) + strength * penalized,
        "train_accuracy": right / len(y),
        "zeros": float((W == 0).mean()),
    }
