"""Mails: quoted, flowed, encoded for transport."""

import base64
import email.message
import quopri

from copies import copy, run
from pages import prose_and_code


def body(page, indent=""):
    out = []
    for is_code, lines in prose_and_code(page):
        out += [(indent if is_code else "") + line for line in lines] + [""]
    return "\n".join(out)


def head(page):
    subject = "과제 질문" if page.is_korean else "Re: exercise"
    return (f"From: TA <ta@campus.example>\nTo: student <s@campus.example>\n"
            f"Subject: {subject}\nDate: Wed, 1 Apr 2026 15:21:05 +0900\n")


def quoted(text, mark="> "):
    return "".join((mark + line).rstrip() + "\n" for line in text.splitlines())


copy("mail", "plain")(lambda page: head(page) + "\n" + body(page, "    ") + "\n-- \nTA, room 101\n")
copy("mail", "quoted")(lambda page: "Thanks, this helped.\n\nOn Wed, Apr 1, 2026 at 3:21 PM TA "
                       "<ta@campus.example> wrote:\n\n" + quoted(body(page)))
copy("mail", "quoted-twice")(lambda page: "\n> On Thu, Apr 2, 2026, student wrote:\n" + quoted(quoted(
    body(page), ">"), "> ") + "> \n> see you\n")
copy("mail", "quoted-korean")(lambda page: "감사합니다!\n\n2026년 4월 1일 (수) 오후 3:21, 조교 "
                              "<ta@campus.example>님이 작성:\n\n" + quoted(body(page)))
copy("mail", "outlook")(lambda page: "See below.\n\n-----Original Message-----\n" + head(page) + "\n" + body(page))
copy("mail", "forwarded")(lambda page: "---------- Forwarded message ---------\n" + head(page) + "\n\n" + body(page))


def message(page, encode, name):
    text = page.markdown.encode()
    return (head(page) + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
            f"Content-Transfer-Encoding: {name}\n\n").encode() + encode(text)


copy("mail", "quoted-printable")(lambda page: message(page, quopri.encodestring, "quoted-printable"))
copy("mail", "quoted-printable-body")(lambda page: quopri.encodestring(body(page).encode()))
copy("mail", "base64", refusal="base64 hides the text")(
    lambda page: message(page, base64.encodebytes, "base64"))
copy("mail", "base64-body", refusal="base64 hides the text")(
    lambda page: base64.encodebytes(page.markdown.encode()))


@copy("mail", "multipart-base64", refusal="base64 hides the text")
def multipart(page):
    made = email.message.EmailMessage()
    made["Subject"] = "notes"
    made.set_content(page.markdown, cte="base64")
    made.add_alternative("<pre>" + page.markdown + "</pre>", subtype="html", cte="base64")
    made.set_boundary("----=_Part_231")
    return made.as_string()


@copy("mail", "flowed")
def flowed(page):
    """Long lines of prose are wrapped at 66 columns with a space before the break."""
    out = []
    for is_code, lines in prose_and_code(page):
        for line in lines:
            out.append(line if is_code else run(["fold", "-s", "-w", "66"], line).decode())
        out.append("")
    return head(page) + "\n" + "\n".join(out)
