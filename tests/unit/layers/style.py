# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of CONTRIBUTING.md that neither compiler nor clang-format checks: durations are std::chrono, a pimpl
is a `class Private` behind `m_d`, and a body of one line has no braces."""

import re
from pathlib import Path

import layers

FOLDERS = ("app/", "hub/", "ui/")

# Instants: numbers since 1970 UTC, as the wire and the database carry them, or of the steady clock.
# A duration does not belong here.
INSTANTS = set("""
    answeredMs asOfMs atMs begunMs checksAtMs committedMs createdMs endMs expiresMs expiresS filledMs finishedMs
    issuedS lastBeatMs loadedMs maxMs notBeforeMs nowMs openedMs openedSteadyMs receivedMs saidMs secondMs
    sentMs sinceMs sortedMs startedMs steadyMs submittedMs takenSteadyMs tickedMs timeMs untilMs updatedMs
    wallMs
""".split())

NUMBER = r"(?:qint64|quint64|qint32|quint32|u?int\d*(?:_t)?|uint|unsigned|long|qsizetype|double|float|qreal)"
UNIT = r"(?:Ms|Msecs|Millis|Us|Usecs|Micros|Ns|Seconds|Secs|S|Minutes|Hours|Days)"
TIMED = re.compile(rf"\b{NUMBER}\b>?\s*[&*]?\s*(?:\w+::)*(?:m_)?(\w*[a-z0-9]{UNIT})\b")
RATE = re.compile(r"(?:^p|P)er[A-Z]")

NESTED = re.compile(r"^[ \t]+(?:class|struct) (\w+);", re.MULTILINE)
OWNED = re.compile(r"std::unique_ptr<(?:const )?(\w+)>\s+(\w+)\s*;")

BRACED = re.compile(r"^( *)((?:if|for|while) \([^\n]*\)) \{\n\1    [^\n]*;\n\1\}\n(?!\1else)", re.MULTILINE)


def code_of(path: Path) -> str:
    return re.sub(r"//.*", "", path.read_text(encoding="utf-8"))


def sources(root: Path, suffixes):
    for path in layers.sources(root, suffixes):
        file = path.relative_to(root).as_posix()
        if file.startswith(FOLDERS):
            yield file, code_of(path)


def duration_faults(root: Path):
    for file, code in sources(root, (".h", ".cpp")):
        for name in TIMED.findall(code):
            if name not in INSTANTS and not RATE.search(name):
                yield f"{file}: {name} is a number: durations are std::chrono; see CONTRIBUTING.md"


def pimpl_faults(root: Path):
    for file, code in sources(root, (".h",)):
        hidden = {"Private", *NESTED.findall(code)}
        for kind, name in OWNED.findall(code):
            if kind in hidden and (kind, name) != ("Private", "m_d"):
                yield f"{file}: {kind} {name} must be Private m_d"


def brace_faults(root: Path):
    for path in layers.sources(root, (".h", ".cpp")):
        for found in BRACED.finditer(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(root).as_posix()}: a body of one line has no braces: {found[2]}"
