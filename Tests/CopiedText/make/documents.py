"""Copies by document programs: pandoc, browsers in text, word processors, PDF readers."""

import html
import json
import re

from copies import Folder, copy, joiners_stay, run
from layout import flat_document
from pages import prose_and_code


def pandoc(page, to, *more):
    return run(["pandoc", "-f", "markdown", "-t", to, "--wrap=auto", *more], page.markdown)


for target in ["html", "latex", "rst", "org", "mediawiki", "man", "asciidoc", "textile", "jira",
               "dokuwiki", "plain", "gfm", "docbook", "ipynb", "markdown_strict", "revealjs", "beamer"]:
    copy("documents", f"pandoc-{target}")(lambda page, to=target: pandoc(page, to))

copy("documents", "pandoc-html-page")(
    lambda page: pandoc(page, "html", "--standalone", "--metadata", "title=notes"))
copy("documents", "latex-listings")(lambda page: pandoc(page, "latex", "--listings"))
copy("documents", "latex-page")(lambda page: pandoc(page, "latex", "--standalone"))
copy("documents", "rst-wide")(lambda page: pandoc(page, "rst", "--columns=120"))


def dumped(page, *command):
    with Folder() as folder:
        folder.write("page.html", pandoc(page, "html", "--standalone", "--metadata", "title=notes",
                                         "--metadata", "pagetitle=notes"))
        return folder.run(*command, "page.html")


copy("documents", "w3m-80")(lambda page: dumped(page, "w3m", "-dump", "-cols", "80"))
copy("documents", "w3m-50")(lambda page: dumped(page, "w3m", "-dump", "-cols", "50"))
copy("documents", "lynx")(
    lambda page: dumped(page, "lynx", "-dump", "-display_charset=utf-8", "-assume_charset=utf-8"))
copy("documents", "elinks")(
    lambda page: dumped(page, "elinks", "-dump", "-dump-charset", "utf-8", "-no-numbering"))


def office(page, start, *steps, columns=1):
    """A page through the word processor, from one format to the next."""
    with Folder() as folder:
        if start == "fodt":
            folder.write("page.fodt", flat_document(page, columns))
        else:
            folder.write("page.md", page.markdown)
            folder.run("pandoc", "page.md", "-o", f"page.{start}")
        name = f"page.{start}"
        for step in steps:
            folder.run("soffice", f"-env:UserInstallation=file://{folder.path}/profile", "--headless",
                       "--convert-to", step, name)
            name = "page." + step.split(":")[0]
        if not name.endswith("pdf"):
            return folder.read(name)
        folder.write("page.pdf", folder.read(name))
        return folder.run("pdftotext", *office_layout[0], "page.pdf", "-")


office_layout = [[]]


def pdf(page, start, *options, columns=1):
    office_layout[0] = list(options)
    return office(page, start, "pdf", columns=columns)


copy("documents", "docx-text")(lambda page: office(page, "docx", "txt:Text (encoded):UTF8"))
copy("documents", "odt-text")(lambda page: office(page, "odt", "txt:Text (encoded):UTF8"))
copy("documents", "docx-html")(lambda page: office(page, "docx", "html"))
copy("documents", "docx-pdf", only=joiners_stay)(lambda page: pdf(page, "docx"))
copy("documents", "docx-pdf-layout", only=joiners_stay)(lambda page: pdf(page, "docx", "-layout"))
copy("documents", "headed-pdf", only=joiners_stay)(lambda page: pdf(page, "fodt"))
copy("documents", "headed-pdf-layout", only=joiners_stay)(lambda page: pdf(page, "fodt", "-layout"))
copy("documents", "two-columns-pdf", only=joiners_stay)(lambda page: pdf(page, "fodt", "-raw", columns=2))
copy("documents", "two-columns-pdf-layout", only=joiners_stay)(lambda page: pdf(page, "fodt", "-layout", columns=2))
copy("documents", "headed-pdf-raw", only=joiners_stay)(lambda page: pdf(page, "fodt", "-raw"))


