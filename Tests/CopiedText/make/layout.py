"""A page as a flat OpenDocument text with a header, a footer and one or two columns."""

import html

from pages import prose_and_code

START = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Code" style:family="paragraph"><style:text-properties
 style:font-name="NanumGothicCoding" style:font-name-asian="NanumGothicCoding" fo:font-size="9pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="SIZE"
 fo:page-height="14cm" fo:margin="1.5cm"><style:columns fo:column-count="COUNT" fo:column-gap="0.6cm"/>
</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p>TITLE</text:p></style:header>
<style:footer><text:p>CS 231 · <text:page-number text:select-page="current"/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
"""


def flat_document(page, columns):
    out = []
    title = None
    for is_code, lines in prose_and_code(page):
        for line in lines:
            title = title or line
            text = html.escape(line)
            indent = len(text) - len(text.lstrip())
            if is_code and indent:
                text = f'<text:s text:c="{indent}"/>' + text.lstrip()
            text = text.replace("\t", "<text:tab/>")
            style = ' text:style-name="Code"' if is_code else ""
            out.append(f"<text:p{style}>{text}</text:p>")
    start = START.replace("COUNT", str(columns)).replace("TITLE", html.escape(title))
    start = start.replace("SIZE", "24cm" if columns == 2 else "15cm")
    return start + "\n".join(out) + "\n</office:text></office:body></office:document>\n"
