from row import CELLS, Row, cell_seconds, peers


def row():
    return Row(
        "read_csv", "CSV, 100 000 × 300", "load csv '{table}'" + CELLS, cell_seconds,
        peers(pandas="table"), goals={"avx2": {"pandas": 1}, "avx512": {"pandas": 1}}, table="reading")
