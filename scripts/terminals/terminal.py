"""A program on a pseudo-terminal that answers as terminals do."""

import fcntl
import glob
import os
import pty
import select
import signal
import struct
import termios
import threading
import time


class Terminal:
    """A program on a pseudo-terminal."""

    running = []

    def __init__(self, words, environment, columns=120, rows=60):
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.execvpe(words[0], words, environment)
        self.text = b""
        self.resize(columns, rows)
        Terminal.running.append(self)

    def resize(self, columns, rows):
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def processor(self):
        """Milliseconds of the processor that all threads have taken; None where the system does not say."""
        try:
            files = glob.glob(f"/proc/{self.process}/task/*/schedstat")
            return sum(int(open(file).read().split()[0]) for file in files) / 1e6 if files else None
        except OSError:
            return None

    def read(self, silence):
        """Reads until nothing comes for some seconds; gives when the last bytes came."""
        last = None
        while select.select([self.file], [], [], silence)[0]:
            try:
                text = os.read(self.file, 1 << 16)
            except OSError:
                return last
            last = time.perf_counter()
            self.text += text
            # A program that asks where its cursor is, or what the terminal is, waits for an answer.
            if b"\x1b[6n" in text:
                self.write("\x1b[1;1R")
            if b"\x1b[c" in text or b"\x1b[0c" in text:
                self.write("\x1b[?62;c")
        return last

    def write(self, text):
        data = text.encode()
        while data:
            data = data[os.write(self.file, data):]

    def paste(self, text):
        """A paste is written beside, because a program that draws meanwhile waits for its reader."""
        threading.Thread(target=self.write, args=("\x1b[200~" + text + "\x1b[201~",)).start()

    def end(self):
        if self not in Terminal.running:
            return
        Terminal.running.remove(self)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.file)

    @staticmethod
    def end_all():
        for terminal in list(Terminal.running):
            terminal.end()
