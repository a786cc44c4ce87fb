# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completion of helio for fish."""

HEAD = """\
# Generated from the help of helio. Do not edit.

# Prints ids of jobs of the hub that the command line names.
function __helio_jobs
    set -l words (commandline -opc)
    set -l options
    for i in (seq (math (count $words) - 1))
        if contains -- $words[$i] --hub --token-file --ca-file
            set -a options $words[$i] $words[(math $i + 1)]
        end
    end
    timeout 2 helio jobs $options --limit 200 --json 2>/dev/null | string replace -rf '^{"job_id":"([^"]*)".*' '$1'
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
            "none": "-x"}[value.kind]


def line(condition, option) -> str:
    name = f"-l {option.name[2:]}" if option.name.startswith("--") else f"-s {option.name[1:]}"
    value = f" {action(option.value)}" if option.value else ""
    return f"complete -c helio{condition} {name}{value} -d {quoted(option.text)}\n"


def completion(common, commands) -> str:
    out = HEAD + "".join(line("", option) for option in common)
    for command in commands:
        out += f"complete -c helio -n __fish_use_subcommand -a {command.name} -d {quoted(command.text)}\n"
    for command in commands:
        condition = f" -n '__fish_seen_subcommand_from {command.name}'"
        out += "".join(line(condition, option) for option in command.options)
        for _, value in command.arguments:
            if value.kind != "none":
                out += f"complete -c helio{condition} {action(value).replace('-x ', '').replace('-r ', '')}\n"
    return out
