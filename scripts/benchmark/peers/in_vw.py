"""Vowpal Wabbit: one pass over the text, read from a file of its own format."""
from pathlib import Path

from peers.work import Work
from vowpalwabbit import Workspace


def kernels():
    return "two threads, the second of which reads"


def one_pass(inputs):
    path = translated(inputs["text"])

    def run(_):
        Workspace(f"--oaa 4 -d {path} --loss_function hinge --quiet --no_stdin").finish()

    return Work(run)


def translated(path):
    """The text with classes from 1 on and a bar before the words."""
    other = Path(path).with_suffix(".vw")
    with open(path) as source, open(other, "w") as target:
        for line in source:
            label, _, words = line.partition(" ")
            target.write(f"{int(label) + 1} | {words}")
    return other
