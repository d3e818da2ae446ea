"""Measures lc beside numpy, PyTorch, JAX and scikit-learn on CIFAR-10 and on sparse text, in turn and on
all cores; prints medians, ratios, shares of the machine's own limits, and how the cost grows."""
import os
import signal
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import language
import machine
import readers
import report
import scaling
import tables
import text
from clock import Clock
from kept import Kept
from limits import Limits
from options import parse
from participants import Bench
from programs import Lc, TooSlow
from race import Attempt, Race
from row import NO_TIME
from rows import all_rows

# Rounds of the rows that are no races before all else.
FIRST_ROUNDS = 3
# Seconds that are left for measuring the limits again, and for the tables.
END = 20
# How many times its own part of the time that is left a row may take.
SLOW_ROW = 3
# The share of a run's time that rounds of scaling may take after the first one.
SCALING_SHARE = 0.2


def main():
    options = parse(__doc__)
    # A run that is ended from outside shows what it has, as one that Ctrl-C ends.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    rows = chosen(options)
    clock = Clock(options.minutes)
    limits = Limits(options.threads or os.cpu_count())
    limits.measure()
    with tempfile.TemporaryDirectory() as scratch:
        inputs = {"folder": options.folder, "text": text.write(scratch), "scratch": scratch}
        # In a process of its own: a program counts as its memory what the one that starts it had at most.
        with ProcessPoolExecutor(1, mp_context=get_context("fork")) as process:
            inputs |= process.submit(
                readers.write, options.folder, scratch, [row.script for row in rows]).result()
        met = {peer.library for row in rows for peer in row.peers if peer.task}
        lc = Lc(options.lc, options.cpu, options.threads)
        bench = Bench(lc, inputs, options, met, clock)
        kept = Kept(options.keep, bench.kernels, Race, Attempt)
        kept.restore(rows)
        heading = machine.heading(bench)
        say(heading)
        others = []
        try:
            passes = [row for row in rows if not isinstance(row, Race)]
            take_turns(passes, bench, kept, range(min(FIRST_ROUNDS, options.rounds)))
            others = other_tables(options, lc, kept, limits, bench.kernels)
            take_turns(rows, bench, kept, range(options.rounds))
            bench.stop()
            limits.measure()
        except KeyboardInterrupt:
            say("stopped: the tables show what was measured")
        finally:
            bench.stop()
    sections = [heading, *tables.row_tables(rows, limits, bench.kernels)]
    sections += [tables.races(rows), tables.limits_table(limits, bench.kernels), *others]
    report.write(options, bench.kernels, sections, rows, limits)


def take_turns(rows, bench, kept, rounds):
    """Rounds of all rows, as long as the clock allows what a row took before."""
    for number in rounds:
        for place, row in enumerate(rows):
            # Some rows need more of the time that is left than their own part, and others less.
            bench.turn = bench.clock.share(min(1, SLOW_ROW / (len(rows) - place)))
            if row.turns != number or number and not bench.clock.allows(row.longest + END):
                continue
            begin = time.monotonic()
            take_turn(row, bench, number)
            row.longest = max(row.longest, time.monotonic() - begin)
            # A turn that had no time is taken by the run that goes on from this one.
            if not any(NO_TIME in reason for reason in row.absent.values()):
                row.turns = number + 1
                kept.keep(row)


def other_tables(options, lc, kept, limits, kernels):
    """How costs grow; of reading texts on one instruction set only, for they have no kernels."""
    found = []
    if "parse" in options.rows or not options.rows and options.cpu == "auto":
        found.append(kept.table("texts", lambda: language.exponents_table(lc, options.quick)))
    if options.scaling:
        clock = Clock(options.minutes and options.minutes * SCALING_SHARE)
        found.append(kept.table("scaling", lambda: "\n\n".join(
            scaling.scaling_tables(lc, clock, limits, kernels))))
    return found


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
except (RuntimeError, TooSlow) as error:
    # Without lc, or without the instruction set that was asked for, there is nothing to measure.
    sys.exit(str(error))
