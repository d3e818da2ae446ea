"""A row of the benchmark: what lc runs, which peers do the same, how fast lc should be, and what the work
needs of the machine at least."""
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Callable

from programs import TooSlow

NO_TIME = "no time was left"


@dataclass(frozen=True)
class Peer:
    """A library's way to do a row's work: a task of its worker, or a program of its own."""

    library: str
    task: str | None = None
    # What the task's function gets besides the inputs.
    settings: dict = field(default_factory=dict)
    program: str | None = None
    # Tells the ways of one library apart.
    way: str = ""
    # How much a solver is first asked to do, and by what that is multiplied while it is not enough.
    effort: tuple | None = None
    # The effort that ends at what the solver takes for its optimum.
    exact: float | None = None
    # Whether a quick run has the time for it.
    quick: bool = True

    @property
    def name(self):
        return f"{self.library} {self.way}".strip()


def peers(**tasks):
    """Peers of one way each: library=task."""
    return [Peer(library, task) for library, task in tasks.items()]


@dataclass
class Row:
    name: str
    title: str
    # Statements for lc, by the inputs' names.
    script: str
    # What is measured of a run of lc.
    value: Callable
    peers: list = field(default_factory=list)
    # Instruction set → peer, or "limit" → how many times faster, or which share.
    goals: dict = field(default_factory=dict)
    # Each entry's parts compete for the same place: {limit: units}.
    needs: list = field(default_factory=list)
    # Whether it is a main row, which a quick run has as well.
    quick: bool = True
    # What is measured of a peer that is a program: its seconds or its peak memory.
    quantity: str = "seconds"
    # The table that the row stands in.
    table: str = "passes"
    # Refuses a run of lc that does not do the work.
    check: Callable = lambda record: None
    # Participant → round → what was measured; participant → why nothing was, and the seconds that its
    # work takes more than, where that is known.
    measured: dict = field(default_factory=dict)
    absent: dict = field(default_factory=dict)
    at_least: dict = field(default_factory=dict)
    # How many rounds there were, and the seconds of the longest one.
    turns: int = 0
    longest: float = 0

    def turn(self, bench, number):
        """One round: lc, then each peer, a slow one in the first round only."""
        run = bench.run_lc(self.script)
        self.check(run.last)
        self.note("lc", number, self.value(run))
        for peer in self.peers:
            if bench.has(peer) and not (number and self.is_left_out(peer.name, bench)):
                with self.absence(peer.name, bench):
                    self.note(peer.name, number, self.ask(bench, peer))

    def ask(self, bench, peer):
        if peer.task:
            return bench.ask(peer)["seconds"]
        return getattr(bench.program(peer), self.quantity)

    def is_left_out(self, name, bench):
        """A slow peer's first time tells as much as five."""
        times = self.measured.get(name)
        return not times or times[0] > bench.most_patience / 4

    @contextmanager
    def absence(self, name, bench):
        """Notes why nothing is measured of a participant, and goes on with the next."""
        try:
            yield
        except TooSlow as error:
            self.absent[name] = str(error)
            if self.measures_whole_runs:
                self.at_least[name] = error.seconds
        except RuntimeError as error:
            self.absent[name] = str(error)
        except Exception as error:
            # Whatever fails is told in its place, and the other rows are measured.
            self.absent[name] = f"{type(error).__name__}: {error}"
            traceback.print_exc()

    def note(self, name, number, value):
        self.measured.setdefault(name, {})[number] = value

    def median(self, name):
        values = self.measured.get(name, {}).values()
        return median(values) if values else None

    @property
    def measures_whole_runs(self):
        """Whether a time that is measured is that of the whole run, and no part of it."""
        return False

    def ways(self, library=None):
        """The names of all peers, or of those of a library, which may be the name of a single one."""
        return [peer.name for peer in self.peers if library in (None, peer.library, peer.name)]

    def least_ratio(self, library=None):
        """How many times faster than its peers lc is at least, where some of its ways took too long: by the
        least time that a way took, or takes more than. None where a way had no time to begin."""
        ways = [way for way in self.ways(library) if not self.fails(way)]
        times = [self.median(way) or self.at_least.get(way) for way in ways]
        ours = self.median("lc")
        return min(times) / ours if ours and times and all(times) else None

    def fails(self, name):
        """Whether a participant was asked and does not come to the end at all, or was not asked."""
        reason = self.absent.get(name)
        return name not in self.measured and (reason is None or NO_TIME not in reason) \
            and name not in self.at_least

    def is_exact(self, name, library=None):
        """Whether none of the other ways, of all or of a library, may take less time than this one does."""
        others = [way for way in self.ways(library) if way not in self.measured and not self.fails(way)]
        return all(self.at_least.get(way, 0) >= self.median(name) for way in others)

    def ratio(self, name):
        """How many times faster than a peer lc is: the median of the rounds' ratios."""
        ours, theirs = self.measured.get("lc", {}), self.measured.get(name, {})
        ratios = [theirs[number] / ours[number] for number in theirs if number in ours]
        return median(ratios) if ratios else None

    def fastest_peer(self, library=None):
        """The peer that counts: the fastest of all, or of a library."""
        names = [p.name for p in self.peers if library in (None, p.library) and self.median(p.name)]
        return min(names, key=self.median, default=None)

    def share(self, limits, kernels):
        """The greatest share of the row's time that a limit alone needs, and which limit it is."""
        shares = []
        for need in self.needs:
            rates = [limits.rate(limit, kernels) for limit in need]
            if self.median("lc") and all(rates):
                seconds = sum(units / rate for units, rate in zip(need.values(), rates))
                shares.append((seconds / self.median("lc"), " + ".join(need)))
        return max(shares, default=None)

    def most_ratio(self, name):
        """How many times faster than a peer lc is at most, where lc took too long."""
        ours, theirs = self.at_least.get("lc"), name and self.median(name)
        return theirs / ours if ours and theirs else None

    def verdicts(self, limits, kernels):
        """Each goal of this instruction set with what was reached: (what, goal, reached, and < or > where
        that is a bound)."""
        goals = self.goals.get("avx512" if kernels.startswith("avx512") else "avx2", {})
        for what, goal in goals.items():
            if what == "limit":
                share = self.share(limits, kernels)
                yield what, goal, share and share[0], ""
            else:
                name = what if what in self.measured else self.fastest_peer(what)
                exact = name and self.is_exact(name, what) and self.ratio(name)
                least, most = self.least_ratio(what), self.most_ratio(name)
                yield what, goal, exact or least or most, "" if exact else ">" if least else "<"


def last_seconds(units=1):
    """What the last statement says of its own seconds."""
    return lambda run: run.last["seconds"] / units


# A statement whose own time counts, as a peer's counts without its start and its imports.
CELLS = "; cells"


def cell_seconds(run):
    """The first statement's seconds, by the table that CELLS asks for."""
    return run.last["cells"][0]["seconds"]
