from row import Peer, Row, last_seconds
from rows import cifar10


def row():
    return Row(
        "random", "random search, an attempt",
        f"{cifar10.SVM}; search random 200", last_seconds(200),
        [
            Peer("numpy", "random_search", way="loop"),
            Peer("numpy", "stacked_search", way="stacked"),
            Peer("torch", "stacked_search", way="stacked"),
            Peer("jax", "stacked_search", way="stacked"),
        ],
        goals={
            "avx2": {"numpy loop": 11, "torch stacked": 3.5, "limit": 0.8},
            "avx512": {"numpy loop": 35, "torch stacked": 7},
        },
        needs=[{"bytes": cifar10.PRODUCTS}])
