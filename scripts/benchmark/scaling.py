"""How the cost grows: time a unit of work and the share of the limit that binds it, along each axis of
shapes, and with one thread and two."""
import sys
import time
from statistics import median

from programs import TooSlow
from shapes import AXES, BATCH, KINDS, PASSES, RANDOM, SGD, Shape, all_shapes, shape
from tables import amount, table

# Neighbours whose shares of their limits differ by more than this are marked.
CLIFF = 1.5
ROUNDS = 3
# Seconds that a shape may take.
PATIENCE = 60


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


def scaling_tables(lc, clock, limits, kernels):
    measured = measure(lc, clock)
    tables = [axis_table(axis, measured, limits, kernels) for axis in AXES]
    return [*tables, threads_table(lc)]


def axis_table(axis, measured, limits, kernels):
    """A line a work and kind: at each value the time a unit, the share of the limit, and how much longer the
    work takes for what the limit allows than at the value before."""
    compared = SGD if axis == "batch" else (*PASSES, *SGD, RANDOM)
    lines = []
    for work in compared:
        for kind in KINDS:
            found, before = [], None
            for value in AXES[axis]:
                one, batch = shape(kind, axis, value), value if axis == "batch" else BATCH
                seconds = measured.get(one, {}).get((work, batch))
                share = seconds and share_of_limit(one.needs(work), seconds, limits, kernels)
                found.append(cell(one, seconds, share, before) if seconds else "")
                before = share
            lines.append([work, kind, *found])
    head = [f"{axis} {value:,}".replace(",", " ") for value in AXES[axis]]
    return table(["work", "data", *head], lines,
                 f"Time a unit of work by {axis}, the share of the limit that binds, and the step between "
                 "neighbours by that share:")


def share_of_limit(needs, seconds, limits, kernels):
    """The greatest share of the time that one of the limits alone needs, and whether that is memory's."""
    shares = []
    for need in needs:
        rates = [limits.rate(limit, kernels) for limit in need]
        if all(rates):
            least = sum(units / rate for units, rate in zip(need.values(), rates))
            shares.append((least / seconds, "memory" in need))
    return max(shares, default=None)


def cell(one, seconds, share, before):
    text = unit_cost(seconds / one.units)
    if share:
        text += f", {100 * share[0]:.0f} %" + (" of memory" if share[1] else "")
    if share and before:
        step = before[0] / share[0]
        cliff = ", **cliff**" if max(step, 1 / step) > CLIFF else ""
        text += f" (× {step:.2f}{cliff})"
    return text


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
