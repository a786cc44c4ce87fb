# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks of the package tests. `failed` counts those that failed.
# shellcheck shell=bash

failed=0

# Usage: check <what> <command…>. Prints whether the command succeeds, and its output if it does not.
check() {
    local what=$1 output
    shift
    if output=$("$@" 2>&1); then
        printf 'ok    %s\n' "$what"
    else
        printf 'FAIL  %s\n' "$what"
        printf '%s\n' "$output" | sed 's/^/      /'
        failed=$((failed + 1))
    fi
}

same() { [ "$1" = "$2" ] || { printf 'expected: %s\nfound: %s\n' "$2" "$1" && return 1; }; }
contains() { grep -qF -- "$2" "$1" || { cat "$1" && return 1; }; }
refused() { ! "$@"; }
