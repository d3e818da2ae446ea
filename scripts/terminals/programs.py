"""The programs whose lines are compared, each with a history of 100 000 entries."""

import dataclasses
import os
import shutil
import sqlite3
import sys

ENTRIES = 100_000


@dataclasses.dataclass
class Program:
    name: str
    words: list
    line: str
    opening: str
    # What has candidates.
    beginning: str
    # Keys that end a search and leave an empty line.
    leave_search: list

    def block(self, lines):
        """A block that is open, of some lines."""
        inner = ["  " + self.line.format(number) for number in range(lines - 1)]
        return "\n".join([self.opening] + inner)


def entry(number):
    return f"sgd lr=0.{number} epochs={number % 50}"


def lc(path, home):
    (home / "lc").mkdir(mode=0o700)
    history = home / "lc/history"
    history.write_text("".join(entry(number) + "\n" for number in range(ENTRIES)))
    history.chmod(0o600)
    return Program("lc", [path], "print ({} + 1)", "repeat 1 {", "plot w", ["\x07"])


def echo():
    """A small program in C that writes back what it reads: what it takes is the machine's and the harness's."""
    return Program("echo", ["sh", "-c", "stty raw -echo; exec cat"], "{}", "", "x", ["\x07"])


def fish(home):
    (home / "fish").mkdir()
    (home / "fish/fish_history").write_text(
        "".join(f"- cmd: {entry(number)}\n  when: {number}\n" for number in range(ENTRIES)))
    return Program("fish", ["fish"], "echo {}", "begin", "string s", ["\x1b", "\x1b", "\x15"])


def ipython(path, home):
    folder = home / "profile_default"
    folder.mkdir()
    database = sqlite3.connect(folder / "history.sqlite")
    database.executescript("""
        create table sessions (session integer primary key autoincrement, start timestamp, end timestamp,
          num_cmds integer, remark text);
        create table history (session integer, line integer, source text, source_raw text,
          primary key (session, line));
        create table output_history (session integer, line integer, output text, primary key (session, line));
        insert into sessions values (1, '2026-01-01', '2026-01-02', 0, '');""")
    database.executemany("insert into history values (1, ?, ?, ?)",
                         ((n + 1, entry(n), entry(n)) for n in range(ENTRIES)))
    database.commit()
    return Program(
        "ipython", [path, "--no-banner", f"--TerminalInteractiveShell.history_load_length={ENTRIES}"],
        "print({} + 1)", "for i in x:", "pri", ["\x07"])


def prepare(lc_path, folder, home):
    """The programs that are here, and their environment; says which are not."""
    found = [echo(), lc(os.path.abspath(lc_path), home)]
    if shutil.which("fish"):
        found.append(fish(home))
    own = f"{folder}/bin/ipython" if folder else None
    path = own if own and os.access(own, os.X_OK) else shutil.which("ipython")
    if path:
        found.append(ipython(path, home))
    for name in ["fish", "ipython"]:
        if name not in [program.name for program in found]:
            print(f"left out: {name} is not installed", file=sys.stderr)
    folders = {name: str(home) for name in
               ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "IPYTHONDIR"]}
    return found, os.environ | folders | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
