from row import Row, peers


def row():
    return Row(
        "read_libsvm", "LIBSVM text, 10 million entries", "load libsvm '{sparse}'",
        lambda run: run.seconds, peers(sklearn="sparse"),
        goals={"avx2": {"sklearn": 1}, "avx512": {"sklearn": 1}}, table="reading")
