"""Running lc, the peers' workers and the limits program."""
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass
class LcRun:
    records: list
    seconds: float
    memory: int

    @property
    def last(self):
        return self.records[-1]


class Lc:
    """The built program, statements in and records out."""

    def __init__(self, path, threads):
        self.path, self.threads, self.last = str(Path(path).resolve()), threads, {}

    def run(self, statements, threads=None):
        """Seconds of the whole process, its peak bytes, and a record a statement."""
        count = threads or self.threads
        options = ["--json"] + (["--threads", str(count)] if count else [])
        begin = time.perf_counter()
        process = subprocess.Popen(
            [self.path, *options, "-c", statements], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        output, errors = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begin
        if process.returncode != 0:
            raise RuntimeError(errors.decode().strip().splitlines()[0])
        records = [json.loads(line)["record"] for line in output.decode().splitlines()]
        self.last = records[-1]
        return LcRun(records, seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


class Worker:
    """A peer that holds its data and waits for its turn."""

    def __init__(self, peer, folder, threads):
        environment = dict(os.environ)
        if threads:
            environment |= {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "worker.py"), peer, folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )
        self.rows = json.loads(self.process.stdout.readline())
        for row in self.rows:
            if row not in ("optimum", "numeric"):
                self.run(row)

    def run(self, row):
        self.process.stdin.write(row + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def process_seconds(command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def peak_memory(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def limits(source, threads):
    """Multiply-adds, byte products and bytes of memory a second; empty without a C compiler."""
    # Compilers do not use the widest vectors of some CPUs unless told so.
    for compiler, *options in (("clang", "-mprefer-vector-width=512"), ("clang",), ("cc",)):
        with tempfile.TemporaryDirectory() as folder:
            program = f"{folder}/limits"
            build = [compiler, "-O3", "-march=native", *options, "-pthread", str(source)]
            try:
                subprocess.run([*build, "-o", program], check=True, capture_output=True)
                answer = subprocess.run(
                    [program, str(threads)], check=True, capture_output=True, text=True)
                return json.loads(answer.stdout)
            except (OSError, subprocess.CalledProcessError):
                continue
    return {}
