from race import Race
from row import Peer, last_seconds
from rows import cifar10
from rows.solvers import EFFORT, SOLVE

STRENGTH, ITERATIONS = 1e-2, 16


def race(name, loss):
    """LinearSVC takes long to its end, so the value that it has after some iterations is the aim."""
    problem = f"{cifar10.LOAD}; loss {loss}; reg l2 {STRENGTH}"
    return Race(
        name, f"{loss}, CIFAR-10, LinearSVC's value after {ITERATIONS} iterations",
        f"{problem}; {SOLVE}", last_seconds(),
        [Peer("sklearn", "crammer_singer", way="LinearSVC", effort=(4, 2), exact=ITERATIONS,
              settings={"data": "cifar10", "strength": STRENGTH, "loss": loss})],
        goals={"avx2": {"sklearn": 3}, "avx512": {"sklearn": 3}}, effort=EFFORT, quick=False)


def row():
    return race("cifar_svm", "svm")
