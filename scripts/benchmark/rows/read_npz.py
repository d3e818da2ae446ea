from row import CELLS, Row, cell_seconds, peers


def row():
    return Row(
        "read_npz", "npz, 100 000 × 300 float32", "load npz '{arrays}'" + CELLS, cell_seconds,
        peers(numpy="arrays"), goals={"avx2": {"numpy": 1}, "avx512": {"numpy": 1}}, table="reading")
