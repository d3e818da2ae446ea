"""Runs the lc that a test was given, for the programs of this folder: PROGRAM.py LC."""

import json
import subprocess
import sys


def records(statements):
    """The records that lc's statements make, in order; fails where lc does."""
    run = subprocess.run([sys.argv[1], "--json", "-c", statements], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr
    return [json.loads(line)["record"] for line in run.stdout.splitlines()]


def rows(statements):
    """The rows that predict gives to programs, an object a line."""
    command = [sys.argv[1], "--json", "--quiet", "-c", statements]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def error(statements):
    """What lc says of statements that must fail."""
    run = subprocess.run([sys.argv[1], "-c", statements], capture_output=True, text=True)
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stderr