@copy("documents", "man-page")
def man_page(page):
    return run(["groff", "-t", "-K", "utf8", "-Tutf8", "-man", "-P-c", "-P-u", "-P-b", "-rLL=78n"],
               pandoc(page, "man", "--standalone", "-V", "title=NOTES", "-V", "section=7"))


@copy("documents", "man-page-overstrike")
def man_page_overstrike(page):
    return run(["groff", "-t", "-K", "utf8", "-Tutf8", "-man", "-P-c", "-rLL=78n"],
               pandoc(page, "man", "--standalone", "-V", "title=NOTES", "-V", "section=7"))


@copy("documents", "groff-ms")
def groff_ms(page):
    return run(["groff", "-t", "-K", "utf8", "-Tutf8", "-ms", "-P-c"], pandoc(page, "ms", "--standalone"))


def notebook(page, cells_per_fence=True):
    cells, text = [], []
    for block in page.blocks:
        if block.kind == "code" and block.language == "lc":
            cells.append({"cell_type": "markdown", "metadata": {}, "source": text})
            text = []
            source = [line + "\n" for line in block.lines]
            source[-1] = source[-1][:-1]
            cells.append({"cell_type": "code", "execution_count": len(cells), "metadata": {},
                          "outputs": [{"output_type": "stream", "name": "stdout",
                                       "text": ["  train 0.83\n"]}], "source": source})
        elif block.kind == "code":
            text += ["```" + block.language + "\n"] + [l + "\n" for l in block.lines] + ["```\n"]
        else:
            text += [line + "\n" for line in block.lines] + ["\n"]
    cells.append({"cell_type": "markdown", "metadata": {}, "source": text})
    return {"cells": cells, "metadata": {"kernelspec": {"name": "lc", "display_name": "lc",
            "language": "lc"}}, "nbformat": 4, "nbformat_minor": 5}


copy("documents", "notebook")(lambda page: json.dumps(notebook(page), indent=1, ensure_ascii=False))
copy("documents", "notebook-escaped")(lambda page: json.dumps(notebook(page), indent=1))
copy("documents", "notebook-one-line")(lambda page: json.dumps(notebook(page), ensure_ascii=False))


def page_html(page, code):
    out = []
    for is_code, lines in prose_and_code(page):
        if is_code:
            out.append(code(lines))
        else:
            out += [f"<p>{html.escape(line)}</p>" for line in lines]
    return "\n".join(out)


def numeric(text):
    return "".join(c if c.isalnum() or c in " \n" else f"&#{ord(c)};" for c in text)


copy("documents", "html-pre-code")(lambda page: page_html(
    page, lambda lines: "<pre><code>" + html.escape("\n".join(lines)) + "\n</code></pre>"))
copy("documents", "html-numeric")(lambda page: page_html(
    page, lambda lines: '<pre class="code">' + numeric("\n".join(lines)) + "</pre>"))
copy("documents", "html-br")(lambda page: page_html(
    page, lambda lines: "<p><code>" + "<br>".join(
        html.escape(l).replace("  ", "&nbsp;&nbsp;") for l in lines) + "</code></p>"))
copy("documents", "html-div-lines")(lambda page: page_html(
    page, lambda lines: '<div style="font-family: monospace; white-space: pre;">' + "".join(
        f"<div><span style=\"color: #0000ff;\">{html.escape(l)}</span></div>" for l in lines) + "</div>"))
copy("documents", "html-list", only=lambda page: not python(page))(lambda page: "<ol>\n" + "\n".join(
    "<li><code>" + html.escape("\n".join(s)) + "</code></li>" for s in page.statements) + "\n</ol>\n")
copy("documents", "html-highlighted")(lambda page: page_html(
    page, lambda lines: '<div class="highlight"><pre>' + "\n".join(re.sub(
        r"^(\s*)(\w+)", r'\1<span class="hljs-keyword">\2</span>', html.escape(l)) for l in lines)
        + "</pre></div>"))


def python(page):
    return any(block.language == "python" for block in page.code)


copy("documents", "texttt", only=lambda page: "{" not in page.script)(lambda page: "\n".join(
    "\\item Dann \\texttt{" + s[0].replace("_", "\\_").replace("%", "\\%").replace("$", "\\$") + "}"
    for s in page.statements))
