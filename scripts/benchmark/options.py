"""What a run of the benchmark is asked for."""
import argparse
from pathlib import Path

LIBRARIES = [
    "numpy", "torch", "jax", "sklearn", "liblinear", "vw", "pandas", "pillow", "torchvision"]


def words(text):
    return text.split(",")


def parse(description):
    parser = argparse.ArgumentParser(prog="scripts/bench", description=description)
    parser.add_argument("folder", help="CIFAR-10's folder of data_batch_*.bin")
    parser.add_argument("--lc", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--cpu", default="auto", metavar="SET",
                        help="measure as on a processor whose widest instructions are SET, by lc's "
                        "names; with avx2, the peers are kept to it as well")
    parser.add_argument("--quick", action="store_true",
                        help="the main rows in under two minutes, optima to within 1 %%")
    parser.add_argument("--rows", default=[], type=words, help="only these, by their names")
    parser.add_argument("--libraries", default=LIBRARIES, type=words, help="only these peers")
    parser.add_argument("--rounds", default=None, type=int, help="how often each row is run (5)")
    parser.add_argument("--threads", default=None, type=int, help="all cores by default")
    parser.add_argument("--minutes", default=None, type=float,
                        help="begin no further round when this time would be over")
    parser.add_argument("--patience", default=None, type=float, metavar="SECONDS",
                        help="how long one run may take (45)")
    parser.add_argument("--keep", metavar="FILE", type=Path,
                        help="write what was measured after each row, and go on from what FILE has")
    parser.add_argument("--no-scaling", dest="scaling", action="store_false")
    parser.add_argument("--markdown", metavar="FILE", type=Path,
                        help="write the tables, between the marks of this instruction set if FILE has them")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every number")
    options = parser.parse_args()
    if not (Path(options.folder) / "data_batch_1.bin").is_file():
        parser.error(f"{options.folder} has no data_batch_1.bin")
    options.folder = str(Path(options.folder).resolve())
    options.rounds = options.rounds or (2 if options.quick else 5)
    options.patience = options.patience or (40 if options.quick else 45)
    # How near to the best value a race ends, relative to it.
    options.gap = 1e-2 if options.quick else 1e-3
    options.scaling = options.scaling and not options.quick
    return options
