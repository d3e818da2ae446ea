from race import Race
from row import last_seconds
from rows.solvers import EFFORT, SOLVE, SOLVE_EXACTLY, STRENGTH, TEXT, TEXT_PASS, sklearn_softmax

PROBLEM = f"{TEXT}; loss softmax; reg l2 {STRENGTH}"


def row():
    return Race(
        "text_softmax", "softmax, sparse text, λ = 1e-5", f"{PROBLEM}; {SOLVE}", last_seconds(),
        sklearn_softmax("text", STRENGTH),
        goals={"avx2": {"sklearn": 2}, "avx512": {"sklearn": 2}},
        effort=EFFORT, exact=f"{PROBLEM}; {SOLVE_EXACTLY}", needs=TEXT_PASS, quick=False)
