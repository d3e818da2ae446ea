from row import Peer, Row
from rows.solvers import STRENGTH, TEXT


def row():
    return Row(
        "one_pass", "one pass over sparse text, from the file",
        f"{TEXT}; loss svm; reg l2 {STRENGTH}; sgd epochs=1 batch=32", lambda run: run.seconds,
        [Peer("vw", "one_pass")],
        goals={"avx2": {"vw": 1}, "avx512": {"vw": 1}}, table="solvers", quick=False)
