"""Large files of every format and texts of every kind, made once in a folder."""
import gzip
import io
import random
import struct
import tarfile
import zipfile
from pathlib import Path


def make(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in FILES.items():
        path = folder / name
        if not path.exists():
            write(path)
            print(f"made {name}: {path.stat().st_size / 1e6:.0f} MB", flush=True)
    return folder


def repeated(path, line, megabytes):
    block = "".join(line(i) for i in range(2000)).encode()
    with open(path, "wb") as file:
        for _ in range(int(megabytes * 1e6 / len(block))):
            file.write(block)


def number(i):
    return f"{(i * 7919 % 10007) / 97:.3f}"


def wide(path):
    repeated(path, lambda i: ",".join(number(i + j) for j in range(300)) + f",c{i % 7}\n", 150)


def long(path):
    repeated(path, lambda i: f"{number(i)},{number(3 * i)},c{i % 3}\n", 150)


def words(path):
    """Each row has a word of its own in a column of words, and a class of its own."""
    with open(path, "w") as file:
        for i in range(2_000_000):
            file.write(f"{i},word{i},{i % 5}\n")


def cell(path):
    with open(path, "wb") as file:
        file.write(b"1,2,c0\n3,4,\"" + b"x" * 150_000_000 + b"\"\n")


def packed(path, source):
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(source.read_bytes())


def svm(path):
    repeated(path, lambda i: f"{i % 3} 1:{number(i)} 5:{number(2 * i)} {i + 10}:1\n", 150)


def idx(folder):
    folder.mkdir()
    count = 60_000
    images = struct.pack(">IIII", 0x803, count, 28, 28) + random.Random(1).randbytes(1000) * 47_040
    labels = struct.pack(">II", 0x801, count) + bytes(i % 10 for i in range(count))
    for part in ("train", "t10k"):
        with gzip.open(folder / f"{part}-images-idx3-ubyte.gz", "wb", compresslevel=1) as file:
            file.write(images[: 16 + count * 784])
        with gzip.open(folder / f"{part}-labels-idx1-ubyte.gz", "wb") as file:
            file.write(labels)


def cifar100(folder):
    folder.mkdir()
    row = random.Random(2).randbytes(3072)
    for name, count in (("train.bin", 50_000), ("test.bin", 10_000)):
        with open(folder / name, "wb") as file:
            for i in range(count):
                file.write(bytes((i % 20, i % 100)) + row)


def pictures(folder):
    """Two classes of one picture, which many names stand for."""
    source = Path(__file__).parents[2] / "Tests/Fuzz/Corpus/pictures/progressive.jpg"
    for label in ("a", "b"):
        (folder / label).mkdir(parents=True)
        (folder / label / "0.jpg").write_bytes(source.read_bytes())
        for i in range(1, 60_000):
            # A file of an ext4 system has at most 65 000 names.
            (folder / label / f"{i}.jpg").hardlink_to(folder / label / "0.jpg")


def cifar_archive(path):
    """CIFAR-10 in its binary layout, packed as it is published."""
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for part in [*(f"data_batch_{i}.bin" for i in range(1, 6)), "test_batch.bin"]:
            pixels = random.Random(part).randbytes(3072)
            records = b"".join(bytes([i % 10]) + pixels for i in range(10_000))
            entry = tarfile.TarInfo("cifar-10-batches-bin/" + part)
            entry.size = len(records)
            archive.addfile(entry, io.BytesIO(records))


def members(path):
    """Weights for one of many classes behind a packed member of 300 MB, which nobody wants."""
    def array(shape, count):
        header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}".encode()
        header += b" " * (-(len(header) + 11) % 64) + b"\n"
        return (b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header
                + struct.pack("<f", 0.5) * count)

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("unused.npy", array("(75000000,)", 75_000_000))
        archive.writestr("W.npy", array("(20, 1000000)", 20_000_000))
        archive.writestr("b.npy", array("(20,)", 20))


def array(path, kind, shape, block, repeats):
    """An array of numbers in NumPy's form."""
    header = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header)
        for _ in range(repeats):
            file.write(block)


def data_archive(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.write(path.with_name("rows.npy"), "x.npy")
        archive.write(path.with_name("labels.npy"), "y.npy")


FILES = {
    "rows.npy": lambda path: array(
        path, "|u1", (50_000, 3072), random.Random(3).randbytes(3072 * 50), 1000),
    "labels.npy": lambda path: array(path, "<i8", (50_000,), struct.pack("<5q", *range(5)), 10_000),
    "data.npz": data_archive,
    "wide.csv": wide,
    "long.csv": long,
    "words.csv": words,
    "cell.csv": cell,
    "long.csv.gz": lambda path: packed(path, path.with_name("long.csv")),
    "long.svm": svm,
    "long.svm.gz": lambda path: packed(path, path.with_name("long.svm")),
    "mnist": idx,
    "cifar100": cifar100,
    "pictures": pictures,
    "cifar.tar.gz": cifar_archive,
    "members.npz": members,
    "long.lc": lambda path: repeated(path, lambda i: f"x{i % 40} = {i}\n", 40),
    "line.lc": lambda path: repeated(path, lambda i: f"x = {i}; ", 40),
    "sum.lc": lambda path: path.write_text("y = 1 " + "+ 1 " * 10_000_000 + "\n"),
    "call.lc": lambda path: path.write_text("x " * 15_000_000 + "\n"),
    "errors.lc": lambda path: path.write_text("x = (\n" * 5_000_000),
    "comment.lc": lambda path: path.write_text("#" * 60_000_000 + "\n"),
    "string.lc": lambda path: path.write_text("x = \"" + "a" * 60_000_000 + "\"\n"),
    "korean.lc": lambda path: path.write_text("x = \"" + "가나다" * 6_000_000 + "\"\n"),
    "lists.lc": lambda path: path.write_text("x = [" + "1, " * 10_000_000 + "1]\n"),
    "medium.lc": lambda path: repeated(path, lambda i: f"x{i % 40} = {i}\n", 2),
    "nested.lc": lambda path: path.write_text("if true {\n" * 150 + "x = 1\n" * 5_000_000 + "}\n" * 150),
    "empty.lc": lambda path: path.write_text("\n" * 60_000_000),
    "long.md": lambda path: repeated(path, lambda i: f"Text {i}.\n\n```lc\nx = {i}\n```\n\n", 20),
}
