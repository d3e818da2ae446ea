"""Pages of notes: Markdown in ../pages, with the statements that its author means in a .lc file."""

import dataclasses
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent.parent


@dataclasses.dataclass
class Block:
    kind: str  # heading, text, item, quote, code, table, rule
    lines: list[str]
    language: str = ""


@dataclasses.dataclass
class Page:
    number: int
    name: str
    markdown: str
    script: str

    @property
    def is_korean(self):
        return self.number % 2 == 0

    @property
    def blocks(self):
        return list(blocks(self.markdown))

    @property
    def statements(self):
        """The script cut into statements; a block is one statement of several lines."""
        found = []
        for line, continues in continued(self.script.splitlines()):
            if not continues:
                found.append([])
            found[-1].append(line)
        return found

    @property
    def code(self):
        """The code fences with their languages."""
        return [block for block in self.blocks if block.kind == "code"]


def continued(lines):
    """Each line with whether it continues the statement before it."""
    depth, joined = 0, False
    for line in lines:
        yield line, depth > 0 or joined
        code = re.sub(r'"[^"]*"', "", line)
        depth += sum(code.count(open) - code.count(close) for open, close in ("{}", "()", "[]"))
        joined = line.endswith("\\")


def all_pages():
    for path in sorted((FOLDER / "pages").glob("*.md")):
        script = path.with_suffix(".lc").read_text(encoding="utf-8")
        yield Page(int(path.name.split("-")[0]), path.stem, path.read_text(encoding="utf-8"), script)


def blocks(markdown):
    lines = markdown.splitlines()
    index = 0
    while index < len(lines):
        line = lines[index]
        text = line.strip()
        index += 1
        if not text:
            continue
        if text.startswith("```"):
            indent = len(line) - len(line.lstrip())
            code = []
            while lines[index].strip() != "```":
                code.append(lines[index][indent:])
                index += 1
            index += 1
            yield Block("code", code, text[3:])
        elif text.startswith("#"):
            yield Block("heading", [text.lstrip("# ")])
        elif text.startswith("> "):
            yield Block("quote", [text[2:]])
        elif text.startswith("|"):
            rows = [text]
            while index < len(lines) and lines[index].startswith("|"):
                rows.append(lines[index])
                index += 1
            yield Block("table", rows)
        elif re.match(r"(-|\d+\.) ", text):
            yield Block("item", [re.sub(r"^(-|\d+\.) +", "", text)])
        elif text == "---":
            yield Block("rule", [])
        else:
            paragraph = [text]
            while index < len(lines) and lines[index].strip():
                paragraph.append(lines[index].strip())
                index += 1
            yield Block("text", paragraph)


CAPTIONS = {
    "load": ("Load the data", "데이터 불러오기"),
    "split": ("Put a part aside", "데이터 나누기"),
    "preprocess": ("Scale the features", "전처리"),
    "loss": ("Choose the loss", "손실 함수 고르기"),
    "reg": ("Choose the penalty", "정규화"),
    "sgd": ("Train", "학습"),
    "gd": ("Train on everything", "전체 데이터로 학습"),
    "lbfgs": ("Go to the optimum", "최적점까지"),
    "search": ("Try random weights", "무작위 탐색"),
    "for": ("Try several rates", "여러 학습률"),
    "repeat": ("Train several times", "여러 번 학습"),
    "def": ("Define a trial", "함수 정의"),
    "eval": ("Measure", "평가"),
    "confusion": ("Look at the mistakes", "혼동 행렬"),
    "plot": ("Draw it", "그림"),
    "print": ("Show the result", "결과 출력"),
    "gradcheck": ("Check the gradient", "기울기 확인"),
    "tune": ("Tune", "튜닝"),
    "runs": ("List the runs", "실행 목록"),
    "init": ("Start anew", "가중치 초기화"),
    "restore": ("Take the best run back", "가장 좋은 것으로"),
}


def caption(statement, korean):
    word = statement[0].split()[0]
    return CAPTIONS.get(word, ("Keep a value", "값 저장"))[korean]


def plain(text):
    """Text as it is shown: without the marks of inline code and emphasis."""
    return re.sub(r"[`*]", "", text)


def prose_and_code(page):
    """What a reader sees of a page, block by block: (is code, lines)."""
    for block in page.blocks:
        if block.kind == "rule":
            continue
        if block.kind == "code":
            yield True, block.lines
        elif block.kind == "table":
            rows = [r for r in block.lines if not re.match(r"^[|\-: ]+$", r)]
            yield False, ["\t".join(plain(c.strip()) for c in row.strip("|").split("|")) for row in rows]
        else:
            yield False, [plain(line) for line in block.lines]


def refence(page, language, open="```", close="```", prompt=None, runs=("lc",)):
    """The page with other marks around the code that is meant."""
    first, more = prompt or ("", "")
    out, inside, code = [], None, []
    for line in page.markdown.splitlines():
        indent = re.match(r" *", line).group()
        text = line.strip()
        if inside is None and text.startswith("```"):
            inside, code, margin = text[3:], [], indent
            out.append(indent + open + language if inside in runs else line)
        elif inside is not None and text == "```":
            out += [margin + (more if continues else first) + line[len(margin):]
                    for line, continues in continued(code)]
            out.append(indent + close if inside in runs else line)
            inside = None
        elif inside in runs:
            code.append(line)
        else:
            out.append(line)
    return "\n".join(out) + "\n"
