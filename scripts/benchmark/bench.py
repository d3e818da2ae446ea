"""Measures lc beside numpy, PyTorch, JAX and scikit-learn on CIFAR-10 and on sparse text, in turn and on
all cores; prints medians, ratios, shares of the machine's own limits, and how the cost grows."""
import os
import sys
import tempfile
from pathlib import Path

import language
import machine
import report
import scaling
import tables
import text
from limits import Limits
from options import parse
from participants import Bench
from programs import Lc
from rows import all_rows


def main():
    options = parse(__doc__)
    rows = chosen(options)
    limits = Limits(options.threads or os.cpu_count())
    limits.measure()
    with tempfile.TemporaryDirectory() as scratch:
        inputs = {"folder": options.folder, "text": text.write(scratch), "scratch": scratch}
        met = {peer.library for row in rows for peer in row.peers if peer.task}
        bench = Bench(Lc(options.lc, options.cpu, options.threads), inputs, options, met)
        heading = machine.heading(bench)
        say(heading)
        for number in range(options.rounds):
            for row in rows:
                take_turn(row, bench, number)
        bench.stop()
    limits.measure()
    sections = [heading, *tables.row_tables(rows, limits, bench.kernels)]
    sections += [tables.races(rows), tables.limits_table(limits, bench.kernels)]
    if not options.rows or "parse" in options.rows:
        sections.append(language.exponents_table(bench.lc, options.quick))
    if options.scaling:
        sections += scaling.scaling_tables(bench.lc)
    report.write(options, bench.kernels, sections, rows, limits)


def chosen(options):
    """The rows that were asked for."""
    rows = {row.name: row for row in all_rows()}
    unknown = set(options.rows) - {*rows, "parse"}
    if unknown:
        sys.exit(f"no row is called {', '.join(sorted(unknown))}: there are {', '.join(rows)} and parse")
    if options.rows:
        return [rows[name] for name in rows if name in options.rows]
    return [row for row in rows.values() if row.quick or not options.quick]


def take_turn(row, bench, number):
    say(f"  round {number + 1}: {row.title}")
    with row.absence("lc", bench):
        row.turn(bench, number)
    if "lc" in row.absent and number == 0:
        say(f"    lc: {row.absent['lc']}")


def say(what):
    print(what, file=sys.stderr, flush=True)


try:
    main()
except RuntimeError as error:
    # Without lc, or without the instruction set that was asked for, there is nothing to measure.
    sys.exit(str(error))
