"""What a peer does in a row."""
from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Work:
    run: Callable
    # The first run is of another kind: libraries compile and start threads in it.
    warm: bool = True
    # How many units of the row's work a run does.
    units: int = 1
    # What run is given, made before the clock starts.
    prepare: Callable = lambda: None
    # What is said of run's result, worked out after the clock stopped.
    judge: Callable = lambda result: result
