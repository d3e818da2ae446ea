"""Copies out of developers' tools: numbering, paging, searching, differences, borders."""

import re
import time

from copies import Folder, copy, run
from screens import Tmux, box

DATES = {"GIT_AUTHOR_DATE": "2026-04-01T15:21:05+0900", "GIT_COMMITTER_DATE": "2026-04-01T15:21:05+0900",
         "GIT_AUTHOR_NAME": "TA", "GIT_AUTHOR_EMAIL": "ta@campus.example", "GIT_COMMITTER_NAME": "TA",
         "GIT_COMMITTER_EMAIL": "ta@campus.example", "GIT_CONFIG_GLOBAL": "/dev/null", "PATH": "/usr/bin:/bin",
         "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}

copy("tools", "cat-n")(lambda page: run(["cat", "-n"], page.script))
copy("tools", "cat-n-page")(lambda page: run(["cat", "-n"], page.markdown))
copy("tools", "cat-A", only=lambda page: page.script.isascii())(lambda page: run(["cat", "-A"], page.script))
copy("tools", "nl")(lambda page: run(["nl"], page.script))
copy("tools", "nl-page")(lambda page: run(["nl", "-ba", "-w3", "-s. "], page.markdown))
copy("tools", "nl-zeros")(lambda page: run(["nl", "-ba", "-nrz", "-w4", "-s: "], page.script))
copy("tools", "grep-n")(lambda page: run(["grep", "-n", ""], page.script))
copy("tools", "grep-colour")(lambda page: run(["grep", "-n", "--color=always", ""], page.script))
copy("tools", "pr")(lambda page: run(["pr", "-n", "-l", "30", "-h", "notes"], page.script))
copy("tools", "enscript-like-head")(lambda page: run(["head", "-v", "-n", "100", "-"], page.script))
copy("tools", "fold-40")(lambda page: fold(page, "-w", "40"))
copy("tools", "fold-60-words")(lambda page: run(["fold", "-s", "-w", "60"], page.markdown))
copy("tools", "fmt-prose")(lambda page: run(["expand", "-t", "4"], page.markdown.replace("    ", "\t")))


def fold(page, *options):
    """Wrapped at a width that counts letters, as a terminal does."""
    width = int(options[-1])
    lines = [line[i:i + width] for line in page.script.splitlines() for i in range(0, len(line), width)]
    return "\n".join(lines) + "\n"


def viewed(page, text, command, keys=(), columns=80):
    with Folder() as folder:
        folder.write("notes.txt", text)
        folder.write("plan.lc", page.script)
        window = Tmux(folder, columns, rows=120, command=command + " notes.txt")
        for key in keys:
            window.call("send-keys", key)
        time.sleep(0.3)
        return window.capture()


copy("tools", "less-N")(lambda page: viewed(page, page.markdown, "less -N"))
copy("tools", "less-N-script")(lambda page: viewed(page, page.script, "less -N"))
copy("tools", "less-N-narrow")(lambda page: viewed(page, page.script, "less -N", columns=50))
copy("tools", "watch-like-split")(lambda page: split_panes(page))


def split_panes(page):
    """Two panes of tmux beside each other, copied with the border between them; the right one is empty."""
    return "".join(f"{line.ljust(60)}│$\n" if n == 0 else f"{line.ljust(60)}│\n"
                   for n, line in enumerate(page.script.splitlines()))


def bat(page, *options, name="notes.lc"):
    return run(["batcat", "--paging=never", "--terminal-width=80", f"--file-name={name}", *options],
               page.script)


copy("tools", "bat-full")(lambda page: bat(page, "--style=full", "--decorations=always"))
copy("tools", "bat-colour")(lambda page: bat(page, "--style=full", "--decorations=always", "--color=always",
                                             "--language=bash"))
copy("tools", "bat-numbers")(lambda page: bat(page, "--style=numbers", "--decorations=always"))


class Repository(Folder):
    def git(self, *words):
        return self.run("git", *words, env=DATES)

    def commit(self, name, text, message):
        self.write(name, text)
        self.git("add", name)
        self.git("commit", "-q", "-m", message)


def repository(page, name, old, new, *command):
    with Repository() as repo:
        repo.git("init", "-q")
        repo.commit(name, old, "Begin the notes")
        if new is not None:
            repo.commit(name, new, "Mend the rates")
        return repo.git(*command)


def earlier(page):
    """The script as it was before: other numbers, and a line less."""
    lines = page.script.splitlines()
    lines = [re.sub(r"epochs=\d+", "epochs=1", line) for line in lines]
    return "\n".join(lines[1:]) + "\nloss\n"


def earlier_markdown(page):
    return page.markdown.replace("1e-3", "5e-2").replace("```lc\n", "```lc\nstatus\n", 1)


copy("tools", "git-diff")(lambda page: repository(
    page, "notes.lc", earlier(page), page.script, "diff", "-U99", "HEAD~1"))
copy("tools", "git-diff-colour")(lambda page: repository(
    page, "notes.lc", earlier(page), page.script, "diff", "-U99", "--color=always", "HEAD~1"))
copy("tools", "git-diff-page")(lambda page: repository(
    page, "notes.md", earlier_markdown(page), page.markdown, "diff", "-U99", "HEAD~1"))
copy("tools", "git-show-new-file")(lambda page: repository(page, "notes.lc", page.script, None, "show"))
copy("tools", "format-patch")(lambda page: repository(
    page, "notes.md", "\n", page.markdown, "format-patch", "-1", "--stdout"))
copy("tools", "git-blame")(lambda page: repository(
    page, "notes.lc", earlier(page), page.script, "blame", "notes.lc"))
copy("tools", "git-blame-page")(lambda page: repository(
    page, "notes.md", earlier_markdown(page), page.markdown, "blame", "notes.md"))
copy("tools", "git-grep")(lambda page: repository(
    page, "notes.lc", page.script, None, "grep", "-n", "", "HEAD", "--", "notes.lc"))
copy("tools", "git-log-p")(lambda page: repository(
    page, "notes.lc", page.script, None, "log", "-p", "--stat"))


@copy("tools", "diff-u")
def diff_u(page):
    with Folder() as folder:
        folder.write("old.lc", earlier(page))
        folder.write("new.lc", page.script)
        text = folder.run("sh", "-c", "diff -U 99 old.lc new.lc || true").decode()
        return re.sub(r"(?m)^((?:---|\+\+\+) \S+)\t.*$", r"\1\t2026-04-01 15:21:05", text)


copy("tools", "box")(lambda page: box(page.script))
copy("tools", "box-ascii")(lambda page: re.sub("[┌┐└┘]", "+", box(page.script)).replace("─", "-").replace("│", "|"))
copy("tools", "box-left")(lambda page: "".join(f"┃ {line}\n" for line in page.script.splitlines()))
copy("tools", "box-double")(lambda page: box(page.script).translate(str.maketrans("┌┐└┘─│", "╔╗╚╝═║")))


@copy("tools", "vim")
def vim(page):
    lines = page.script.splitlines()
    rows = [f"{number:3} {line}" for number, line in enumerate(lines, 1)]
    return "\n".join(rows + ["~"] * 6 + ['"notes.lc" %dL, %dB' % (len(lines), len(page.script.encode()))]) + "\n"


@copy("tools", "hexdump", refusal="bytes in hexadecimal")
def hexdump(page):
    return run(["od", "-A", "x", "-t", "x1z"], page.script)


@copy("tools", "less-chopped", refusal="lines that are cut off at the edge of the window")
def chopped(page):
    return viewed(page, page.script, "less -S", columns=24)
