"""What the machine can do at most, by small C programs: products a second with each instruction set, and
bytes of memory read."""
import subprocess
import tempfile
from pathlib import Path

import instruction_sets

SOURCES = Path(__file__).parent / "limits"
PRODUCTS = ("fma", "int16", "bytes")
COMPILERS = ("clang", "gcc", "cc")


class Limits:
    """The programs, built once; each measurement keeps the better of its own and the earlier rates,
    since on a busy machine the better is nearer to what it can do."""

    def __init__(self, threads):
        self.threads, self.rates = threads, {}
        self.folder = tempfile.TemporaryDirectory()
        self.programs = {("memory", "any"): self.build("memory", [])}
        for instructions, flags in instruction_sets.flags().items():
            for limit in PRODUCTS:
                self.programs[limit, instructions] = self.build(limit, flags)

    def build(self, limit, flags):
        """The program's path; None where the compiler or the instruction set lacks it."""
        path = f"{self.folder.name}/{limit}{len(flags)}{''.join(flags)}"
        for compiler in COMPILERS:
            command = [compiler, "-O3", *flags, "-pthread", str(SOURCES / f"{limit}.c"), "-o", path]
            try:
                subprocess.run(command, check=True, capture_output=True)
                return path
            except (OSError, subprocess.CalledProcessError):
                continue
        return None

    def measure(self):
        """Runs every program; one that ends by a signal tells that its instructions are not there."""
        missing = set()
        for (limit, instructions), path in self.programs.items():
            answer = path and subprocess.run(
                [path, str(self.threads)], capture_output=True, text=True, check=False)
            if answer and answer.returncode == 0:
                earlier = self.rates.get((limit, instructions), 0)
                self.rates[limit, instructions] = max(earlier, float(answer.stdout))
            elif answer:
                missing.add(instructions)
        self.rates = {key: rate for key, rate in self.rates.items() if key[1] not in missing}

    def rate(self, limit, instructions):
        """Units a second; where an instruction set has no products of a kind, by the next wider kind."""
        kinds = {"bytes": ("bytes", "int16", "fma"), "int16": ("int16", "fma")}.get(limit, (limit,))
        found = [self.rates.get((k, "any")) or self.rates.get((k, instructions)) for k in kinds]
        return next((rate for rate in found if rate), None)
