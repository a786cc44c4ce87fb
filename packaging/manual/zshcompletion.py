# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completion of helio for zsh."""

from grammar import ID, SOURCES

HEAD = """\
#compdef helio
# Generated from the help of helio. Do not edit.

# Runs a command of helio for the hub that the command line names.
_helio_ask() {
    local -a options
    local i
    for ((i = 2; i < $#line_words; i++)); do
        case ${line_words[i]} in
            --hub | --token-file | --ca-file) options+=(${line_words[i]} ${line_words[i + 1]}) ;;
        esac
    done
    timeout 2 helio $@ $options --limit 200 --json 2>/dev/null
}

_helio_jobs() {
    local -a ids
    ids=(${(f)"$(_helio_ask jobs | sed -n 's/^{"job_id":"\\(@ID@\\)".*/\\1/p')"})
    compadd -a ids
}

# Completes the sources that every hub has, and those of the last webhooks.
_helio_sources() {
    local -a names
    names=(@SOURCES@ ${(f)"$(_helio_ask replay --dry-run --since 7d | sed -n 's/.*,"source":"\\(@ID@\\)".*/\\1/p' | sort -u)"})
    compadd -a names
}

_helio() {
    local context state state_descr line
    local -a line_words common commands
    typeset -A opt_args
    line_words=($words)
"""


def quoted(text: str) -> str:
    """Returns a description inside of an option's specification."""
    for mark in "\\:[]":
        text = text.replace(mark, "\\" + mark)
    return text.replace("'", "'\\''")


def action(value) -> str:
    words = " ".join(value.words)
    return {"words": f"({words})", "list": f"_values -s , value {words}", "file": "_files", "folder": "_files -/",
            "job": "_helio_jobs", "source": "_helio_sources", "none": " "}[value.kind]


def specification(option) -> str:
    tail = f":{option.metavar}:{action(option.value)}" if option.value else ""
    return f"'{option.name}[{quoted(option.text)}]{tail}'"


def listing(indent, lines) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def completion(common, commands) -> str:
    out = HEAD.replace("@SOURCES@", " ".join(SOURCES)).replace("@ID@", ID) + "    common=(\n" + listing(8, map(specification, common)) + "    )\n    commands=(\n"
    out += listing(8, (f"'{command.name}:{quoted(command.text)}'" for command in commands)) + "    )\n"
    out += "    _arguments -C $common '1:command:->command' '*::argument:->argument' && return\n"
    out += "    if [[ $state == command ]]; then\n        _describe command commands\n        return\n    fi\n"
    out += "    case $words[1] in\n"
    for command in commands:
        arguments = [f"'{number}:{name}:{action(value)}'" for number, (name, value) in enumerate(command.arguments, 1)]
        parts = ["_arguments $common", *map(specification, command.options), *arguments]
        out += f"        {command.name})\n            " + " \\\n                ".join(parts) + "\n            ;;\n"
    return out + '    esac\n}\n\n_helio "$@"\n'
