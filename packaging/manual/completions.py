# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completions of helio for bash, zsh and fish: completions.py HELIO FOLDER. FOLDER is laid out as share."""

import sys
from pathlib import Path

import bashcompletion
import fishcompletion
import grammar
import zshcompletion

FILES = {
    "bash-completion/completions/helio": bashcompletion.completion,
    "zsh/vendor-completions/_helio": zshcompletion.completion,
    "fish/vendor_completions.d/helio.fish": fishcompletion.completion,
}


def main():
    program, folder = sys.argv[1:]
    common, commands = grammar.read(program)
    for name, write in FILES.items():
        target = Path(folder) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(write(common, commands), encoding="utf-8")


if __name__ == "__main__":
    main()
