# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints every file below a folder with its mode, owner and digest, to compare a machine before and after:
listing.py FOLDER. Leaves out what apt, dpkg and the running system keep."""

import hashlib
import os
import re
import stat
import sys

SKIPPED = re.compile(r"(packages|tmp|run|proc|sys|dev|root|var/(log|cache|tmp|lib/(apt|dpkg|systemd))|\.dependencies|"
                     r"etc/(\.pwd\.lock|(passwd|group|shadow|gshadow|subuid|subgid)-|ld\.so\.cache|\.updated|machine-id)|"
                     r"var/\.updated)")


def content(path, mode) -> str:
    if stat.S_ISLNK(mode):
        return os.readlink(path)
    if stat.S_ISREG(mode):
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    return ""


def main():
    root = sys.argv[1]
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not skipped(root, folder, name))
        for name in sorted([*folders, *files]):
            path = os.path.join(folder, name)
            if not skipped(root, folder, name):
                found = os.lstat(path)
                print(os.path.relpath(path, root), oct(found.st_mode), found.st_uid, found.st_gid,
                      content(path, found.st_mode))


def skipped(root, folder, name):
    return SKIPPED.fullmatch(os.path.relpath(os.path.join(folder, name), root))


if __name__ == "__main__":
    main()
