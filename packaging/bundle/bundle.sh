#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Packs the programs of a build folder with Qt: bundle.sh BUILD FOLDER makes FOLDER/heliograph-VERSION-linux-x86_64.tar.zst.
# It runs on the oldest Debian that the bundle is for, because programs need at least the C library that they were built
# with. $SOURCE_DATE_EPOCH is the time of all files.
set -euo pipefail

: "${SOURCE_DATE_EPOCH:?set it to the time of all files, in seconds since 1970}"
here=$(dirname "$(readlink -f "$0")")
build=$(realpath "$1") folder=$(realpath "$2")
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
name=heliograph-$version-linux-x86_64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bundle=$work/$name
umask 022

# Usage: take <component>… Puts the files of install components in the bundle. /usr becomes its top. Units and desktop
# entries stay out: they need programs in /usr/bin.
take() {
    local component
    for component in "$@"; do
        DESTDIR=$work/stage cmake --install "$build" --prefix /usr --component "$component" >/dev/null
    done
    rm -rf "$work"/stage/usr/{lib,share/{applications,dbus-1,icons,metainfo}}
    mv "$work/stage/usr" "$bundle"
    mv "$work/stage/etc/heliograph/hub.toml" "$bundle/share/doc/heliograph/"
    rm -r "$bundle"/share/doc/heliograph-*
    cp "$here/../../LICENSE" "$bundle/"
}

# The same strip as for the packages. DT_RPATH, which patchelf writes because of --force-rpath, counts for the libraries
# that libraries need, too; DT_RUNPATH would not.
finish_programs() {
    local program
    for program in "$bundle"/bin/helio*; do
        "$here/../debian/objcopy.sh" --strip-debug "$program" "$program"
        # shellcheck disable=SC2016 # the loader's word
        patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$program"
    done
}

pack() {
    find "$bundle" -type d -exec chmod 755 {} +
    tar --create --directory "$work" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
        --mtime="@$SOURCE_DATE_EPOCH" "$name" | zstd -q -19 -T1 -f -o "$folder/$name.tar.zst"
}

take hub cli monitor doc bundle
finish_programs
python3 -B "$here/libraries.py" "$bundle" >"$work/copies"
python3 -B "$here/spdx.py" "$bundle" "$version" "$work/copies"
pack
