"""How lc is asked for an optimum, and the solvers of the softmax loss that it meets."""
import text
from row import Peer

# lc's statement with an effort, which begins with the first and is multiplied by the second.
SOLVE, EFFORT = "solve tolerance={effort}", (1e-2, 0.3)
SOLVE_EXACTLY = "solve tolerance=1e-5"

TEXT = "load libsvm '{text}'; split val=0 test=0; preprocess none"
STRENGTH = 1e-5
# A pass reads an index and a value of four bytes each.
TEXT_PASS = [{"memory": 8 * text.NONZERO}]


# Left out: liblinear, which has one class against the rest, another objective; and newton-cholesky, whose
# matrix of (C·D)² numbers takes 8 GB.
def sklearn_softmax(data, strength):
    """scikit-learn's solvers, the first iterations of each, and which a quick run has."""
    first = {"lbfgs": 48, "newton-cg": 1, "sag": 1, "saga": 1}
    return [
        Peer("sklearn", "softmax_fit", way=solver, effort=(effort, 2), quick=solver == "lbfgs",
             settings={"data": data, "solver": solver, "strength": strength})
        for solver, effort in first.items()
    ]
