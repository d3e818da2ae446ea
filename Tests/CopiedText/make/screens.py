"""The screen of lc itself, copied out of terminals and recordings of terminals."""

import json
import os
import pty
import re
import select
import subprocess
import time

from copies import Folder, copy, joiners_stay

LC = os.environ.get("LC", "lc")


class Tmux:
    """A session of lc in a window of tmux, where the statements of a page are typed."""

    def __init__(self, folder, columns, rows=400, command=None):
        self.socket = str(folder.path / "tmux")
        env = dict(os.environ, XDG_STATE_HOME=str(folder.path), TERM="xterm-256color", LC_ALL="C.UTF-8")
        self.call("new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder.path),
                  command or LC, env=env)
        self.settle()

    def call(self, *words, **more):
        return subprocess.run(["tmux", "-S", self.socket, "-f", "/dev/null", *words],
                              capture_output=True, check=True, **more).stdout

    def settle(self):
        """Waits until the screen stays as it is."""
        last, same = b"", 0
        while same < 3:
            time.sleep(0.15)
            now = self.call("capture-pane", "-p")
            same = same + 1 if now == last else 0
            last = now

    def type(self, statements):
        for statement in statements:
            for line in statement:
                self.call("send-keys", "-l", line.strip())
                self.call("send-keys", "Enter")
            self.settle()

    def capture(self, *options):
        text = self.call("capture-pane", "-p", *options).decode()
        self.call("kill-server")
        return text.rstrip("\n") + "\n"


def screen(page, columns, *options):
    with Folder() as folder:
        window = Tmux(folder, columns)
        window.type(page.statements)
        return window.capture(*options)


copy("screens", "tmux-80", only=joiners_stay)(lambda page: screen(page, 80))
copy("screens", "tmux-80-joined", only=joiners_stay)(lambda page: screen(page, 80, "-J"))
copy("screens", "tmux-40", only=joiners_stay)(lambda page: screen(page, 40))
copy("screens", "tmux-40-joined", only=joiners_stay)(lambda page: screen(page, 40, "-J"))
copy("screens", "tmux-colour", only=joiners_stay)(lambda page: screen(page, 80, "-e"))
copy("screens", "terminal-120-trailing-spaces", only=joiners_stay)(
    lambda page: "\n".join(l.ljust(120) for l in screen(page, 120).splitlines()))


@copy("screens", "scroll-back", only=joiners_stay)
def scroll_back(page):
    """Before lc and after it there is a shell."""
    inside = screen(page, 80)
    return "student@lab:~/notes$ lc\n" + inside.rstrip() + " quit\nstudent@lab:~/notes$ ls\ncurve.svg  notes.md\n"


@copy("screens", "scroll-back-begins-in-output", only=joiners_stay)
def begins_in_output(page):
    """The copy begins with lc's welcome cut off."""
    return screen(page, 80).split("\n", 2)[2]


def recorded(page, columns=80):
    """What lc writes while the page's statements are typed: (seconds, bytes)."""
    events = []
    with Folder() as folder:
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(folder.path)
            os.environ.update(XDG_STATE_HOME=str(folder.path), TERM="xterm-256color", LC_ALL="C.UTF-8",
                              COLUMNS=str(columns), LINES="40")
            os.execv(LC, [LC])
        seconds = 0.0

        def drain(wait=0.4):
            nonlocal seconds
            while select.select([terminal], [], [], wait)[0]:
                try:
                    data = os.read(terminal, 65536)
                except OSError:
                    return
                if not data:
                    return
                seconds += 0.25
                events.append((seconds, data))

        drain(1)
        for statement in page.statements:
            for line in statement:
                os.write(terminal, line.strip().encode() + b"\r")
                drain(0.15)
            drain()
        os.write(terminal, b"quit\r")
        drain(1)
        os.close(terminal)
        os.waitpid(child, 0)
    return events


@copy("screens", "script", only=joiners_stay)
def typescript(page):
    body = b"".join(data for _, data in recorded(page))
    return (b'Script started on 2026-04-01 15:21:05+09:00 [TERM="xterm-256color" TTY="/dev/pts/3"]\n'
            + body + b'\nScript done on 2026-04-01 15:24:11+09:00 [COMMAND_EXIT_CODE="0"]\n')


@copy("screens", "asciinema", only=joiners_stay)
def cast(page):
    header = {"version": 2, "width": 80, "height": 24, "timestamp": 1775024465,
              "env": {"SHELL": "/bin/bash", "TERM": "xterm-256color"}}
    lines = [json.dumps(header)]
    held = b""
    for seconds, data in recorded(page):
        held += data
        try:
            text = held.decode()
        except UnicodeDecodeError:
            continue
        held = b""
        lines.append(json.dumps([seconds, "o", text]))
    return "\n".join(lines) + "\n"


def batch(page):
    """Each statement behind its prompt, with what it shows, as on a wide screen."""
    with Folder() as folder:
        out = []
        text = subprocess.run([LC, "--json", "-c", page.script], capture_output=True, cwd=folder.path,
                              check=True, text=True).stdout
        for number, line in enumerate(text.splitlines(), 1):
            cell = json.loads(line)
            source = cell["source"].splitlines()
            out.append((number, source, [l for o in cell.get("output", []) for l in o.splitlines()]))
        return out


def transcript(page, prompt, more):
    lines = []
    for number, source, output in batch(page):
        lines.append(prompt.replace("N", str(number)) + source[0])
        lines += [more.replace("N", str(number)) + line for line in source[1:]]
        lines += output
    return "\n".join(lines) + "\n"


copy("screens", "transcript")(lambda page: transcript(page, "[N] lc> ", "        "))
copy("screens", "transcript-plain-prompt")(lambda page: transcript(page, "lc> ", "...> "))
copy("screens", "transcript-python-prompt")(lambda page: transcript(page, ">>> ", "... "))
copy("screens", "transcript-ipython")(lambda page: transcript(page, "In [N]: ", "   ...: "))
copy("screens", "transcript-box")(lambda page: box(transcript(page, "[N] lc> ", "        ")))
copy("screens", "transcript-quoted")(
    lambda page: "".join("> " + l + "\n" for l in transcript(page, "[N] lc> ", "        ").splitlines()))


@copy("screens", "bare-with-outputs")
def bare_with_outputs(page):
    """The prompts were not copied, the outputs were."""
    return "\n".join(line for _, source, output in batch(page) for line in source + output) + "\n"


def box(text):
    lines = text.splitlines()
    width = max(len(line) for line in lines)
    return ("┌" + "─" * (width + 2) + "┐\n" + "".join(f"│ {l.ljust(width)} │\n" for l in lines)
            + "└" + "─" * (width + 2) + "┘\n")
