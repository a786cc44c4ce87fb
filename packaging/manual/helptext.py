# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what a program prints for `--help`, so that manual pages and completions need no text of their own."""

import os
import re
import subprocess
from collections import Counter
from dataclasses import dataclass, field

SECTION = re.compile(r"^(.*?)(Commands|Arguments|Options|Exit codes):$")


@dataclass
class Entry:
    """One option, command, argument or exit code. `term` is the text of the left column: `--types LIST`."""

    term: str
    text: str


@dataclass
class Help:
    """`usage` has one line for each form, `about` one string for each paragraph."""

    usage: list = field(default_factory=list)
    about: list = field(default_factory=list)
    commands: list = field(default_factory=list)
    arguments: list = field(default_factory=list)
    options: list = field(default_factory=list)
    exit_codes: list = field(default_factory=list)


def run(program, *words) -> Help:
    """Returns the help of a program. Raises CalledProcessError if the program fails."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "80", "ASAN_OPTIONS": "detect_leaks=0"}
    text = subprocess.run([program, *words, "--help"], check=True, capture_output=True, env=environment).stdout
    return parse(text.decode().replace(str(program), os.path.basename(program)))


def parse(text: str) -> Help:
    usage, _, rest = text.partition("\n")
    rest = rest.splitlines()
    found = Help([usage.removeprefix("Usage: ")])
    while rest and rest[0].startswith("       "):
        found.usage.append(rest.pop(0).strip())
    sections = {None: []}
    name = None
    for line in rest:
        heading = SECTION.match(line)
        if heading:
            sections[name].append(heading[1])
            name = heading[2]
            sections[name] = []
        else:
            sections[name].append(line)
    found.about = paragraphs(sections[None])
    found.commands = entries(sections.get("Commands", []))
    found.arguments = entries(sections.get("Arguments", []))
    found.options = entries(sections.get("Options", []))
    found.exit_codes = codes(sections.get("Exit codes", []))
    return found


def paragraphs(lines):
    """Joins lines to one string for each block that blank lines separate."""
    blocks = "\n".join(line.strip() for line in lines).strip().split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]


def text_column(lines) -> int:
    """Returns the column in which most descriptions begin."""
    starts = Counter()
    for line in lines:
        if first := re.match(r"  \S.*?  +(?=\S)", line):
            starts[first.end()] += 1
        elif rest := re.match(r" {4,}(?=\S)", line):
            starts[rest.end()] += 1
    return starts.most_common(1)[0][0] if starts else 0


def entries(lines):
    """Splits lines of two columns. Lines that begin within the second column continue the entry before."""
    column = text_column(lines)
    found = []
    for line in filter(str.strip, lines):
        if line.startswith("   "):
            found[-1].text += " " + line.strip()
        elif line[column - 1:column] == " " and line[column:column + 1].strip():
            found.append(Entry(line[:column].strip(), line[column:].strip()))
        else:
            term, _, text = line.strip().partition("   ")
            found.append(Entry(term, text.strip()))
    return [part for entry in found for part in pair(entry)]


def pair(entry):
    """Splits `print this help   -v, --version`, which is an entry and the term of a second one."""
    text, _, second = entry.text.partition("   -")
    yield Entry(entry.term, text.strip())
    if second:
        yield Entry("-" + second, "print the version")


def codes(lines):
    """Splits lines such as `0 done   1 wrong usage`. The term of an entry is the code, or empty."""
    found = []
    for line in filter(str.strip, lines):
        for part in re.split(r"   +(?=\d)", line.strip()):
            code = re.match(r"(\d+)\s+(.*)", part)
            found.append(Entry(code[1], code[2]) if code else Entry("", part))
    return found
