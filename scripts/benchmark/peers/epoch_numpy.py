"""An epoch of SGD in numpy as a process, for its memory. python epoch_numpy.py CIFAR10-FOLDER"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from peers import in_numpy  # noqa: E402

work = in_numpy.sgd({"folder": sys.argv[1]})
work.run(work.prepare())
