from row import Peer, Row, last_seconds
import text

EPOCH = ("load libsvm '{text}'; split val=0 test=0; preprocess none; "
         "loss svm; reg l2 1e-5; sgd epochs=5 batch=32 decay=1")


def row():
    return Row(
        "sparse", "sparse 20 000 × 47 000, an epoch", EPOCH, last_seconds(5),
        [
            Peer("sklearn", "sparse", way="one core"),
            Peer("sklearn", "sparse_all_cores", way="all cores"),
        ],
        goals={"avx2": {"sklearn": 5}, "avx512": {"sklearn": 5}},
        # An index and a value of four bytes each.
        needs=[{"memory": 8 * text.NONZERO}])
