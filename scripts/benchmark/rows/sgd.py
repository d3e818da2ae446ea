from row import Peer, Row, last_seconds, peers
from rows import cifar10


def row():
    return Row(
        "sgd", "SGD epoch, batch 256",
        f"{cifar10.SVM}; sgd lr=1e-3 batch=256 epochs=5 decay=1", last_seconds(5),
        [*peers(numpy="sgd", torch="sgd", jax="sgd"),
         Peer("sklearn", "hinge_epoch", quick=False,
              settings={"data": "cifar10", "strength": 1e-3, "all_cores": True})],
        goals={
            "avx2": {"numpy": 6, "torch": 8, "jax": 3.5},
            "avx512": {"numpy": 8, "torch": 12, "jax": 5},
        },
        needs=cifar10.SVM_PASS)
