"""scikit-learn: its solvers of the lecture's objectives, and epochs of its SGD."""
import os

from peers.data import named
from peers.judge import worth
from peers.work import Work
from sklearn.datasets import load_svmlight_file
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_info


def kernels():
    found = {f"{p['internal_api']} {p.get('architecture') or ''}".strip() for p in threadpool_info()}
    return ", ".join(sorted(found))


def softmax_fit(inputs, data, solver, strength, penalty="l2"):
    """Fits with `effort` iterations at most."""
    X, y = named(data, inputs)
    # C multiplies the summed loss against ½‖W‖² or |W|, so λ = 1/(2·C·N) or 1/(C·N).
    C = 1 / ((2 if penalty == "l2" else 1) * strength * len(y))

    def run(_, effort):
        return LogisticRegression(
            C=C, l1_ratio=float(penalty == "l1"), tol=1e-9, max_iter=effort, solver=solver).fit(X, y)

    return Work(run, warm=False, judge=lambda model: value(X, y, model, "softmax", strength, penalty))


def crammer_singer(inputs, data, strength, loss):
    """Its own objective counts an example's worst margin only; its W is judged by the lecture's."""
    X, y = named(data, inputs)

    def run(_, effort):
        return LinearSVC(
            multi_class="crammer_singer", C=1 / (2 * strength * len(y)), tol=1e-9, max_iter=effort
        ).fit(X, y)

    return Work(run, warm=False, judge=lambda model: value(X, y, model, loss, strength))


def value(X, y, model, loss, strength, penalty="l2"):
    return worth(X, y, model.coef_.T, model.intercept_, loss, strength, penalty)


def hinge_epoch(inputs, data, strength, all_cores=False):
    """One example a step and one class against the rest, which is what scikit-learn has."""
    X, y = named(data, inputs)
    cores = os.cpu_count() if all_cores else 1

    def run(_):
        SGDClassifier(
            loss="hinge", alpha=strength, max_iter=1, tol=None, shuffle=True, n_jobs=cores).fit(X, y)

    return Work(run)


def sparse(inputs):
    return Work(lambda _: load_svmlight_file(inputs["sparse"])[0].nnz, warm=False)
