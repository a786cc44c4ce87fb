# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against the rules of style.py, and the checks against sources that break them."""

import tempfile
import unittest
from pathlib import Path

import style

ROOT = Path(__file__).resolve().parents[3]


class TheTree(unittest.TestCase):
    """The sources of this project."""

    def test_there_is_something_to_check(self):
        self.assertGreater(len(list(style.sources(ROOT, (".h", ".cpp")))), 20)

    def test_durations(self):
        self.assertEqual([], list(style.duration_faults(ROOT)))

    def test_pimpls(self):
        self.assertEqual([], list(style.pimpl_faults(ROOT)))

    def test_braces(self):
        self.assertEqual([], list(style.brace_faults(ROOT)))


class TheRule(unittest.TestCase):
    """Invented sources, which prove that the checks find violations."""

    def check(self, check, rows):
        for file, text, count in rows:
            with self.subTest(file=file, text=text), tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / file
                path.parent.mkdir(parents=True)
                path.write_text(text, encoding="utf-8")
                self.assertEqual(count, len(list(check(Path(folder)))))

    def test_durations(self):
        self.check(style.duration_faults, [
            ("hub/core/a.h", "void wait(qint64 delayMs);", 1),
            ("hub/core/a.h", "void wait(int leastMs, int mostMs);", 2),
            ("hub/core/a.cpp", "constexpr qint64 pauseMs = 60'000;", 1),
            ("hub/core/a.cpp", "static constexpr int coolDownMs = 15 * 60'000;", 1),
            ("hub/core/a.h", "const qint64 m_toleranceS;", 1),
            ("hub/core/a.h", "qint64 uptimeSeconds() const;", 1),
            ("hub/core/a.cpp", "qint64 Hub::uptimeSeconds() const", 1),
            ("hub/core/a.h", "std::optional<int> retryMs;", 1),
            ("hub/core/a.h", "const std::int64_t &graceMs;", 1),
            ("ui/client/a.h", "double ageSeconds = 0;", 1),
            ("app/sim/a.cpp", "int patienceMs = 1;", 1),
            ("hub/core/a.h", "std::chrono::milliseconds delay{0};", 0),
            ("hub/core/a.h", "qint64 m_startedMs = 0; qint64 wallMs() const;", 0),
            ("hub/core/a.h", "double ratePerS = 1; double perMs; double eventsPerSecond;", 0),
            ("hub/core/a.h", "// int delayMs is wrong", 0),
            ("hub/core/a.h", "int items; int m_CSS; QByteArray textMs;", 0),
            ("tests/unit/core/a.cpp", "int patienceMs = 1;", 0),
        ])

    def test_pimpls(self):
        self.check(style.pimpl_faults, [
            ("hub/core/a.h", "    class Private;\n    std::unique_ptr<Private> m_d;", 0),
            ("hub/core/a.h", "    class Private;\n    std::unique_ptr<Private> d;", 1),
            ("hub/core/a.h", "    struct State;\n    std::unique_ptr<State> m_state;", 1),
            ("hub/core/a.h", "    class Impl;\n    const std::unique_ptr<Impl> m_d;", 1),
            ("hub/core/a.h", "class Channel;\nclass Sink {\n    std::unique_ptr<Channel> m_channel;", 0),
            ("hub/core/a.h", "    struct Filling;\n    std::unique_ptr<Filling> next();", 0),
        ])

    def test_braces(self):
        self.check(style.brace_faults, [
            ("ui/models/a.cpp", "    if (a) {\n        b();\n    }\n    c();\n", 1),
            ("tests/unit/core/a.cpp", "for (const auto &a : b) {\n    c(a);\n}\n", 1),
            ("hub/core/a.h", "    while (a)\n        b();\n", 0),
            ("hub/core/a.cpp", "    if (a) {\n        b();\n        c();\n    }\n", 0),
            ("hub/core/a.cpp", "    if (a) {\n        b();\n    }\n    else\n        c();\n", 0),
            ("hub/core/a.cpp", "    for (a : b) {\n        if (a)\n            c();\n    }\n", 0),
        ])


if __name__ == "__main__":
    unittest.main()
