from row import Row, last_seconds, peers
from rows import cifar10


def row():
    return Row(
        "svm", "SVM loss + gradient, full batch",
        f"{cifar10.SVM}; gd lr=1e-6 steps=20", last_seconds(20),
        peers(numpy="svm", torch="svm", jax="svm"),
        goals={
            "avx2": {"numpy": 5, "jax": 3, "limit": 0.8},
            "avx512": {"numpy": 7, "jax": 4},
        },
        needs=cifar10.SVM_PASS)
