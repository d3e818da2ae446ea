from row import Row, last_seconds, peers
from rows import cifar10


def row():
    return Row(
        "softmax", "softmax loss + gradient, full batch",
        f"{cifar10.LOAD}; loss softmax; reg l2 1e-3; gd lr=1e-6 steps=20", last_seconds(20),
        peers(numpy="softmax", torch="softmax", jax="softmax"),
        goals={
            "avx2": {"numpy": 4, "jax": 3, "limit": 0.6},
            "avx512": {"numpy": 6, "jax": 4},
        },
        needs=cifar10.SOFTMAX_PASS)
