"""Running lc and other programs, and the peers' workers."""
import json
import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
# Seconds that a library may take until it says how it computes.
LOADING = 120


class TooSlow(Exception):
    """What was run takes longer than there is patience for: than these seconds."""

    def __init__(self, seconds):
        super().__init__(f"> {seconds:.3g} s")
        self.seconds = seconds


@dataclass
class Run:
    output: str
    seconds: float
    memory: int

    @property
    def records(self):
        """What lc says of each statement."""
        return [json.loads(line)["record"] for line in self.output.splitlines()]

    @property
    def last(self):
        return self.records[-1]


class Lc:
    """The built program, statements in and records out."""

    def __init__(self, path, cpu, threads):
        self.path, self.cpu, self.threads = str(Path(path).resolve()), cpu, threads

    def options(self, threads=None):
        count = threads or self.threads
        return ["--cpu", self.cpu] + (["--threads", str(count)] if count else [])

    def run(self, statements, threads=None, patience=None):
        return run([self.path, "--json", *self.options(threads), "-c", statements], patience)

    def kernels(self):
        """The instruction set in use."""
        return self.run("status").last["cpu"]


def run(command, patience=None, environment=None):
    """Runs a program to its end; a failure is an error of its own words."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    try:
        output, errors = collect(process, patience and begin + patience)
    except BaseException:
        process.kill()
        process.wait()
        raise
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(error_line(errors.decode()))
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(output.decode(), seconds, memory)


def error_line(errors):
    """lc says what is wrong in its first line, Python in its last."""
    lines = errors.strip().splitlines() or ["it failed without a word"]
    return lines[-1] if lines[0].startswith("Traceback") else lines[0]


def collect(process, deadline):
    """Both streams to their ends."""
    begin = time.perf_counter()
    parts = {process.stdout: b"", process.stderr: b""}
    open_streams = list(parts)
    while open_streams:
        wait = None if deadline is None else max(0, deadline - time.perf_counter())
        ready, _, _ = select.select(open_streams, [], [], wait)
        if not ready:
            raise TooSlow(time.perf_counter() - begin)
        for stream in ready:
            part = os.read(stream.fileno(), 1 << 16)
            parts[stream] += part
            if not part:
                open_streams.remove(stream)
    return parts.values()


class Worker:
    """A library in a process of its own, which holds its data and waits for its turn."""

    def __init__(self, library, inputs, environment, threads):
        command = [sys.executable, str(HERE / "worker.py"), library, json.dumps(inputs), str(threads)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        self.kernels = None

    def greeting(self):
        """What the library computes with, which it says when it is ready."""
        if self.kernels is None:
            self.kernels = self.answer(LOADING)["kernels"]
        return self.kernels

    def run(self, request, patience):
        """Runs a task once: seconds of one unit of its work, and its result."""
        self.greeting()
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
        except OSError as error:
            raise RuntimeError("the worker ended") from error
        return self.answer(patience)

    def answer(self, patience):
        ready, _, _ = select.select([self.process.stdout], [], [], patience)
        if not ready:
            self.stop()
            raise TooSlow(patience)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the worker ended")
        return json.loads(line)

    def stop(self):
        self.process.kill()
        self.process.wait()
