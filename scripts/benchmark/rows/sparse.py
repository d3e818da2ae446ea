from row import Peer, Row, last_seconds
import text

EPOCH = ("load libsvm '{text}'; split val=0 test=0; preprocess none; "
         "loss svm; reg l2 1e-5; sgd epochs=5 batch=32 decay=1")
TEXT = {"data": "text", "strength": 1e-5}


def row():
    return Row(
        "sparse", "sparse 20 000 × 47 000, an epoch", EPOCH, last_seconds(5),
        [
            Peer("sklearn", "hinge_epoch", way="one core", settings=TEXT),
            Peer("sklearn", "hinge_epoch", way="all cores", settings={**TEXT, "all_cores": True}),
        ],
        goals={"avx2": {"sklearn": 5}, "avx512": {"sklearn": 5}},
        # An index and a value of four bytes each.
        needs=[{"memory": 8 * text.NONZERO}])
