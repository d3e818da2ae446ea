from race import Race
from row import last_seconds
from rows import cifar10
from rows.solvers import EFFORT, SOLVE, SOLVE_EXACTLY, sklearn_softmax

STRENGTH = 1e-4
PROBLEM = f"{cifar10.LOAD}; loss softmax; reg l2 {STRENGTH}"


def row():
    return Race(
        "optimum_weak", "softmax, CIFAR-10, λ = 1e-4", f"{PROBLEM}; {SOLVE}", last_seconds(),
        sklearn_softmax("cifar10", STRENGTH),
        goals={"avx2": {"sklearn": 4}, "avx512": {"sklearn": 4}},
        needs=cifar10.SOFTMAX_PASS, effort=EFFORT, exact=f"{PROBLEM}; {SOLVE_EXACTLY}",
        quick=False)
