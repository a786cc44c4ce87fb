# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What dpkg knows of installed files: their packages, versions, sources and licences."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COMMON = Path("/usr/share/common-licenses")
FIELDS = ("Package", "Version", "source:Package", "source:Version", "Architecture", "Homepage")


@dataclass
class Package:
    name: str
    version: str
    source: str
    source_version: str
    architecture: str
    homepage: str


def owners(files) -> dict:
    """Returns file -> name of its package. Ends the program if a file belongs to none."""
    # dpkg knows some files as /lib/… and others as /usr/lib/…; both are the same folder.
    known = {other: file for file in files for other in (file, file.removeprefix("/usr"))}
    text = subprocess.run(["dpkg-query", "--search", *known], capture_output=True, text=True).stdout
    found = {known[path]: package for package, path in re.findall(r"^([^:\s]+)(?::\w+)?: (\S+)$", text, re.MULTILINE)}
    for file in files:
        if file not in found:
            sys.exit(f"debian.py: {file} belongs to no package")
    return found


def packages(names) -> list:
    """Returns the installed packages of these names, sorted."""
    form = "\\t".join(f"${{{field}}}" for field in FIELDS) + "\\n"
    text = subprocess.run(["dpkg-query", "--show", f"--showformat={form}", *sorted(names)], check=True,
                          capture_output=True, text=True).stdout
    return [Package(*line.split("\t")) for line in text.splitlines()]


def copy_licences(names, folder: Path):
    """Writes folder/<package>/copyright for each package, and the texts that these name to folder/common."""
    common = set()
    for name in names:
        text = Path(f"/usr/share/doc/{name}/copyright").read_bytes()
        target = folder / name / "copyright"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
        common.update(re.findall(rb"/usr/share/common-licenses/([\w.-]*\w)", text))
    (folder / "common").mkdir()
    for name in (found.decode() for found in common):
        if (COMMON / name).exists():
            shutil.copyfile(COMMON / name, folder / "common" / name)
