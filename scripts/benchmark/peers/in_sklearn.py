"""scikit-learn: its solvers of the softmax loss, and epochs of its SGD."""
import os

import numpy as np
from peers import cifar10
from peers.judge import softmax_objective
from peers.work import Work
from sklearn.datasets import load_svmlight_file
from sklearn.linear_model import LogisticRegression, SGDClassifier
from threadpoolctl import threadpool_info


def kernels():
    found = {f"{p['internal_api']} {p.get('architecture', '')}".strip() for p in threadpool_info()}
    return ", ".join(sorted(found))


def softmax_fit(inputs, solver, strength):
    """Fits with at most `effort` iterations, and judges W and b by the lecture's objective."""
    X, y = cifar10.load(inputs["folder"])

    def run(_, effort):
        # C multiplies the summed loss against ½‖W‖², so λ = 1/(2·C·N).
        model = LogisticRegression(
            C=1 / (2 * strength * len(y)), tol=1e-9, max_iter=int(effort), solver=solver)
        return model.fit(X, y)

    def judge(model):
        return {"loss": softmax_objective(X, y, model.coef_.T, model.intercept_, strength)}

    return Work(run, warm=False, judge=judge)


def softmax_lbfgs(inputs):
    return softmax_fit(inputs, "lbfgs", 1e-2)


def softmax_newton_cg(inputs):
    return softmax_fit(inputs, "newton-cg", 1e-2)


def softmax_sag(inputs):
    return softmax_fit(inputs, "sag", 1e-2)


def softmax_saga(inputs):
    return softmax_fit(inputs, "saga", 1e-2)


def hinge_epoch(X, y, strength, cores):
    def run(_):
        SGDClassifier(
            loss="hinge", alpha=strength, max_iter=1, tol=None, shuffle=True, n_jobs=cores).fit(X, y)

    return Work(run)


def sgd(inputs):
    """One example a step and one class against the rest, which is what scikit-learn has."""
    X, y = cifar10.load(inputs["folder"])
    return hinge_epoch(X, y, 1e-3, os.cpu_count())


def sparse(inputs, cores=1):
    X, y = load_svmlight_file(inputs["text"])
    X.indices, X.indptr = X.indices.astype(np.int32), X.indptr.astype(np.int32)
    return hinge_epoch(X, y, 1e-5, cores)


def sparse_all_cores(inputs):
    return sparse(inputs, os.cpu_count())
