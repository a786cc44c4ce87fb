#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes x-dbgsym.deb of each x-dbgsym.ddeb in a folder: dbgsym.sh FOLDER. The .ddeb files of CPack have absolute paths in
# md5sums and no documentation, and apt does not install files of that name.
set -eu

folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022

for made in "$folder"/*.ddeb; do
    root=$work/root
    dpkg-deb -R "$made" "$root"
    package=$(dpkg-deb -f "$made" Package)
    find "$root/usr" -type f -exec chmod 644 {} +
    mkdir -p "$root/usr/share/doc"
    ln -s "${package%-dbgsym}" "$root/usr/share/doc/$package"
    (cd "$root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 >DEBIAN/md5sums)
    chmod 644 "$root/DEBIAN/md5sums"
    # dpkg-deb takes the times of new files and folders from $SOURCE_DATE_EPOCH.
    dpkg-deb --root-owner-group -Zxz -b "$root" "${made%.ddeb}.deb" >/dev/null
    rm -r "$root" "$made"
done
