from row import Row, last_seconds, peers
from rows import cifar10


def row():
    return Row(
        "numeric", "numeric gradient, 30 730 weights", f"{cifar10.SVM}; gradient numeric all",
        last_seconds(), peers(numpy="numeric_gradient"),
        goals={"avx2": {"numpy": 60}, "avx512": {"numpy": 60}},
        quick=False)
