"""A row whose participants solve one problem: each is given the least effort, by doubling, at which its
W and b are within the gap of the best value of the objective, and is timed at that effort."""
import math
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from programs import TooSlow
from row import Row

# Less than this of a gain by more effort is none, and a solver ends after some efforts without.
LEAST_GAIN, PATIENT_EFFORTS = 1e-5, 2
# The value that the race is judged by is looked for this many times as long as a participant may take.
EXACTLY = 4
# A last effort takes this share of the time that there is, and is at least this many times the one before.
CAREFUL, WORTH_IT = 0.85, 1.2


class Attempt(NamedTuple):
    seconds: float
    value: float
    # The share of weights that are exactly zero.
    zeros: float


@dataclass
class Race(Row):
    # Statements that end at the optimum itself, for its value.
    exact: str = ""
    judged_by: str = "loss"
    table: str = "solvers"
    effort: tuple = (8, 2)
    target: float = math.inf
    efforts: dict = field(default_factory=dict)
    # Participant → its last attempt, or the one that was enough.
    attempts: dict = field(default_factory=dict)

    def turn(self, bench, number):
        """In the first round every participant looks for its effort."""
        if number == 0:
            self.target = self.best_value(bench) * (1 + bench.gap)
        self.take_part("lc", self.effort, lambda effort: self.our_attempt(bench, effort), bench, number)
        peers = [peer for peer in self.peers if bench.has(peer) and peer.effort]
        for place, peer in enumerate(peers):
            # So that every peer has its part of the time, and a bound where that is not enough.
            with bench.part(1 / (len(peers) - place)):
                self.take_part(
                    peer.name, peer.effort,
                    lambda effort, peer=peer: self.their_attempt(bench, peer, effort), bench, number)

    def best_value(self, bench):
        """The objective at the optimum, as lc or a peer that is asked for it finds it."""
        values = []
        if self.exact:
            with self.absence("lc, exactly", bench):
                found = bench.run_lc(self.exact, patience=EXACTLY * bench.most_patience).last
                values.append(self.judge(found))
        for peer in self.peers:
            if peer.exact and bench.has(peer):
                with self.absence(f"{peer.name}, exactly", bench):
                    values.append(self.reached(
                        lambda effort, peer=peer: self.their_attempt(bench, peer, effort),
                        *peer.effort, peer.exact, bench.most_patience))
        if self.exact and not values:
            # No proof is in time: the aim is the best that lc comes to.
            values.append(self.reached(
                lambda effort: self.our_attempt(bench, effort), *self.effort, None,
                bench.most_patience))
        if not values:
            raise RuntimeError("; ".join(["the best value is not known", *self.absent.values()]))
        return min(values)

    def reached(self, attempt, effort, factor, exact, patience):
        """A participant's value with the effort that is exact, or the most that there is patience for."""
        found, beyond = None, min if factor > 1 else max
        while True:
            try:
                found = attempt(effort)
            except TooSlow:
                if found is None:
                    raise
                return found.value
            if effort == exact or found.seconds * max(factor, 1) > patience:
                return found.value
            effort = beyond(effort * factor, exact or effort * factor)

    def take_part(self, name, effort, attempt, bench, number):
        if number and (name not in self.efforts or self.is_left_out(name, bench)):
            return
        with self.absence(name, bench):
            seconds = (
                attempt(self.efforts[name]).seconds if number
                else self.search(name, attempt, *effort, bench))
            self.note(name, number, seconds)

    def search(self, name, attempt, effort, factor, bench):
        """Seconds at the least effort that is enough, to the square root of the factor. Where more effort
        would take longer than there is patience for, by the time of the one before, the last one is what
        there is patience for: a time that is not enough is a bound."""
        earlier, before, without_gain = None, math.inf, 0
        while True:
            found = self.attempts[name] = self.next(name, earlier, lambda: attempt(effort))
            if found.value <= self.target:
                break
            without_gain = without_gain + 1 if found.value > before * (1 - LEAST_GAIN) else 0
            if without_gain == PATIENT_EFFORTS:
                raise RuntimeError(f"ends at {found.value:.6g}")
            earlier, before = effort, found.value
            effort = self.next(name, earlier, lambda: more(effort, factor, found.seconds, bench.patience))
        self.efforts[name] = effort
        if earlier:
            between = rounded(math.sqrt(earlier * effort), like=effort)
            with suppress(TooSlow, RuntimeError):
                fewer = attempt(between)
                if fewer.value <= self.target:
                    self.efforts[name], self.attempts[name] = between, fewer
        return self.attempts[name].seconds

    def next(self, name, earlier, step):
        """What a step of the search gives. Where there is no time for it, the bound is the time of the attempt
        before, which was not enough: how much that of more effort would have been is not known."""
        try:
            return step()
        except (TooSlow, RuntimeError) as error:
            if earlier is None:
                raise
            raise TooSlow(self.attempts[name].seconds) from error

    def our_attempt(self, bench, effort):
        statements = self.script.replace("{effort}", str(effort))
        run = bench.run_lc(statements + "; save weights '{scratch}/lc.npz'")
        solved = run.records[-2]
        W = np.load(f"{bench.inputs['scratch']}/lc.npz")["W"]
        return Attempt(solved["seconds"], self.judge(solved), float((W == 0).mean()))

    def their_attempt(self, bench, peer, effort):
        answer = bench.ask(peer, effort)
        result = answer["result"]
        return Attempt(answer["seconds"], self.judge(result), result["zeros"])

    def judge(self, result):
        """What participants are compared by: the objective, or the share of wrong answers."""
        if self.judged_by == "loss":
            return result["loss"]
        return 1 - result["train_accuracy"]

    @property
    def measures_whole_runs(self):
        return True

    def share(self, limits, kernels):
        """A solver's work is at least a pass an iteration, where its effort is a number of them."""
        found, effort = super().share(limits, kernels), self.efforts.get("lc")
        return (found[0] * effort, found[1]) if found and isinstance(effort, int) else None


def rounded(effort, like):
    return round(effort) if isinstance(like, int) else effort


def more(effort, factor, seconds, patience):
    """The effort after one that took these seconds and was not enough."""
    if factor < 1 or seconds * factor <= patience:
        return effort * factor
    # Times are not quite in proportion to efforts.
    fitting = rounded(effort * CAREFUL * patience / seconds, like=effort)
    if fitting < effort * WORTH_IT:
        raise TooSlow(seconds)
    return fitting
