from row import Peer, Row
from rows import cifar10

# numpy's side is an epoch of SGD on features that are floats, as the lecture's code has them.


def row():
    return Row(
        "memory", "peak memory of training to 0.39", cifar10.READY,
        lambda run: run.memory, [Peer("numpy", program="epoch_numpy")],
        goals={"avx2": {"numpy": 4}, "avx512": {"numpy": 4}},
        quantity="memory", check=cifar10.check_ready,
        quick=False)
