from race import Race
from row import Peer, last_seconds
from rows import cifar10
from rows.solvers import EFFORT, SOLVE, SOLVE_EXACTLY

STRENGTH = 1e-2


def race(name, loss):
    """LinearSVC takes minutes for its first iteration already, so its time is a bound as a rule."""
    problem = f"{cifar10.LOAD}; loss {loss}; reg l2 {STRENGTH}"
    return Race(
        name, f"{loss}, CIFAR-10, λ = 1e-2", f"{problem}; {SOLVE}", last_seconds(),
        [Peer("sklearn", "crammer_singer", way="LinearSVC", effort=(1, 2),
              settings={"data": "cifar10", "strength": STRENGTH, "loss": loss})],
        goals={"avx2": {"sklearn": 3}, "avx512": {"sklearn": 3}}, effort=EFFORT,
        exact=f"{problem}; {SOLVE_EXACTLY}", quick=False)


def row():
    return race("cifar_svm", "svm")
