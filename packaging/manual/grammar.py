# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may stand where on the command line of helio, read from its help."""

import re
from dataclasses import dataclass, field

import helptext

# NAME is that of a source in every help.
KINDS = {"FILE": "file", "FOLDER": "folder", "JOB": "job", "NAME": "source"}
# Every hub has these sources.
SOURCES = ("runpod-completion", "generic", "image-gen", "execution")
# An id or a name. bash would run a command that stands in a word, so nothing else of a hub's answer becomes a word.
ID = "[A-Za-z0-9._~:@+=-]*"
# Values that a text lists after a colon: `in these states: queued processing`. A text of these begins with them.
LISTED = re.compile(r": ((?:[\w.]+ )+\w+)(?=$|[.(]| \()")
LEADING = re.compile(r"^((?:\w+ )+\w+)(?= \(|$)")


@dataclass
class Value:
    """What completes a value: `kind` is none, words, list (separated by commas), file, folder, job or source."""

    kind: str
    words: list = field(default_factory=list)


@dataclass
class Option:
    """`value` is None for an option without a value. `metavar` is the word that stands for it in the help."""

    name: str
    text: str
    value: Value = None
    metavar: str = ""


@dataclass
class Command:
    name: str
    text: str
    options: list
    arguments: list  # (metavar, Value) of each word that is not an option, in their order


def value_of(metavar: str, text: str) -> Value:
    if metavar in KINDS:
        return Value(KINDS[metavar])
    found = (LEADING if metavar in ("ALG", "WORDS") else LISTED).search(text)
    if found and metavar != "TEXT":
        return Value("list" if metavar == "LIST" else "words", found[1].split())
    return Value("none")


def options_of(entries):
    for entry in entries:
        for part in entry.term.split(", "):
            name, _, metavar = part.partition(" ")
            yield Option(name, entry.text, value_of(metavar, entry.text) if metavar else None, metavar)


def arguments_of(found: helptext.Help):
    for word in found.usage[0].split()[2:]:
        metavar = word.strip("[].")
        if not re.fullmatch(r"[A-Z]+", metavar) or metavar == "OPTIONS":
            return
        listed = re.search(rf"\b{metavar}: ((?:\w+ )+\w+)$", "\n".join(found.about), re.MULTILINE)
        yield metavar, Value("words", listed[1].split()) if listed else value_of(metavar, "")


def read(program):
    """Returns the options of all commands, and the commands."""
    general = helptext.run(program)
    common = list(options_of(general.options))
    known = {option.name for option in common}
    commands = []
    for entry in general.commands:
        name = entry.term.split()[0]
        found = helptext.run(program, name)
        own = [option for option in options_of(found.options) if option.name not in known]
        commands.append(Command(name, entry.text, own, list(arguments_of(found))))
    return common, commands
