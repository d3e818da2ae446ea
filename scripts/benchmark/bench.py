"""Measures lc beside numpy, scikit-learn and PyTorch on CIFAR-10, in turn and on all cores, and
prints medians, ratios and shares of the machine's own limits; then how the cost grows."""
import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import scaling
import sparse
from programs import Lc, Worker, limits, peak_memory, process_seconds
from table import print_rows, seconds_text

HERE = Path(__file__).parent
N, D, C = 50_000, 3_072, 10
# Reaches a test accuracy of 0.39.
QUICK = "loss softmax; sgd lr=4e-3 batch=128 epochs=2 schedule=linear; eval test"


class Row:
    """One row: what lc runs, which peers it meets, and how much faster it should be."""

    def __init__(self, name, title, script, value, goals, limits=()):
        self.name, self.title, self.script, self.value = name, title, script, value
        # What the work needs of the machine; each entry's parts compete for the same place.
        self.goals, self.limits = goals, limits
        self.ours, self.theirs = [], {}

    def measure(self, lc):
        run = lc.run(self.script)
        self.ours.append(self.value(run))

    def ratios(self):
        """Peer → (ratio of the medians, what it should be at least)."""
        return {
            peer: (median(times) / median(self.ours), self.goals[peer])
            for peer, times in self.theirs.items()
            if times and self.ours
        }


def rows(folder, sparse_file):
    load = f"load cifar10 '{folder}'; split val=0"
    train = f"{load}; loss svm; reg l2 1e-3"
    products = N * D * C
    # The scores by multiply-adds; the SVM's gradient by products of bytes where there are such.
    read, svm = {"memory": N * D}, {"multiply_adds": products, "byte_products": products}

    def seconds_per(units):
        return lambda run: run.last["seconds"] / units

    return [
        Row("svm", "SVM loss + gradient, full batch", f"{train}; gd lr=1e-6 steps=20",
            seconds_per(20), {"numpy": 4, "torch": 1}, (read, svm)),
        Row("softmax", "softmax loss + gradient, full batch",
            f"{load}; loss softmax; reg l2 1e-3; gd lr=1e-6 steps=20",
            seconds_per(20), {"numpy": 4, "torch": 1},
            (read, {"multiply_adds": 2 * products})),
        Row("sgd", "SGD epoch, batch 256", f"{train}; sgd lr=1e-3 batch=256 epochs=5 decay=1",
            seconds_per(5), {"numpy": 4, "torch": 8}, (read, svm)),
        Row("random", "random search, an attempt", f"{train}; search random 200",
            seconds_per(200), {"numpy": 20, "torch": 6}, ({"byte_products": products},)),
        Row("optimum", "softmax to the optimum", f"{load}; loss softmax; reg l2 1e-2; lbfgs",
            seconds_per(1), {"sklearn": 5}),
        Row("load", "binary files to ready to train", f"load cifar10 '{folder}'",
            lambda run: run.seconds, {"numpy": 10}),
        Row("numeric", "numeric gradient, 30 730 weights", f"{train}; gradient numeric all",
            seconds_per(1), {"numpy": 60}),
        Row("ready", "process start to test accuracy 0.39",
            f"load cifar10 '{folder}'; {QUICK}",
            lambda run: run.seconds, {"numpy": 1}),
        Row("sparse", "sparse 20 000 × 47 000, an epoch",
            sparse.script(sparse_file), seconds_per(5), {"sklearn": 1}),
    ]


# A whole process: what numpy needs before its first step.
CENTER = "import sys; sys.path.insert(0, {here!r}); import cifar10; cifar10.center({folder!r})"


