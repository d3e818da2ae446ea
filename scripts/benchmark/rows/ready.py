from row import Peer, Row
from rows import cifar10


def row():
    return Row(
        "ready", "process start to test accuracy 0.39", cifar10.READY,
        lambda run: run.seconds, [Peer("numpy", program="ready_numpy")],
        goals={"avx2": {"numpy": 4}, "avx512": {"numpy": 4}},
        needs=[cifar10.READ, {"fma": 2 * cifar10.PRODUCTS}], check=cifar10.check_ready)
