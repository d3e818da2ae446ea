"""Statements in lists, behind lead-ins, in sentences and in emphasis."""

from copies import copy
from pages import caption

HANGUL = "가나다라마바사아자차카타파하"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


def listed(mark):
    """Each statement as an item; the rest of a block stands below its first line."""
    def make(page):
        out = []
        for index, statement in enumerate(page.statements):
            start = mark(index, page, statement)
            out.append(start + statement[0])
            out += ["  " + line for line in statement[1:]]
        return "\n".join(out) + "\n"
    return make


def title(page):
    return "오늘 실습 순서:\n\n" if page.is_korean else "What we do today:\n\n"


for name, mark in {
    "arrow": lambda i, p, s: "→ ",
    "dash": lambda i, p, s: "- ",
    "bullet": lambda i, p, s: "• ",
    "bullet-tab": lambda i, p, s: "•\t",
    "word-bullet": lambda i, p, s: "\uf0b7 ",
    "square": lambda i, p, s: "▪ ",
    "triangle": lambda i, p, s: "▶ ",
    "numbers": lambda i, p, s: f"{i + 1}. ",
    "numbers-bracket": lambda i, p, s: f"({i + 1}) ",
    "numbers-half-bracket": lambda i, p, s: f"{i + 1}) ",
    "letters": lambda i, p, s: f"{chr(97 + i)}) ",
    "roman": lambda i, p, s: f"{ROMAN[i]}. ",
    "hangul": lambda i, p, s: f"{HANGUL[i]}. ",
    "circled": lambda i, p, s: f"{CIRCLED[i]} ",
    "circled-close": lambda i, p, s: f"{CIRCLED[i]}",
    "checkbox": lambda i, p, s: "☐ ",
    "task": lambda i, p, s: "- [x] " if i < 3 else "- [ ] ",
    "keycap": lambda i, p, s: f"{i % 9 + 1}\ufe0f\u20e3 ",
    "step": lambda i, p, s: f"{i + 1}단계: " if p.is_korean else f"Step {i + 1}: ",
    "step-dash": lambda i, p, s: f"STEP {i + 1} - ",
    "emoji": lambda i, p, s: "✅ ",
    "pointing": lambda i, p, s: "👉 ",
}.items():
    copy("lists", f"list-{name}")(lambda page, mark=mark: title(page) + listed(mark)(page))

copy("lists", "lead-in")(listed(lambda i, p, s: caption(s, p.is_korean) + ": "))
copy("lists", "lead-in-numbered")(listed(lambda i, p, s: f"{i + 1}. {caption(s, p.is_korean)}: "))
copy("lists", "lead-in-dash")(listed(lambda i, p, s: f"- {caption(s, p.is_korean)} → "))
copy("lists", "lead-in-line-above")(listed(lambda i, p, s: f"{caption(s, p.is_korean)}:\n"))
copy("lists", "lead-in-bold")(listed(lambda i, p, s: f"**{caption(s, p.is_korean)}**\n\n"))


def wrapped(open, close, between="\n"):
    def make(page):
        return title(page) + between.join(
            "\n".join([open + s[0] + close]) if len(s) == 1 else "\n".join(s) for s in page.statements) + "\n"
    return make


copy("lists", "bold")(wrapped("**", "**"))
copy("lists", "code")(wrapped("`", "`"))
copy("lists", "bold-code-items")(wrapped("* **`", "`**"))
copy("lists", "italic")(wrapped("*", "*"))
copy("lists", "underlined")(wrapped("__", "__"))
copy("lists", "corner-brackets")(wrapped("「", "」"))
copy("lists", "angle-brackets-double")(wrapped("“", "”"))
copy("lists", "double-code")(wrapped("`` ", " ``"))
copy("lists", "semicolons")(wrapped("", ";"))
copy("lists", "sentence-end")(wrapped("`", "`.", "\n\n"))

ENGLISH = ["First run `{}`.", "Then type `{}` and press Enter.", "After that, `{}` does the rest.",
           "Now enter `{}`, and look at what it prints.", "Continue with `{}`."]
KOREAN = ["먼저 `{}` 를 실행합니다.", "그 다음에는 `{}`을 입력하고 엔터를 누르세요.", "이제 `{}` 명령을 실행해 보세요.",
          "`{}` 라고 치면 결과가 나옵니다.", "이어서 `{}`."]


@copy("lists", "inline-in-sentences")
def sentences(page):
    """Commands of one line stand in sentences, blocks in fences."""
    forms = KOREAN if page.is_korean else ENGLISH
    out = []
    for index, statement in enumerate(page.statements):
        if len(statement) == 1:
            out.append(forms[index % len(forms)].format(statement[0]))
        else:
            out += ["", "```lc"] + statement + ["```", ""]
    return "\n".join(out) + "\n"
