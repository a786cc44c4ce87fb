# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes manual pages in the language of man(7)."""

import re

INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])\*(\w[^*]*)\*|\[([^\]]*)\]\([^)]*\)")


def escape(text: str) -> str:
    """Returns text that man shows as it is. A dot at the start of a line would be a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga")
    return "\\&" + text if text.startswith(".") else text


def bold(text: str) -> str:
    return f"\\fB{escape(text)}\\fR"


def inline(text: str) -> str:
    """Returns Markdown text with code and emphasized text in bold, and links as their text."""
    text = text.replace("\\|", "|")
    out, end = "", 0
    for found in INLINE.finditer(text):
        out += escape(text[end:found.start()])
        out += inline(found[4]) if found[4] is not None else bold(found[1] or found[2] or found[3])
        end = found.end()
    return out + escape(text[end:])


class Page:
    """One manual page. `version` and `date` stand in its last line."""

    def __init__(self, name, section, version, date):
        self.lines = ['.\\" Generated from the help texts and documents. Do not edit.',
                      f'.TH {name.upper()} {section} {date} "Heliograph {version}" "Heliograph"', ".nh", ".ad l"]

    def heading(self, text):
        self.lines.append(f'.SH "{escape(text.upper())}"')

    def subheading(self, text):
        self.lines.append(f'.SS "{escape(text)}"')

    def paragraph(self, text):
        self.lines += [".PP", text]

    def tagged(self, term, text):
        self.lines += [".TP", term, text]

    def item(self, mark, text):
        self.lines += [f'.IP "{mark}" 4', text]

    def code(self, lines):
        self.lines += [".PP", ".RS 4", ".nf", *map(escape, lines), ".fi", ".RE"]

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"
