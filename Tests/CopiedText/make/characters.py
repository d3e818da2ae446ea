"""Statements whose characters an editor, a font or an encoding has changed."""

import re
import unicodedata

from copies import copy
from pages import prose_and_code


def text(page):
    """The page as plain text, code indented."""
    out = []
    for is_code, lines in prose_and_code(page):
        out += [("    " if is_code else "") + line for line in lines] + [""]
    return "\n".join(out)


def changed(name, change, of=lambda page: page.script, **more):
    copy("characters", name, **more)(lambda page: change(of(page)))


def outside_strings(change):
    return lambda script: "".join(
        part if part.startswith('"') else change(part) for part in re.split(r'("[^"\n]*")', script))


changed("crlf", lambda s: s.replace("\n", "\r\n"))
changed("cr", lambda s: s.replace("\n", "\r"))
changed("crlf-page", lambda s: s.replace("\n", "\r\n"), of=lambda page: page.markdown)
changed("line-separators", lambda s: s.replace("\n", "\u2028"))
changed("vertical-tabs", lambda s: s.replace("\n", "\v"))
changed("no-break-spaces", outside_strings(lambda s: s.replace(" ", "\u00a0")))
changed("narrow-spaces", outside_strings(lambda s: s.replace(" ", "\u202f")))
changed("ideographic-spaces", outside_strings(lambda s: s.replace(" ", "\u3000")))
changed("tabs", lambda s: s.replace("    ", "\t"))
changed("tabs-between-words", lambda s: re.sub(r"(?m)^(\w+) (\w)", "\\1\t\\2", s))
changed("trailing-spaces", lambda s: s.replace("\n", "   \t\n"))
changed("zero-width-spaces", outside_strings(lambda s: re.sub(r"([=,])", "\\1\u200b", s)))
changed("byte-order-mark", lambda s: "\ufeff" + s)
changed("direction-marks", lambda s: "".join(f"\u200e{line}\u200e\n" for line in s.splitlines()))
changed("soft-hyphens", outside_strings(lambda s: s.replace("epochs", "ep\u00adochs").replace("batch", "bat\u00adch")))
changed("wide-forms", outside_strings(lambda s: s.translate({c: c + 0xFEE0 for c in map(ord, "=,()[]")})))
changed("ligatures", outside_strings(lambda s: s.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")),
        of=text)
changed("minus-signs", outside_strings(lambda s: re.sub(r"(?<=[e(\s\[=,])-(?=\d)", "\u2212", s)))
changed("decomposed", lambda s: unicodedata.normalize("NFD", s), of=text)
changed("emoji", lambda s: "🚀 " + s.replace("\n\n", " 🎉\n\n", 1), of=text)

for encoding in ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig"]:
    changed(encoding, lambda s, to=encoding: (
        "\ufeff" if to.endswith(("le", "be")) else "").__add__(s).encode(to), of=text)
changed("cp949", lambda s: s.encode("cp949", errors="replace"), of=lambda page: page.markdown,
        only=lambda page: page.is_korean and page.markdown == page.markdown.encode(
            "cp949", errors="replace").decode("cp949"))
changed("latin-1", lambda s: s.replace(" and ", " \u00e0 la naïve ").encode("latin-1", errors="replace"),
        of=lambda page: page.script + "# caf\u00e9\n", only=lambda page: not page.is_korean)
changed("windows-1252", lambda s: s.encode("cp1252", errors="replace"), only=lambda page: not page.is_korean,
        of=lambda page: autocorrected(page, capitals=False))


def autocorrected(page, capitals=True):
    """What Word makes of lines that are typed in it."""
    out = []
    for is_code, lines in prose_and_code(page):
        if is_code and any("numpy" in line for line in lines):
            continue
        for line in lines:
            line = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", line).replace("...", "\u2026")
            line = re.sub(r"(?<=\de)-(?=\d)", "\u2013", line)
            if capitals and re.match(r"[a-z]+( |$)", line.lstrip()):
                start = len(line) - len(line.lstrip())
                line = line[:start] + line[start].upper() + line[start + 1:]
            out.append(line.strip())
        out.append("")
    return "\n".join(out)


# A name that is assigned gets no capital letter here: its other uses would be of another name.
named = lambda page: not re.search(r"(?m)^\w+ =", page.script)
copy("characters", "autocorrect")(lambda page: autocorrected(page, capitals=named(page)))
copy("characters", "autocorrect-without-blank-lines")(
    lambda page: re.sub(r"\n+", "\n", autocorrected(page, capitals=named(page))))
copy("characters", "curly-quotes")(lambda page: re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", page.script))
copy("characters", "low-quotes")(lambda page: re.sub(r'"([^"\n]*)"', "\u201e\\1\u201c", page.script))
copy("characters", "superscripts")(lambda page: outside_strings(lambda s: re.sub(
    r"\b1e-(\d)", lambda m: "10\u207b" + "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(m[1])], s))(page.script))
copy("characters", "times-ten")(lambda page: outside_strings(lambda s: re.sub(
    r"\b(\d)e-(\d)", r"\1×10^-\2", s))(page.script))
copy("characters", "plain-page")(text)
copy("characters", "plain-page-without-indents")(
    lambda page: "\n".join(line for _, lines in prose_and_code(page) for line in lines))
copy("characters", "clean")(lambda page: page.script)
copy("characters", "markdown")(lambda page: page.markdown)
