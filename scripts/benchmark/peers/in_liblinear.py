"""liblinear, on one core: its solvers by number, with their W judged by the lecture's objectives."""
import numpy as np
from liblinear.liblinearutil import parameter, problem, train
from peers.data import named
from peers.judge import worth
from peers.work import Work

CRAMMER_SINGER, LOGISTIC, LOGISTIC_DUAL, LOGISTIC_L1 = 4, 0, 7, 6


def kernels():
    return "one core"


def fit(inputs, solver, loss, strength, penalty="l2"):
    """Fits to the tolerance `effort`, with a feature of 1 for the bias."""
    X, y = named("text", inputs)
    C = 1 / ((2 if penalty == "l2" else 1) * strength * len(y))
    data = problem(y, X, bias=1)

    def run(_, effort):
        return train(data, parameter(f"-s {solver} -c {C} -e {effort} -B 1 -q"))

    def judge(model):
        classes, width = model.nr_class, model.nr_feature
        weights = np.ctypeslib.as_array(model.w, ((width + 1) * classes,)).reshape(-1, classes)
        # Its columns are in the order in which it met the classes.
        weights = weights[:, np.argsort(model.get_labels())]
        return worth(X, y, weights[:-1], weights[-1], loss, strength, penalty)

    return Work(run, warm=False, judge=judge)
