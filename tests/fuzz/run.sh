#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: tests/fuzz/run.sh <seconds> <target>. Runs one fuzz target of build/fuzz and prints one line, or the end of the
# log when the target finds a fault. New inputs are kept in build/fuzz/corpus and used by the next run.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
seconds=$1 name=$2
corpus=build/fuzz/corpus/$name log=build/fuzz/logs/$name dictionary=tests/fuzz/dictionaries/$name
options=(-max_total_time="$seconds" -timeout=10 -artifact_prefix=build/fuzz/)
[ ! -f "$dictionary" ] || options+=("-dict=$dictionary")

mkdir -p "$corpus" build/fuzz/logs
if "build/fuzz/fuzz/$name" "${options[@]}" "$corpus" "tests/fuzz/corpus/$name" >"$log" 2>&1; then
    printf '%s: no fault, %s\n' "$name" "$(sed -n 's/^Done //p' "$log")"
else
    printf '%s: FAULT\n%s\n' "$name" "$(tail -n 60 "$log")"
    exit 1
fi
