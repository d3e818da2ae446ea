"""Where the tables go: printed, into a file of Markdown, and every number as JSON."""
import json
import re
import sys


def write(options, kernels, sections, rows, limits):
    text = "\n\n".join(section for section in sections if section) + "\n"
    print(text)
    if options.json:
        options.json.write_text(json.dumps(numbers(kernels, sections, rows, limits), indent=1))
    if options.markdown:
        options.markdown.write_text(inserted(options.markdown, kernels, text))


def inserted(path, kernels, text):
    """The file's text with the tables between its marks; the tables alone where there is no file."""
    if not path.exists():
        return text
    whole = path.read_text()
    marks = re.compile(rf"(<!-- bench {re.escape(kernels)} -->\n)(.*?)(<!-- end of bench -->)", re.S)
    if not marks.search(whole):
        print(f"{path} has no mark <!-- bench {kernels} -->, and is left as it is", file=sys.stderr)
        return whole
    return marks.sub(lambda found: f"{found[1]}\n{text}\n{found[3]}", whole, count=1)


def numbers(kernels, sections, rows, limits):
    return {
        "machine": sections[0],
        "kernels": kernels,
        "limits": {" ".join(key): rate for key, rate in limits.rates.items()},
        "rows": {row.name: {"measured": row.measured, "absent": row.absent} for row in rows},
        "tables": sections[1:],
    }
