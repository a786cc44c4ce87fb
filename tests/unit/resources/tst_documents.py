# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the documents against the tree, and the checks against changed copies of it."""

import shutil
import tempfile
import unittest
from pathlib import Path

import documents

ROOT = Path(__file__).resolve().parents[3]


class TheTree(unittest.TestCase):
    """Our own documents and sources."""

    def check(self, faults):
        self.assertEqual([], list(faults))

    def test_links(self):
        self.check(documents.link_faults(ROOT))

    def test_mentions(self):
        self.check(documents.mention_faults(ROOT))

    def test_keys(self):
        self.check(documents.key_faults(ROOT))

    def test_metrics(self):
        self.check(documents.metric_faults(ROOT))

    def test_schemes(self):
        self.check(documents.scheme_faults(ROOT))

    def test_readme(self):
        self.check(documents.readme_faults(ROOT))

    def test_there_is_something_to_check(self):
        keys = documents.code_keys(ROOT)
        self.assertGreater(len(keys), 80)
        self.assertGreater(sum("least" in key for key in keys.values()), 40)
        self.assertGreater(len(documents.code_metrics(ROOT)), 15)


class TheReaders(unittest.TestCase):
    """Small texts of which the answer is known."""

    def test_number(self):
        for text, value in [("64 * kib", 65536), ("kib * kib", 2**20), ("10'000", 10000), ("7 * 24 * 3600", 604800),
                            ("256LL * 1024", 262144), ("1024 * gib", 2**40)]:
            with self.subTest(text=text):
                self.assertEqual(value, documents.number(text))
        with self.assertRaises(ValueError):
            documents.number("exit()")

    def test_amount(self):
        for text, value in [("64 KiB", 65536), ("1 000 000", 1000000), ("0", 0), ("1 TiB", 2**40)]:
            with self.subTest(text=text):
                self.assertEqual(value, documents.amount(text))

    def test_every_limit_is_read(self):
        """A key whose way of writing the reader does not know must not be passed over."""
        text = (ROOT / "app/hub/configkeys.cpp").read_text(encoding="utf-8")
        table = text[text.index("namedKeys()\n{"):]
        read = [key for key in documents.code_keys(ROOT) if not key.startswith("sources.")]
        self.assertEqual(table.count("Key(") + table.count("limit(") + table.count("duration<"), len(read))


class TheChecks(unittest.TestCase):
    """A copy of the tree with one change each, so that the checks are known to find what they look for."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in ("app/hub", "hub", "resources/docs"):
            shutil.copytree(ROOT / name, self.root / name)
        (self.root / "README.md").write_text("# A\n\n## B c\n", encoding="utf-8")

    def change(self, file, before, after):
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        self.assertIn(before, text)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    def assertFault(self, check, words):
        faults = list(check(self.root))
        self.assertTrue(any(words in fault for fault in faults), faults)

    def test_links(self):
        for link, words in [("[x](nothing.md)", "nothing.md does not exist"), ("[x](#d)", "no section d"),
                            ("[x](README.md#b)", "no section b")]:
            with self.subTest(link=link):
                (self.root / "README.md").write_text(f"# A\n\n## B c\n\n{link} [y](#b-c)\n", encoding="utf-8")
                faults = [fault for fault in documents.link_faults(self.root) if fault.startswith("README.md")]
                self.assertEqual(1, len(faults))
                self.assertIn(words, faults[0])

    def test_mentions(self):
        for line, words in [("// As in nothing.md.", "nothing.md"), ("/// See streams.md#nothing.", "no section")]:
            with self.subTest(line=line):
                (self.root / "hub/a.h").write_text(line + "\n", encoding="utf-8")
                self.assertFault(documents.mention_faults, words)
        (self.root / "hub/a.h").write_text('auto a = "no.md"; // resources/docs/streams.md#rely-on-a-stream\n')
        self.assertFalse([fault for fault in documents.mention_faults(self.root) if "hub/a.h" in fault])

    def test_keys(self):
        rows = [
            ("app/hub/configkeys.cpp", '"hub", "public_url"', '"hub", "other_url"', "lacks hub.other_url"),
            ("app/hub/configkeys.cpp", '"ring_events", 16', '"ring_events", 17', "range of limits.ring_events"),
            ("app/hub/configtoml.cpp", '"tolerance_s"', '"patience_s"', "lacks sources.patience_s"),
            ("hub/source/genericmap.cpp", '"images"', '"pictures"', "lacks sources.map.pictures"),
            ("resources/docs/configuration.md", "| `limits.drain_s` | 30", "| `limits.drain_s` | 31", "default of limits.drain_s"),
            ("resources/docs/configuration.md", "`hub.listen` | list | `[\"127.0.0.1:4354\"]` | restart",
             "`hub.listen` | list | `[]` | reload", "hub.listen changes by a restart"),
            ("resources/docs/streams.md", "`limits.drain_s`", "`limits.drain_m`", "names limits.drain_m"),
        ]
        for file, before, after, words in rows:
            with self.subTest(after=after):
                self.change(file, before, after)
                self.assertFault(documents.key_faults, words)

    def test_metrics(self):
        self.change("hub/core/streammetrics.cpp", '"sse_bytes_sent_total"', '"sse_octets_sent_total"')
        self.assertFault(documents.metric_faults, "lacks heliograph_sse_octets_sent_total")
        self.assertFault(documents.metric_faults, "has heliograph_sse_bytes_sent_total")

    def test_schemes(self):
        self.change("hub/source/scheme.cpp", '"stripe"', '"striped"')
        self.assertFault(documents.scheme_faults, "lacks the scheme striped")
        self.assertFault(documents.scheme_faults, "has the scheme stripe")
        self.assertFault(documents.scheme_faults, "sources.scheme does not list")

    def test_readme(self):
        (self.root / "README.md").write_text("\n" * 151, encoding="utf-8")
        self.assertFault(documents.readme_faults, "151 lines")


if __name__ == "__main__":
    unittest.main()
