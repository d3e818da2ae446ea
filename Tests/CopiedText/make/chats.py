"""Chats, in the form in which each program copies or exports its messages."""

from copies import copy
from pages import prose_and_code


def messages(page, fenced=False):
    """The page told in a chat: (who, lines). The learner writes short messages in between."""
    korean = page.is_korean
    teacher, learner = ("조교", "학생") if korean else ("TA", "student")
    thanks = ["네 감사합니다!", "됐어요 ㅎㅎ", "잠시만요"] if korean else ["ok", "works, thanks!", "one moment"]
    yield learner, ["이거 어떻게 하나요?" if korean else "Hi, how do I do this?"]
    count = 0
    for is_code, lines in prose_and_code(page):
        if any("\t" in line for line in lines):
            continue
        if is_code and "numpy" in " ".join(lines):
            continue
        if is_code and lines[0].startswith("  "):
            yield learner, lines
        elif is_code:
            yield teacher, (["```"] + lines + ["```"] if fenced else lines)
            count += 1
            if count % 2 == 0:
                yield learner, [thanks[count // 2 % 3]]
        else:
            yield teacher, lines


def clock(page, index, seconds=False):
    """A time of day for the n-th message."""
    minute = 21 + index // 2
    hour = 3 + minute // 60
    text = f"{hour}:{minute % 60:02}" + (f":{index * 7 % 60:02}" if seconds else "")
    return hour, f"{minute % 60:02}", text


def each(page, form, fenced=False, start="", end=""):
    out = []
    for index, (who, lines) in enumerate(messages(page, fenced)):
        hour, minute, _ = clock(page, index)
        out.append(form(index, who, lines, hour, minute))
    return start + "\n".join(out) + end + "\n"


def head(form):
    """The head of the message stands before its first line."""
    return lambda i, who, lines, h, m: "\n".join([form(who, h, m, i) + lines[0]] + lines[1:])


def above(form):
    """The head of the message stands on a line of its own."""
    return lambda i, who, lines, h, m: "\n".join([form(who, h, m, i)] + lines)


def half(h):
    return "오후" if h < 12 else "오전"


copy("chats", "kakaotalk-pc")(
    lambda p: each(p, head(lambda who, h, m, i: f"[{who}] [오후 {h}:{m}] ")))
copy("chats", "kakaotalk-export")(lambda p: each(
    p, head(lambda who, h, m, i: f"[{who}] [오후 {h}:{m}] "),
    start="머신러닝 스터디 님과 카카오톡 대화\n저장한 날짜 : 2026-04-01 16:30:12\n\n"
          "--------------- 2026년 4월 1일 수요일 ---------------\n학생님이 들어왔습니다.\n"))
copy("chats", "kakaotalk-android")(lambda p: each(
    p, head(lambda who, h, m, i: f"2026년 4월 1일 오후 {h}:{m}, {who} : "),
    start="머신러닝 스터디 카카오톡 대화\n저장한 날짜 : 2026년 4월 1일 오후 4:30\n\n\n2026년 4월 1일 오후 3:21\n"))
copy("chats", "kakaotalk-ios")(lambda p: each(
    p, head(lambda who, h, m, i: f"2026. 4. 1. 오후 {h}:{m}, {who} : "), start="2026년 4월 1일 수요일\n"))
copy("chats", "kakaotalk-copied")(lambda p: each(p, above(lambda who, h, m, i: f"{who}, 오후 {h}:{m}")))
copy("chats", "slack")(lambda p: each(
    p, lambda i, who, lines, h, m: f"{who}\n  {h}:{m} PM\n" + "\n".join(lines)))
copy("chats", "slack-compact")(lambda p: each(
    p, above(lambda who, h, m, i: f"{who}  {h}:{m} PM"), end="\n:+1:\n2\n\n3 replies"))
copy("chats", "slack-bracket")(lambda p: each(p, above(lambda who, h, m, i: f"{who} [{h}:{m} PM]")))
copy("chats", "slack-fenced")(lambda p: each(
    p, above(lambda who, h, m, i: f"{who}  {h}:{m} PM"), fenced=True))
copy("chats", "discord")(lambda p: each(p, above(lambda who, h, m, i: f"{who} — Today at {h}:{m} PM")))
copy("chats", "discord-date")(lambda p: each(p, above(lambda who, h, m, i: f"{who} — 04/01/2026 {h}:{m} PM")))
copy("chats", "discord-compact")(lambda p: each(p, head(lambda who, h, m, i: f"[{h}:{m} PM]{who}: ")))
copy("chats", "discord-korean")(lambda p: each(p, above(lambda who, h, m, i: f"{who} — 오늘 오후 {h}:{m}")))
copy("chats", "discord-fenced")(lambda p: each(
    p, above(lambda who, h, m, i: f"{who} — Today at {h}:{m} PM"), fenced=True))
copy("chats", "telegram")(lambda p: each(
    p, above(lambda who, h, m, i: f"{who}, [01.04.2026 {h + 12}:{m}]")))
copy("chats", "telegram-mac")(lambda p: each(
    p, above(lambda who, h, m, i: f"{who}, [Apr 1, 2026 at {h}:{m}:05 PM]:")))
copy("chats", "telegram-short")(lambda p: each(p, above(lambda who, h, m, i: f"{who}:")))
copy("chats", "whatsapp-android")(lambda p: each(
    p, head(lambda who, h, m, i: f"01/04/2026, {h + 12}:{m} - {who}: "),
    start="01/04/2026, 15:20 - Messages and calls are end-to-end encrypted. Only people in this chat can "
          "read, listen to, or share them. Learn more.\n"))
copy("chats", "whatsapp-ios")(lambda p: each(
    p, head(lambda who, h, m, i: f"[01/04/2026, {h}:{m}:0{i % 10} PM] {who}: ")))
copy("chats", "whatsapp-korean")(lambda p: each(
    p, head(lambda who, h, m, i: f"2026. 4. 1. 오후 {h}:{m} - {who}: ")))
copy("chats", "teams")(lambda p: each(p, above(lambda who, h, m, i: f"[오후 {h}:{m}] {who}")))
copy("chats", "google-chat")(lambda p: each(p, above(lambda who, h, m, i: f"{who}, {h}:{m} PM")))
copy("chats", "element")(lambda p: each(
    p, lambda i, who, lines, h, m: f"{who}\n{h + 12}:{m}\n" + "\n".join(lines)))
copy("chats", "zoom")(lambda p: each(
    p, lambda i, who, lines, h, m: f"{h + 12}:{m}:0{i % 10}\t From  {who} : " + "\n".join(lines)))
copy("chats", "zoom-everyone")(lambda p: each(
    p, lambda i, who, lines, h, m: f"{h + 12}:{m}:0{i % 10} From {who} to Everyone:\n"
    + "\n".join("\t" + line for line in lines)))


def by_line(form, start="", end=""):
    """Programs that know only lines: each line has a head."""
    return lambda p: each(p, lambda i, who, lines, h, m: "\n".join(
        form(who, h, m, i) + line for line in lines), start=start, end=end)


copy("chats", "irc")(by_line(
    lambda who, h, m, i: f"{h + 12}:{m} <{who}> ",
    start="15:20 -!- student [~s@campus.example] has joined #lc\n",
    end="\n16:02 -!- student has quit [Quit: bye]"))
copy("chats", "irc-seconds")(by_line(lambda who, h, m, i: f"[{h + 12}:{m}:0{i % 10}] <@{who}> "))
copy("chats", "irc-bare")(by_line(lambda who, h, m, i: f"<{who}> "))
copy("chats", "weechat")(by_line(
    lambda who, h, m, i: f"{h + 12}:{m}:0{i % 10} {who:>8} | ",
    start="15:20:41      --> | student (~s@campus.example) has joined #lc\n"))


@copy("chats", "line-export")
def line_export(page):
    out = ["[LINE] 머신러닝 대화", "저장일시: 2026/04/01 16:30", "", "2026/04/01(수)"]
    for index, (who, lines) in enumerate(messages(page)):
        hour, minute, _ = clock(page, index)
        text = "\n".join(lines)
        if len(lines) > 1:
            text = '"' + text.replace('"', '""') + '"'
        out.append(f"{hour + 12}:{minute}\t{who}\t{text}")
    return "\n".join(out) + "\n"


@copy("chats", "assistant")
def assistant(page):
    """An answer of a chat program as the browser copies it: languages and buttons between the code."""
    out = []
    for is_code, lines in prose_and_code(page):
        out += ["lc", "Copy code"] + lines if is_code and not lines[0].startswith("  ") and "numpy" not in str(
            lines) else ([] if is_code else lines)
    return "\n".join(out) + "\n"


@copy("chats", "one-command-a-message")
def one_by_one(page):
    out = []
    for index, statement in enumerate(page.statements):
        out.append(f"[조교] [오후 3:{21 + index:02}] " + "\n".join(statement))
        if index % 3 == 1:
            out.append(f"[학생] [오후 3:{21 + index:02}] 넵")
    return "\n".join(out) + "\n"
