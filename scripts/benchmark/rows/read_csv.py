from row import Row, peers


def row():
    return Row(
        "read_csv", "CSV, 100 000 × 300", "load csv '{table}'", lambda run: run.seconds,
        peers(pandas="table"), goals={"avx2": {"pandas": 1}, "avx512": {"pandas": 1}}, table="reading")
