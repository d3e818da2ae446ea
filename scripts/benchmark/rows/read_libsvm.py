from row import CELLS, Row, cell_seconds, peers


def row():
    return Row(
        "read_libsvm", "LIBSVM text, 10 million entries", "load libsvm '{sparse}'" + CELLS,
        cell_seconds, peers(sklearn="sparse"),
        goals={"avx2": {"sklearn": 1}, "avx512": {"sklearn": 1}}, table="reading")
