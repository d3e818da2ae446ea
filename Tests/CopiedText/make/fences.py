"""Markdown with other fences, and with prompts inside of them."""

from copies import copy
from pages import refence

for name, language in {"none": "", "LC": "LC", "text": "text", "myst": "{code-cell} lc",
                       "quarto": "{lc}", "attributes": "{.lc .numberLines}"}.items():
    copy("fences", f"fence-{name}")(lambda page, to=language: refence(page, to))
copy("fences", "fence-tildes")(lambda page: refence(page, "", "~~~", "~~~"))
copy("fences", "fence-console")(lambda page: refence(page, "console", prompt=("lc> ", "...> ")))
copy("fences", "fence-shell-session")(lambda page: refence(page, "shell-session", prompt=("lc> ", "  > ")))
copy("fences", "fence-dollar")(lambda page: refence(page, "console", prompt=("$ ", "> ")))
copy("fences", "fence-python-prompt")(lambda page: refence(page, "", prompt=(">>> ", "... ")))
copy("fences", "fence-jekyll")(lambda page: refence(page, " highlight text %}", "{%", "{% endhighlight %}"))
copy("fences", "fence-indented")(
    lambda page: "\n".join(("  " + line).rstrip() for line in page.markdown.splitlines()) + "\n")
copy("fences", "fence-obsidian")(
    lambda page: "> [!note] 노트\n" + "\n".join(("> " + l).rstrip() for l in page.markdown.splitlines()))


@copy("fences", "mixed-fences-and-bare")
def mixed(page):
    """Every second code block has lost its fence."""
    out, count, inside, bare = [], 0, None, False
    for line in page.markdown.splitlines():
        text = line.strip()
        if inside is None and text.startswith("```"):
            inside = text[3:]
            count += inside == "lc"
            bare = inside == "lc" and count % 2 == 0
            if not bare:
                out.append(line)
        elif inside is not None and text == "```":
            inside = None
            if not bare:
                out.append(line)
        else:
            out.append(line)
    return "\n".join(out) + "\n"


@copy("fences", "first-prompt-only")
def first_prompt(page):
    """Prompts on the first line of each block, bare lines after it."""
    out, first = [], False
    for line in refence(page, "lc").splitlines():
        text = line.strip()
        if first:
            indent = len(line) - len(line.lstrip())
            line = line[:indent] + "lc> " + line[indent:]
        first = text == "```lc"
        out.append(line)
    return "\n".join(out) + "\n"
