from race import Race
from row import Peer, last_seconds
from rows import cifar10

PROBLEM = f"{cifar10.LOAD}; loss softmax; reg l2 1e-2"


def solver(name, first=1, quick=False):
    task = "softmax_" + name.replace("-", "_")
    return Peer("sklearn", task, way=name, effort=(first, 2), quick=quick)


# Left out: liblinear, which has one class against the rest, another objective; and newton-cholesky, whose
# matrix of (C·D)² numbers takes 8 GB.
def row():
    return Race(
        "optimum", "softmax to the optimum (λ = 0.01)",
        f"{PROBLEM}; lbfgs iterations={{effort}}", last_seconds(),
        [solver("lbfgs", first=8, quick=True), solver("newton-cg"), solver("sag"), solver("saga")],
        goals={"avx2": {"sklearn": 5}, "avx512": {"sklearn": 9}},
        needs=cifar10.SOFTMAX_PASS, exact=f"{PROBLEM}; lbfgs")
