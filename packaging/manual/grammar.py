# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may stand where on the command line of helio, read from its help."""

import re
from dataclasses import dataclass, field

import helptext

KINDS = {"FILE": "file", "FOLDER": "folder", "JOB": "job"}
# Values that a text lists after a colon: `in these states: queued processing`. A text of these begins with them.
LISTED = re.compile(r": ((?:[\w.]+ )+\w+)(?=$|[.(]| \()")
LEADING = re.compile(r"^((?:\w+ )+\w+)(?= \(|$)")


@dataclass
class Value:
    """What completes a value: `kind` is none, words, list (separated by commas), file, folder or job."""

    kind: str
    words: list = field(default_factory=list)


@dataclass
class Option:
    """`value` is None for an option without a value. `placeholder` is the word that stands for it in the help."""

    name: str
    text: str
    value: Value = None
    placeholder: str = ""


@dataclass
class Command:
    name: str
    text: str
    options: list
    arguments: list  # (placeholder, Value) of each word that is not an option, in their order


def value_of(placeholder: str, text: str) -> Value:
    if placeholder in KINDS:
        return Value(KINDS[placeholder])
    found = (LEADING if placeholder in ("ALG", "WORDS") else LISTED).search(text)
    if found and placeholder != "TEXT":
        return Value("list" if placeholder == "LIST" else "words", found[1].split())
    return Value("none")


def options_of(entries):
    for entry in entries:
        for part in entry.term.split(", "):
            name, _, placeholder = part.partition(" ")
            yield Option(name, entry.text, value_of(placeholder, entry.text) if placeholder else None, placeholder)


def arguments_of(found: helptext.Help):
    for word in found.usage[0].split()[2:]:
        placeholder = word.strip("[].")
        if not re.fullmatch(r"[A-Z]+", placeholder) or placeholder == "OPTIONS":
            return
        listed = re.search(rf"\b{placeholder}: ((?:\w+ )+\w+)$", "\n".join(found.about), re.MULTILINE)
        yield placeholder, Value("words", listed[1].split()) if listed else value_of(placeholder, "")


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
