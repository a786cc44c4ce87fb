# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completion of helio for bash. It needs the functions of the package bash-completion."""

from grammar import ID, SOURCES

HEAD = """\
# Generated from the help of helio. Do not edit.

# Runs a command of helio for the hub that the command line names.
_helio_ask() {
    local i options=()
    for ((i = 1; i < cword; i++)); do
        case "${words[i]}" in
            --hub | --token-file | --ca-file) options+=("${words[i]}" "${words[i + 1]}") ;;
        esac
    done
    timeout 2 helio "$@" "${options[@]}" --limit 200 --json 2>/dev/null
}

_helio_jobs() {
    _helio_words "$(_helio_ask jobs | sed -n 's/^{"job_id":"\\(@ID@\\)".*/\\1/p')"
    __ltrim_colon_completions "$cur"
}

# Completes the sources that every hub has, and those of the last webhooks.
_helio_sources() {
    _helio_words "@SOURCES@ $(_helio_ask replay --dry-run --since 7d | sed -n 's/.*,"source":"\\(@ID@\\)".*/\\1/p' | sort -u)"
}

_helio_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

# Completes the last word of a list that is separated by commas.
_helio_list() {
    local before=""
    [[ $cur != *,* ]] || before=${cur%,*},
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${cur##*,}")
}

_helio() {
    local cur prev words cword i command="" argument=0
    _init_completion -n := || return
    for ((i = 1; i < cword; i++)); do
        case "${words[i]}" in
            @VALUED@) i=$((i + 1)) ;;
            -*) ;;
            *) if [ -z "$command" ]; then command=${words[i]}; else argument=$((argument + 1)); fi ;;
        esac
    done
    case "$command $prev" in
"""
TAIL = """\
    esac
}

complete -F _helio helio
"""


def action(value) -> str:
    if value.kind in ("words", "list"):
        return f'_helio_{value.kind} "{" ".join(value.words)}"'
    return {"file": "_filedir", "folder": "_filedir -d", "job": "_helio_jobs",
            "source": "_helio_sources", "none": "COMPREPLY=()"}[value.kind]


def values(prefix, options) -> str:
    lines = [f"        {prefix}{option.name}) {action(option.value)}; return ;;\n" for option in options if option.value]
    return "".join(lines)


def names(options) -> str:
    return " ".join(option.name for option in options if option.name.startswith("--"))


def completion(common, commands) -> str:
    every = [option for command in commands for option in command.options] + common
    valued = sorted({option.name for option in every if option.value})
    out = HEAD.replace("@VALUED@", " | ".join(valued)).replace("@SOURCES@", " ".join(SOURCES)).replace("@ID@", ID)
    out += "".join(values(f"{command.name}\\ ", command.options) for command in commands) + values("*\\ ", common)
    out += '    esac\n    case "$command $cur" in\n'
    for command in commands:
        out += f'        {command.name}\\ -*) _helio_words "{names(command.options + common)}"; return ;;\n'
    out += f'        \\ -*) _helio_words "{names(common)}"; return ;;\n'
    out += '    esac\n    case "$command $argument" in\n'
    for command in commands:
        for number, (_, value) in enumerate(command.arguments):
            out += f"        {command.name}\\ {number}) {action(value)} ;;\n"
    out += f'        \\ 0) _helio_words "{" ".join(command.name for command in commands)}" ;;\n'
    return out + TAIL
