from row import Row, peers
from rows import cifar10


def row():
    return Row(
        "load", "binary files to ready to train", "load cifar10 '{folder}'",
        lambda run: run.seconds, peers(numpy="load"),
        goals={"avx2": {"numpy": 10}, "avx512": {"numpy": 10}}, needs=[cifar10.READ])
