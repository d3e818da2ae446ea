from race import Race
from row import Peer, last_seconds
from rows.solvers import EFFORT, SOLVE, SOLVE_EXACTLY, STRENGTH, TEXT, TEXT_PASS

PROBLEM = f"{TEXT}; loss softmax; reg l1 {STRENGTH}"


def row():
    return Race(
        "text_l1", "softmax with L1, sparse text, λ = 1e-5", f"{PROBLEM}; {SOLVE}", last_seconds(),
        [Peer("sklearn", "softmax_fit", way="saga", effort=(4, 2),
              settings={"data": "text", "solver": "saga", "strength": STRENGTH, "penalty": "l1"})],
        goals={"avx2": {"sklearn": 2}, "avx512": {"sklearn": 2}},
        effort=EFFORT, exact=f"{PROBLEM}; {SOLVE_EXACTLY}", needs=TEXT_PASS, quick=False)
