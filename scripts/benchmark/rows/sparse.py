from row import Peer, Row, last_seconds
from rows.solvers import STRENGTH, TEXT, TEXT_PASS

EPOCH = f"{TEXT}; loss svm; reg l2 {STRENGTH}; sgd epochs=5 batch=32 decay=1"
DATA = {"data": "text", "strength": STRENGTH}


def row():
    return Row(
        "sparse", "sparse 20 000 × 47 000, an epoch", EPOCH, last_seconds(5),
        [
            Peer("sklearn", "hinge_epoch", way="one core", settings=DATA),
            Peer("sklearn", "hinge_epoch", way="all cores", settings={**DATA, "all_cores": True}),
        ],
        goals={"avx2": {"sklearn": 5}, "avx512": {"sklearn": 5}},
        needs=TEXT_PASS)
