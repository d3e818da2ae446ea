"""Texts of tens of megabytes that are read from the command line: how long Ctrl-C takes to end them, and
with which status."""
import os
import random
import signal
import subprocess
import time

from session import Waits

ROWS = [
    ([], "long.lc"), ([], "line.lc"), ([], "sum.lc"), ([], "call.lc"), ([], "errors.lc"),
    ([], "comment.lc"), ([], "string.lc"), ([], "korean.lc"), ([], "lists.lc"), ([], "nested.lc"),
    ([], "empty.lc"), ([], "long.md"),
    (["--check"], "long.lc"), (["--check"], "call.lc"), (["--check"], "errors.lc"),
    (["--check"], "lists.lc"), (["--check"], "long.md"),
    (["--paste"], "long.lc"), (["--paste"], "line.lc"), (["--paste"], "sum.lc"),
    (["--paste"], "korean.lc"), (["--paste"], "errors.lc"), (["--paste"], "empty.lc"),
    (["--keep-going"], "errors.lc"), (["--json"], "long.lc"),
    (["test"], "long.md"), (["verify"], "long.lc"), (["weave", "-o", "woven.html"], "long.md"),
]
STATUS = 130


def measure(options, folder):
    print("\n## texts\n\n| call | takes | times | longest | without waiting | status |\n|---|---|---|---|---|---|")
    chance = random.Random(options.seed)
    slow = []
    for words, name in ROWS:
        title = " ".join([*words, name])
        if options.only and options.only not in title:
            continue
        line, quiet, statuses = call(options, folder, words, name, chance)
        print(f"| {title} | {line} |", flush=True)
        if quiet > options.limit or statuses - {STATUS}:
            slow.append(f"texts: | {title} | {line} |")
    return slow


def call(options, folder, words, name, chance):
    takes = 4.0
    times, statuses = [], set()
    for turn in range(options.tries + 1):
        after = takes if turn == 0 else chance.uniform(0.01, takes)
        begin = time.monotonic()
        process = subprocess.Popen(
            [options.lc, *words, name], cwd=folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            process.wait(after)
            takes = min(takes, time.monotonic() - begin)
            continue
        except subprocess.TimeoutExpired:
            pass
        waits = Waits(process.pid)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        # The end of a process takes its threads with it, so their waits are read on the way.
        waited = 0
        while process.poll() is None and time.monotonic() - begin < 60:
            waited = max(waited, waits.seconds())
            time.sleep(0.002)
        process.kill()
        process.wait()
        total = time.monotonic() - begin
        times.append((total, max(0, total - waited)))
        statuses.add(process.returncode)
    if not times:
        return f"{takes:.2f} s | | | | ", 0, statuses
    quiet = max(q for _, q in times)
    status = ", ".join(str(s) for s in sorted(statuses))
    return (f"{takes:.2f} s | {len(times)} | {max(t for t, _ in times):.3f} s | {quiet:.3f} s | {status}",
            quiet, statuses)