def main():
    options = parse()
    lc = Lc(options.lc, options.threads)
    before = limits(HERE / "limits.c", options.threads or os.cpu_count())
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        if not options.rows or "sparse" in options.rows:
            os.environ["SPARSE_FILE"] = sparse.write(scratch)
        every = rows(options.folder, os.environ.get("SPARSE_FILE", ""))
        chosen = [r for r in every if not options.rows or r.name in options.rows]
        workers = {peer: Worker(peer, options.folder, options.threads) for peer in options.peers}
        for turn in range(options.rounds):
            for row in chosen:
                measure(row, lc, workers, turn, options)
        for worker in workers.values():
            worker.stop()
    # On a busy machine the better of two measurements is nearer to what it can do.
    after = limits(HERE / "limits.c", options.threads or os.cpu_count())
    bounds = {name: max(before[name], after[name]) for name in before}
    memory = memory_row(lc, options) if not options.rows or "memory" in options.rows else None
    print_rows(chosen, memory, bounds)
    growth = scaling.measure(options) if options.scaling else []
    if options.json:
        save(options.json, chosen, memory, bounds, growth)


def parse():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("folder", help="CIFAR-10's folder of data_batch_*.bin")
    parser.add_argument("--lc", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--peers", default="numpy,sklearn,torch", type=lambda s: s.split(","))
    parser.add_argument("--rows", default=None, type=lambda s: s.split(","))
    parser.add_argument("--rounds", default=5, type=int, help="how often each row is run")
    parser.add_argument("--threads", default=None, type=int, help="all cores by default")
    parser.add_argument("--no-scaling", dest="scaling", action="store_false")
    parser.add_argument("--json", metavar="FILE", help="write every number as JSON")
    options = parser.parse_args()
    options.folder = str(Path(options.folder).resolve())
    return options


def measure(row, lc, workers, turn, options):
    """One turn of one row: lc, then each peer that has the row."""
    try:
        row.measure(lc)
    except RuntimeError as error:
        if turn == 0:
            print(f"  {row.title}: {error}", file=sys.stderr)
        return
    if row.name == "ready" and "numpy" in workers:
        code = CENTER.format(here=str(HERE), folder=options.folder)
        seconds = process_seconds([sys.executable, "-c", code])
        row.theirs.setdefault("numpy", []).append(seconds)
        show(row, "numpy")
    for peer, worker in workers.items():
        if peer not in row.goals or row.name not in worker.rows:
            continue
        times = row.theirs.setdefault(peer, [])
        # A minute of scikit-learn tells as much as five.
        if times and times[0] > 20:
            continue
        answer = worker.run(row.name)
        times.append(answer["seconds"] * (30_730 if row.name == "numeric" else 1))
        show(row, peer)
        if row.name == "optimum":
            ours, theirs = lc.last["loss"], answer["result"]["loss"]
            print(f"           objective: lc {ours:.7g}, {peer} {theirs:.7g}", flush=True)


def show(row, peer):
    print(f"  {row.name:8} lc {seconds_text(row.ours[-1]):>9}   "
          f"{peer} {seconds_text(row.theirs[peer][-1]):>9}", flush=True)


def memory_row(lc, options):
    """Peak bytes of training to 0.39, and of numpy's first epoch."""
    ours = lc.run(
        f"load cifar10 '{options.folder}'; {QUICK}"
    ).memory
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import numpy_rows; "
        f"p, w, u = numpy_rows.rows({options.folder!r})['sgd']; w(p())"
    )
    return ours, peak_memory([sys.executable, "-c", code])


def machine():
    model = platform.processor()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(l.split(":")[1].strip() for l in lines if l.startswith("model name"))
    except (OSError, StopIteration):
        pass
    versions = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=json"], capture_output=True, text=True
    ).stdout
    found = {p["name"].lower(): p["version"] for p in json.loads(versions or "[]")}
    peers = ", ".join(f"{n} {found[n]}" for n in ("numpy", "scikit-learn", "torch") if n in found)
    return f"{model}, {os.cpu_count()} cores; Python {platform.python_version()}, {peers}"


def save(path, chosen, memory, bounds, growth):
    data = {
        "machine": machine(),
        "limits": bounds,
        "memory": memory,
        "rows": {r.name: {"lc": r.ours, **r.theirs} for r in chosen},
        "growth": growth,
    }
    Path(path).write_text(json.dumps(data, indent=1))


main()
