"""A session of lc on a pseudo-terminal: statements go in, Ctrl-C comes as a signal, and how long the
next prompt takes is measured."""
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
import time
from fcntl import ioctl

PROMPT = re.compile(rb"\[(\d+)\] lc> ")


class Session:
    def __init__(self, lc, folder, state=None):
        # A session that is killed leaves a journal, which the next one would offer.
        self.state = state or tempfile.TemporaryDirectory()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="dumb", LC_ALL="C.UTF-8", XDG_STATE_HOME=self.state.name, HOME=folder)
            os.chdir(folder)
            os.execv(lc, [lc])
        ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 300, 0, 0))
        self.seen = b""
        self.cell = 0
        self.prompt(60)

    def read(self, seconds):
        """Takes what has come within some time; false when the program has ended."""
        if select.select([self.terminal], [], [], max(0, seconds))[0]:
            try:
                self.seen += os.read(self.terminal, 1 << 16)
            except OSError:
                return False
        return True

    def prompt(self, seconds):
        """Waits for a prompt; gives the number of its cell, or None where none came in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.read(end - time.monotonic()):
                raise EOFError(self.seen[-2000:].decode(errors="replace"))
            found = list(PROMPT.finditer(self.seen))
            if found:
                self.answer, self.seen = self.seen, b""
                self.cell = int(found[-1][1])
                return self.cell
        return None

    def send(self, statement):
        """Types a statement and waits until it is taken."""
        self.seen = b""
        os.write(self.terminal, statement.encode() + b"\r")
        while b"\n" not in self.seen:
            if not self.read(60):
                raise EOFError(statement)
        # The echo may hold the old prompt.
        self.seen = self.seen.split(b"\n", 1)[1]

    def run(self, statement, seconds=600):
        """Runs a statement to its end; gives its seconds."""
        begin = time.monotonic()
        self.send(statement)
        if self.prompt(seconds) is None:
            raise TimeoutError(statement)
        return time.monotonic() - begin

    def interrupt(self, statement, after, patience=60):
        """Runs a statement and presses Ctrl-C after some seconds.

        Gives the seconds to the next prompt: all of them, and those without waiting for a core. None
        where the statement ended before, or the signal came before it began.
        """
        before = self.cell
        self.send(statement)
        if self.prompt(after) is not None:
            return None
        waits = Waits(self.pid)
        begin = time.monotonic()
        os.kill(self.pid, signal.SIGINT)
        if self.prompt(patience) is None:
            self.close()
            raise TimeoutError(statement)
        total = time.monotonic() - begin
        if self.cell == before:
            return None
        return total, max(0, total - waits.seconds())

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


class Waits:
    """How long the threads of a process have waited for a core: the most of any one thread."""

    def __init__(self, pid):
        self.pid = pid
        self.before = self.now()

    def now(self):
        waits = {}
        try:
            for thread in os.listdir(f"/proc/{self.pid}/task"):
                with open(f"/proc/{self.pid}/task/{thread}/schedstat") as file:
                    waits[thread] = int(file.read().split()[1]) / 1e9
        except OSError:
            pass
        return waits

    def seconds(self):
        now = self.now()
        return max((now[t] - self.before.get(t, 0) for t in now), default=0)
