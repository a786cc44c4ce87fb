# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completion of helio for fish."""

from grammar import ID, SOURCES

HEAD = """\
# Generated from the help of helio. Do not edit.

# Runs a command of helio for the hub that the command line names.
function __helio_ask
    set -l words (commandline -opc)
    set -l options
    for i in (seq (math (count $words) - 1))
        if contains -- $words[$i] --hub --token-file --ca-file
            set -a options $words[$i] $words[(math $i + 1)]
        end
    end
    timeout 2 helio $argv $options --limit 200 --json 2>/dev/null
end

function __helio_jobs
    __helio_ask jobs | string replace -rf '^{"job_id":"(@ID@)".*' '$1'
end

# Prints the sources that every hub has, and those of the last webhooks.
function __helio_sources
    printf '%s\\n' @SOURCES@
    __helio_ask replay --dry-run --since 7d | string replace -rf '.*,"source":"(@ID@)".*' '$1' | sort -u
end

complete -c helio -f
"""


def quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def action(value) -> str:
    """Returns the arguments of complete(1) that a value needs."""
    if value.kind == "words":
        return f"-x -a {quoted(' '.join(value.words))}"
    if value.kind == "list":
        return f"-x -a \"(__fish_complete_list , 'string split \\' \\' \\\"{' '.join(value.words)}\\\"')\""
    return {"file": "-r -F", "folder": "-x -a '(__fish_complete_directories)'", "job": "-x -a '(__helio_jobs)'",
            "source": "-x -a '(__helio_sources)'", "none": "-x"}[value.kind]


def line(condition, option) -> str:
    name = f"-l {option.name[2:]}" if option.name.startswith("--") else f"-s {option.name[1:]}"
    value = f" {action(option.value)}" if option.value else ""
    return f"complete -c helio{condition} {name}{value} -d {quoted(option.text)}\n"


def completion(common, commands) -> str:
    out = HEAD.replace("@SOURCES@", " ".join(SOURCES)).replace("@ID@", ID) + "".join(line("", option) for option in common)
    for command in commands:
        out += f"complete -c helio -n __fish_use_subcommand -a {command.name} -d {quoted(command.text)}\n"
    for command in commands:
        condition = f" -n '__fish_seen_subcommand_from {command.name}'"
        out += "".join(line(condition, option) for option in command.options)
        for _, value in command.arguments:
            if value.kind != "none":
                out += f"complete -c helio{condition} {action(value).replace('-x ', '').replace('-r ', '')}\n"
    return out
