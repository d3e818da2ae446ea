"""The list of all copies, filled by the modules beside this one."""

import dataclasses
import subprocess
import tempfile
import pathlib

ALL = []


@dataclasses.dataclass
class Copy:
    kind: str
    name: str
    make: object
    refusal: str  # why the statements cannot be known; empty when they can
    only: object  # which pages it fits


def copy(kind, name, refusal="", only=lambda page: True):
    def register(make):
        ALL.append(Copy(kind, name, make, refusal, only))
        return make
    return register


def run(command, text="", **more):
    """What a program makes of a text; bytes in, bytes out."""
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run(command, input=data, capture_output=True, **more)
    if done.returncode != 0:
        raise SystemExit(f"{command}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def joiners_stay(page):
    """Terminals and readers of PDF files drop the joiners of emoji: nobody could know what stood there."""
    return "\u200d" not in page.script


class Folder:
    """A folder for programs that read and write files."""

    def __enter__(self):
        self.keep = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.keep.name)
        return self

    def __exit__(self, *_):
        self.keep.cleanup()

    def write(self, name, text):
        data = text.encode() if isinstance(text, str) else text
        (self.path / name).write_bytes(data)

    def read(self, name):
        return (self.path / name).read_bytes()

    def run(self, *command, **more):
        return run(list(command), cwd=self.path, **more)
