from row import CELLS, Peer, Row, cell_seconds


def row():
    return Row(
        "read_images", "50 000 JPEGs, 32×32", "load images '{pictures}'" + CELLS, cell_seconds,
        [
            Peer("pillow", "pictures", way="one core", settings={"threads": 1}),
            Peer("pillow", "pictures", way="all cores", settings={"threads": 0}),
            Peer("torchvision", "pictures", way="decode_jpeg"),
            Peer("torchvision", "folder", way="ImageFolder"),
        ],
        goals={"avx2": {"pillow": 1, "torchvision": 1}, "avx512": {"pillow": 1, "torchvision": 1}},
        table="reading")
