# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes hub.toml with every key as a comment: hubtoml.py resources/docs/configuration.md OUT."""

import re
import sys
import textwrap
from pathlib import Path

import markdown
from roff import INLINE

UNITS = {"": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}
HEAD = """\
# Configuration of the Heliograph hub, see hub.toml(5).
#
# Every key is here with its default. To change a key, remove the # at the start of its line and, if it is the first
# key of its section, of the section's line. Check the result with `heliographd --check --config FILE`.
# `systemctl reload heliographd` applies all changes, except those of keys that need a restart.
"""
SOURCE = """\
# ── [[sources]] ──
#
# One table for each sender of webhooks, at POST /api/v1/webhooks/<name>. Secrets stand in files of their own.
#
#[[sources]]
"""
# Values of keys that have no default or cannot be set to it.
SAMPLES = {
    "name": '"render-farm"',
    "scheme": '"generic"',
    "secrets_file": '["farm.secret"]',
    "job": '"/job/id"',
    "status": '"/state"',
    "progress": '"/percent"',
    "statuses": '{ done = "completed", error = "failed", "*" = "ignored" }',
}


def plain(text: str) -> str:
    """Returns Markdown text without its marks."""
    return INLINE.sub(lambda found: next(part for part in found.groups() if part is not None), text).replace("\\|", "|")


def value(default: str) -> str:
    """Returns a default of the document as TOML: `64 KiB` is 65536."""
    if default.startswith("`"):
        return default.strip("`")
    digits, unit = re.fullmatch(r"([\d  ]+?) ?(KiB|MiB|GiB|TiB|)", default).groups()
    return str(int(re.sub(r"\s", "", digits)) * UNITS[unit])


def wrapped(text: str) -> str:
    return textwrap.fill(text, 118, initial_indent="# ", subsequent_indent="# ", break_long_words=False,
                         break_on_hyphens=False) + "\n"


def key(heads, row) -> str:
    facts = dict(zip(heads, markdown.cells(row)))
    name = facts["key"].strip("`").rpartition(".")[2]
    notes = [f"Range: {facts['range']}." if "range" in facts else "",
             "Required." if facts.get("default") == "required" else "",
             "A change needs a restart." if facts.get("change") == "restart" else ""]
    text = plain(" ".join(filter(None, [facts[heads[-1]], *notes])))
    default = SAMPLES[name] if name in SAMPLES else value(facts.get("default", '`""`'))
    return f"{wrapped(text)}#{name} = {default}\n"


def keys(name, lines, out):
    """Adds the keys of the tables among the lines of a section of the document. A subsection about the keys of a table
    begins that table."""
    heads = None
    for line in lines:
        if line.startswith("| key |"):
            heads = markdown.cells(line)
        elif line.startswith("| `sources.map` |"):
            continue  # a table, which follows
        elif line.startswith(f"| `{name}."):
            out.append(key(heads, line))
        elif line.startswith("### Keys of `["):
            out.append(f"# Each value is a JSON pointer (RFC 6901) into the payload.\n#[{line[14:-2]}]\n")
        elif line.startswith("### ") and name == "limits":
            out.append(f"# ── {line[4:]} ──\n")
    return "\n".join(out)


def configuration(text: str) -> str:
    """Returns the file for the text of configuration.md."""
    found = markdown.sections(text)
    parts = [keys(name, found[f"Keys of [{name}]"], [f"# ── [{name}] ──\n\n#[{name}]\n"])
             for name in ("hub", "auth", "tls", "limits")]
    return "\n".join([HEAD, *parts, keys("sources", found["Keys of [[sources]]"], [SOURCE])])


def main():
    document, out = map(Path, sys.argv[1:])
    out.write_text(configuration(document.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
