from race import Race
from row import last_seconds
from rows import cifar10
from rows.solvers import EFFORT, SOLVE, SOLVE_EXACTLY, sklearn_softmax

STRENGTH = 1e-2
PROBLEM = f"{cifar10.LOAD}; loss softmax; reg l2 {STRENGTH}"


def row():
    return Race(
        "optimum", "softmax, CIFAR-10, λ = 1e-2", f"{PROBLEM}; {SOLVE}", last_seconds(),
        sklearn_softmax("cifar10", STRENGTH),
        goals={
            "avx2": {"sklearn": 6, "sklearn lbfgs": 5}, "avx512": {"sklearn": 6, "sklearn lbfgs": 9},
        },
        needs=cifar10.SOFTMAX_PASS, effort=EFFORT, exact=f"{PROBLEM}; {SOLVE_EXACTLY}")
