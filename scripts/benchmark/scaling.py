"""How the cost grows: time a unit of work along each axis of shapes, and with one thread and two."""
import sys
import time
from statistics import median

from programs import TooSlow
from shapes import AXES, BATCH, KINDS, Shape, all_shapes, shape
from tables import amount, table

# Neighbours whose costs a unit differ by more than this are marked.
CLIFF = 1.5
ROUNDS = 3
# Seconds that a shape may take.
PATIENCE = 60
PASSES = ("SVM pass", "softmax pass")
SGD = ("SVM, SGD", "softmax, SGD")
RANDOM = "random search"


def works(shape_):
    """What lc does with a shape: (work, batch, statement, how many passes it makes)."""
    batches = AXES["batch"] if shape_ == Shape(shape_.kind) else (BATCH,)
    count = shape_.passes
    for loss, full, sgd in zip(("svm", "softmax"), PASSES, SGD):
        yield full, BATCH, f"loss {loss}; gd lr=1e-6 steps={count}", count
        for batch in batches:
            yield sgd, batch, f"sgd lr=1e-6 decay=1 batch={batch} epochs={count}", count
    yield RANDOM, BATCH, f"loss svm; search random {4 * count}", 4 * count


def seconds_a_pass(lc, shape_, threads=None):
    """(work, batch) → seconds of one pass over the shape's data."""
    wanted = list(works(shape_))
    statements = "; ".join([shape_.load(), *(statement for _, _, statement, _ in wanted)])
    run = lc.run(statements, threads, PATIENCE)
    records = [r for r in run.records if "seconds" in r]
    return {
        (work, batch): record["seconds"] / count
        for (work, batch, _, count), record in zip(wanted, records, strict=True)
    }


def measure(lc, clock, rounds=ROUNDS):
    """Shape → (work, batch) → the median of rounds that go through all shapes in turn. The first round
    has all, the others begin as long as there is time for one."""
    found = {}
    begin = time.monotonic()
    first = None
    for number in range(rounds):
        if number == 1:
            first = time.monotonic() - begin
        if first and not clock.allows(first):
            break
        for one in all_shapes():
            print(f"  scaling, round {number + 1}: {one}", file=sys.stderr, flush=True)
            try:
                times = seconds_a_pass(lc, one)
            except (RuntimeError, TooSlow) as error:
                print(f"    lc: {error}", file=sys.stderr)
                continue
            for work, seconds in times.items():
                found.setdefault(one, {}).setdefault(work, []).append(seconds)
    return {one: {work: median(times) for work, times in all_.items()} for one, all_ in found.items()}


def scaling_tables(lc, clock):
    measured = measure(lc, clock)
    return [*(axis_table(axis, measured) for axis in AXES), threads_table(lc)]


def axis_table(axis, measured):
    """A line a work and kind: the time a unit at each value, and its ratio to the value before."""
    compared = SGD if axis == "batch" else (*PASSES, *SGD, RANDOM)
    lines = []
    for work in compared:
        for kind in KINDS:
            costs = []
            for value in AXES[axis]:
                one, batch = shape(kind, axis, value), value if axis == "batch" else BATCH
                seconds = measured.get(one, {}).get((work, batch))
                costs.append(seconds and seconds / one.units)
            lines.append([work, kind, *cells(costs)])
    head = [f"{axis} {value:,}".replace(",", " ") for value in AXES[axis]]
    return table(["work", "data", *head], lines,
                 f"Time a unit of work by {axis}, and the ratio to the neighbour:")


def cells(costs):
    """Each cost, with its ratio to the one before; empty where nothing was measured."""
    for before, cost in zip([None, *costs], costs):
        text = unit_cost(cost) if cost else ""
        if cost and before:
            ratio = cost / before
            cliff = ", **cliff**" if max(ratio, 1 / ratio) > CLIFF else ""
            text += f" (× {ratio:.2f}{cliff})"
        yield text


def unit_cost(seconds):
    picoseconds = seconds * 1e12
    return f"{picoseconds:.3g} ps" if picoseconds < 1000 else f"{picoseconds / 1000:.3g} ns"


def threads_table(lc):
    lines = []
    for kind in KINDS:
        one, two = (seconds_a_pass(lc, Shape(kind), threads) for threads in (1, 2))
        lines += [
            [work, kind, amount(one[work, batch]), amount(two[work, batch]),
             f"{one[work, batch] / two[work, batch]:.2f}"]
            for work, batch in one if batch == BATCH
        ]
    head = ["work", "data", "1 thread", "2 threads", "times faster"]
    return table(head, lines, "With one thread and with two:")
