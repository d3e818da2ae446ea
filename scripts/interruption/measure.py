"""Presses Ctrl-C at random times in every command on large data, and at random times while large texts
are read, and prints the longest time until the next prompt or the end.

  scripts/interrupt CIFAR10-FOLDER [--groups NAME,…] [--only TEXT] [--tries N] [--limit SECONDS]

"without waiting" leaves out the time for which lc was ready to run and other programs had its cores.
"""
import argparse
import os
import random
import signal
import statistics
import sys
import time

import coverage
import data
import recovery
import table
import texts
from session import Session

# A command that takes longer is interrupted within these seconds of its beginning.
LONGEST = 3


def main():
    options = parse()
    coverage.check()
    folder = data.make(options.data)
    names = {"cifar": options.cifar, "mnist": options.mnist}
    slow = []
    for title, (setup, statements) in table.GROUPS.items():
        if not options.groups or title in options.groups:
            slow += group(options, folder, title, setup, statements, names)
    if not options.groups or "texts" in options.groups:
        slow += texts.measure(options, folder)
    if not options.groups or "recover" in options.groups:
        slow += recovery.measure(options, folder)
    print("\nlonger than the limit:" if slow else "\nnothing is longer than the limit")
    for line in slow:
        print("  " + line)
    sys.exit(1 if slow else 0)


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cifar", type=os.path.abspath, help="CIFAR-10's folder of data_batch_*.bin")
    parser.add_argument("--lc", type=os.path.abspath, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--mnist", type=os.path.abspath, default="mnist")
    parser.add_argument("--data", default="/tmp/lc-interruption")
    parser.add_argument("--groups", type=lambda s: s.split(","), default=[])
    parser.add_argument("--only", default="", help="statements that contain this")
    parser.add_argument("--tries", type=int, default=8)
    parser.add_argument("--limit", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def group(options, folder, title, setup, statements, names):
    print(f"\n## {title}\n\n| statement | takes | times | longest | without waiting |\n|---|---|---|---|---|",
          flush=True)
    chance = random.Random(options.seed)
    session, slow = None, []
    for statement in statements:
        statement = statement.format(**names)
        if options.only and options.only not in statement:
            continue
        try:
            if session is None:
                session = begun(options, folder, setup, names)
            worst = interrupted(session, statement, chance, options.tries)
        except (EOFError, TimeoutError) as error:
            print(f"| {statement} | failed: {error!r} |", flush=True)
            slow.append(f"{title}: {statement}: {error!r}")
            session = None
            continue
        line = row(statement, *worst)
        print(line, flush=True)
        if worst[1] and max(quiet for _, quiet in worst[1]) > options.limit:
            slow.append(f"{title}: {line}")
    if session:
        session.close()
    return slow


def begun(options, folder, setup, names):
    session = Session(options.lc, str(folder))
    for statement in setup:
        session.run(statement.format(**names))
    return session


def interrupted(session, statement, chance, tries):
    """How long the statement takes, and the times after Ctrl-C at random moments of it."""
    begin = time.monotonic()
    first = session.interrupt(statement, LONGEST)
    takes = time.monotonic() - begin
    times = [first] if first else []
    if not first and takes < 0.05:
        return takes, times
    for _ in range(tries):
        after = chance.uniform(0.002, min(LONGEST, takes))
        found = session.interrupt(statement, after)
        if found:
            times.append(found)
    return takes, times


def row(statement, takes, times):
    lasts = f"over {LONGEST} s" if takes > LONGEST else f"{takes:.2f} s"
    if not times:
        return f"| {statement} | {lasts} | | | |"
    total = max(t for t, _ in times)
    quiet = max(q for _, q in times)
    return f"| {statement} | {lasts} | {len(times)} | {total:.3f} s | {quiet:.3f} s |"


main()
