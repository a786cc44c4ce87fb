#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# CPack calls this as objcopy. CPack itself leaves the symbol table in programs and does not compress debug symbols; Debian's
# packages do the opposite.
set -e
case "$1" in
    --strip-debug)
        shift
        exec objcopy --strip-unneeded --remove-section=.comment --remove-section=.note "$@"
        ;;
    --only-keep-debug)
        shift
        exec objcopy --only-keep-debug --compress-debug-sections "$@"
        ;;
    *) exec objcopy "$@" ;;
esac
