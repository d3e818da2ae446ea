from race import Race
from row import Peer, last_seconds
from rows.solvers import EFFORT, SOLVE, STRENGTH, TEXT, TEXT_PASS


def row():
    """The aim is what liblinear's W is worth by our objective, which it does not minimize itself."""
    return Race(
        "text_svm", "svm, sparse text, λ = 1e-5, liblinear's value",
        f"{TEXT}; loss svm; reg l2 {STRENGTH}; {SOLVE}", last_seconds(),
        [Peer("liblinear", "fit", way="Crammer–Singer", effort=(1.0, 0.25), exact=1e-4,
              settings={"solver": 4, "loss": "svm", "strength": STRENGTH})],
        goals={"avx2": {"liblinear": 1.5}, "avx512": {"liblinear": 1.5}}, effort=EFFORT, needs=TEXT_PASS, quick=False)
