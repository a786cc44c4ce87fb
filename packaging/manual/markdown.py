# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the Markdown of resources/docs: sections, key tables, and the way into a manual page."""

import re

from roff import inline


def sections(text: str) -> dict:
    """Returns title -> lines of each section of the second level, in their order. The text above is titled ""."""
    found = {"": []}
    title, code = "", False
    for line in text.splitlines():
        code ^= line.startswith("```")
        if not code and line.startswith("## "):
            title = line[3:].replace("`", "")
            found[title] = []
        elif code or not line.startswith("# "):
            found[title].append(line)
    return found


def cells(row: str) -> list:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]


def blocks(lines):
    """Yields (kind, lines): code, table, subheading, list or paragraph."""
    lines = [*lines, ""]
    block, kind = [], None
    for line in lines:
        if kind == "code":
            if line.startswith("```"):
                yield kind, block
                block, kind = [], None
            else:
                block.append(line)
            continue
        begins = kind_of(line)
        if block and (begins != "more" or not line.strip()):
            if not (begins == kind == "table"):
                yield kind, block
                block, kind = [], None
        if begins == "code":
            kind = "code"
        elif line.strip():
            kind = kind or ("paragraph" if begins == "more" else begins)
            block.append(line)


def kind_of(line):
    for pattern, kind in ((r"```", "code"), (r"\|", "table"), (r"### ", "subheading"), (r"(-|\d+\.) ", "list")):
        if re.match(pattern, line):
            return kind
    return "more"


def add_table(page, rows):
    """Writes each row as a tagged paragraph: the first cell is the tag, the last cell is the text."""
    heads = cells(rows[0])
    for row in rows[2:]:
        first, *middle, last = cells(row)
        facts = "; ".join(f"{head}: {cell}" for head, cell in zip(heads[1:], middle) if cell)
        page.tagged(inline(first) + (f" ({inline(facts)})" if facts else ""), inline(last))


def add(page, lines):
    """Writes the lines of a section to a manual page."""
    for kind, block in blocks(lines):
        joined = " ".join(line.strip() for line in block)
        if kind == "code":
            page.code(block)
        elif kind == "table":
            add_table(page, block)
        elif kind == "subheading":
            page.subheading(joined.removeprefix("### "))
        elif kind == "list":
            mark, _, text = joined.partition(" ")
            page.item("\\(bu" if mark == "-" else mark, inline(text))
        else:
            page.paragraph(inline(joined))
