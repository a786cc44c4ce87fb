#!/usr/bin/env zsh
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints what zsh would offer, one word a line: completeinzsh.zsh FOLDER-OF-_helio "helio wait j". Completion works only
# at a prompt, so a zsh on a terminal of its own gets the line and a tab.
export TERM=dumb # so that the line editor writes no codes of a terminal
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "PS1= PROMPT2= RPS1= fpath=(${(q)1} \$fpath)"
zpty -w shell 'autoload -Uz compinit && compinit -u -D'
# The words are printed and not inserted. The marks are in two parts, so that the echo of a line is not taken for them.
zpty -w shell 'compadd() { [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && { builtin compadd "$@"; return }; typeset -a found; builtin compadd -O found "$@"; (( $#found == 0 )) || print -rl -- "wo""rd:"${^found}; }'
zpty -w shell 'finish() { print do""ne: }; compprefuncs=(); comppostfuncs=(finish)'
zpty -w shell 'bindkey "^I" complete-word; zle -C complete-word complete-word _main_complete; print rea""dy:'
zpty -r shell text $'*ready:\r\n*' || exit 1
zpty -w -n shell "$2"$'\t'
zpty -r shell text '*done:*' || exit 1
zpty -d shell
print -r -- "$text" | tr -d '\r' | sed -n 's/^.*word://p'
