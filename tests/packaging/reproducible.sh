#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the packages and the bundle of the last commit twice, in two folders and without the compiler cache, and compares
# their bytes.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Usage: digests <folder>. Prints a line for each package, and one for the bundle, that a clone in this folder builds.
digests() {
    git clone -q "$root" "$1"
    CCACHE_DISABLE=1 "$1/dev" package >"$1.log" 2>&1 || { tail -n 20 "$1.log" >&2 && return 1; }
    (cd "$1/build/package" && sha256sum -- deb/*.deb *.tar.zst)
}

digests "$work/one" >"$work/first"
digests "$work/another/folder" >"$work/second"
diff "$work/first" "$work/second"
echo "the same bytes:"
cat "$work/first"
