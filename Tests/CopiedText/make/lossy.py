"""Copies that have lost what the author meant, and texts in which nothing was meant to run."""

import re

from copies import copy
from pages import prose_and_code

powers = lambda page: re.search(r"\de-\d", page.script)

copy("lossy", "powers-lost", refusal="the exponents are no longer raised", only=powers)(
    lambda page: re.sub(r"\b1e-(\d)", r"10-\1", page.script))
copy("lossy", "newlines-lost", refusal="all statements stand on one line")(
    lambda page: re.sub(r"\s+", " ", page.script))
copy("lossy", "first-lines-lost", refusal="a block whose beginning is missing",
     only=lambda page: "{\n" in page.script)(lambda page: page.script.split("{\n", 1)[1])
copy("lossy", "end-lost", refusal="a block or a string whose end is missing",
     only=lambda page: "{\n" in page.script)(lambda page: page.script.rsplit("}\n", 1)[0].rstrip("} \n") + "\n")
copy("lossy", "spaces-lost", refusal="the spaces between words are missing")(
    lambda page: page.script.replace(" ", ""))
copy("lossy", "question-marks", refusal="signs that the encoding did not have",
     only=lambda page: '"' in page.script)(
    lambda page: page.script.replace('"', "?").replace("=", "?"))
copy("lossy", "prose-only", refusal="no commands in it")(lambda page: "\n".join(
    "\n".join(lines) + "\n" for is_code, lines in prose_and_code(page)
    if not is_code and not any("\t" in line for line in lines)))
copy("lossy", "outputs-only", refusal="no commands in it")(lambda page: outputs(page))


def outputs(page):
    from screens import batch
    return "\n".join(line for _, _, output in batch(page) for line in output) + "\n"


@copy("lossy", "headings", refusal="no commands in it")
def headings(page):
    """Headings of one word that are also commands, over prose."""
    korean = page.is_korean
    words = ["Reset", "Undo", "Save", "Quit", "Init", "Restore", "Open", "Run"]
    filler = ("이 장에서는 배운 내용을 정리합니다." if korean
              else "This chapter repeats what the others say, in other words.")
    start = (page.number - 1) % 8
    return "\n".join(f"{word}\n\n{filler}\n" for word in words[start:] + words[:start])


@copy("lossy", "other-language", refusal="no commands of lc in it")
def other(page):
    return ("```python\nimport numpy as np\nW = np.zeros((3, 4))\nfor i in range(10):\n    print(i)\n```\n\n"
            "```bash\npip install numpy\nls -l\n```\n")
