from race import Race
from row import Peer, last_seconds
from rows.solvers import EFFORT, SOLVE, STRENGTH, TEXT, TEXT_PASS


def row():
    """liblinear's logistic regression has one class against the rest, so right answers are compared."""
    settings = {"loss": "softmax", "strength": STRENGTH}
    return Race(
        "text_accuracy", "softmax, sparse text, liblinear's training accuracy",
        f"{TEXT}; loss softmax; reg l2 {STRENGTH}; {SOLVE}", last_seconds(),
        [
            Peer("liblinear", "fit", way="primal", effort=(1.0, 0.25), exact=1e-3,
                 settings={"solver": 0, **settings}),
            Peer("liblinear", "fit", way="dual", effort=(1.0, 0.25), settings={"solver": 7, **settings}),
        ],
        goals={"avx2": {"liblinear": 1}, "avx512": {"liblinear": 1}},
        effort=EFFORT, judged_by="train_accuracy", needs=TEXT_PASS, quick=False)
