#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the packages and the bundle of the last commit twice, in two folders and without the compiler cache, and compares
# their bytes.
#
#   reproducible.sh [folder]    folder: build/package of a clone where ./dev package was run for this commit, as the first
#                               build. Its objects may come from the compiler cache, because the second build compiles all.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Usage: build <folder>. Builds the last commit in a clone in this folder.
build() {
    git clone -q "$root" "$1"
    CCACHE_DISABLE=1 "$1/dev" package >"$1.log" 2>&1 || { tail -n 20 "$1.log" >&2 && return 1; }
}

# Usage: digests <build/package>. Prints a line for each package, and one for the bundle.
digests() { (cd "$1" && sha256sum -- deb/*.deb *.tar.zst); }

first=${1:-$work/one/build/package}
[ $# -gt 0 ] || build "$work/one"
build "$work/another/folder"
digests "$first" >"$work/first"
digests "$work/another/folder/build/package" >"$work/second"
diff "$work/first" "$work/second"
echo "the same bytes:"
cat "$work/first"
