"""lc and the peers' workers, side by side, and the data they all get."""
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import instruction_sets
from programs import TooSlow, Worker, run
from row import NO_TIME

PROGRAMS = Path(__file__).parent / "peers"
# A pool of threads looks for more work for a while after its last, and takes the cores with that.
SETTLING = 0.2
# Seconds in which nothing is begun.
LEAST = 3


class Bench:
    def __init__(self, lc, inputs, options, libraries, clock):
        self.lc, self.inputs, self.clock = lc, inputs, clock
        self.most_patience = options.patience
        # The time that the present row has.
        self.turn = clock
        self.libraries, self.gap = options.libraries, options.gap
        self.threads, self.quick = options.threads, options.quick
        self.environment = instruction_sets.peers_environment(options.cpu, options.threads)
        self.kernels = lc.kernels()
        # All start at once, and say how they compute when they have loaded.
        chosen = [library for library in options.libraries if library in libraries]
        self.workers = {library: self.worker(library) for library in chosen}
        self.computes_with = {}
        for library, worker in list(self.workers.items()):
            try:
                self.computes_with[library] = worker.greeting()
            except (RuntimeError, TooSlow) as error:
                print(f"left out: {library}, {error}", file=sys.stderr)
                del self.workers[library]

    @property
    def patience(self):
        """Seconds that one run may take."""
        return self.within(self.most_patience)

    def within(self, seconds):
        """The seconds, or those that are left of the row's time."""
        if not self.turn.allows(LEAST):
            raise RuntimeError(NO_TIME)
        return min(seconds, self.turn.left)

    @contextmanager
    def part(self, share):
        """Gives what runs within it a share of the row's time that is left."""
        whole = self.turn
        self.turn = whole.share(share)
        try:
            yield
        finally:
            self.turn = whole

    def worker(self, library):
        return Worker(library, self.inputs, self.environment, self.threads)

    def has(self, peer):
        there = peer.library in self.workers or peer.program and peer.library in self.libraries
        return there and (peer.quick or not self.quick)

    def run_lc(self, statements, patience=None):
        """Runs lc on statements that name the inputs."""
        time.sleep(SETTLING)
        return self.lc.run(statements.format(**self.inputs), patience=self.within(patience or self.most_patience))

    def ask(self, peer, effort=None):
        """Runs a peer's task once; a worker that was too slow or ended is followed by a new one."""
        time.sleep(SETTLING)
        worker = self.workers[peer.library] or self.worker(peer.library)
        # Started when it is needed: starting takes the cores for seconds.
        self.workers[peer.library] = None
        asked = {"task": peer.task, "settings": peer.settings, "effort": effort}
        answer = worker.run(asked, self.patience)
        self.workers[peer.library] = worker
        return answer

    def program(self, peer):
        command = [sys.executable, str(PROGRAMS / f"{peer.program}.py"), self.inputs["folder"]]
        return run(command, self.patience, self.environment)

    def stop(self):
        for worker in filter(None, self.workers.values()):
            worker.stop()
        self.workers = {}
