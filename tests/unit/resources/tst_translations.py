# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations against the sources, and the checks of them against texts of which the answer is known."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "resources/translations"))

import translate  # noqa: E402


def text(source, *forms, context="ui::Page", state=""):
    return translate.Text(context, source, list(forms), state)


class TheTree(unittest.TestCase):
    """Our own translations. If a test fails here, run ./dev translate and follow what it prints."""

    def texts(self, language):
        path = ROOT / translate.FOLDER / f"heliograph_{language}.ts"
        return translate.read(path.read_text(encoding="utf-8"))

    @unittest.skipUnless(translate.lupdate(), "lupdate is not installed")
    def test_files_have_the_texts_of_the_sources(self):
        self.assertEqual([], translate.outdated(translate.lupdate()))

    def test_every_text_is_translated(self):
        for language in translate.LANGUAGES:
            self.assertEqual([], [str(one) for one in self.texts(language) if translate.is_unfinished(one)])

    def test_translations_fit_their_sources(self):
        for language in translate.LANGUAGES:
            self.assertEqual([], translate.faults(self.texts(language)))

    def test_german_is_complete_and_english_has_plurals(self):
        self.assertGreater(len(self.texts("de")), 500)
        english = self.texts("en")
        self.assertGreater(len(english), 10)
        self.assertTrue(all(one.has_plurals and len(one.forms) == 2 for one in english))

    def test_every_language_is_in_the_program(self):
        # ui::languages() has the same codes.
        code = (ROOT / "ui/models/languages.cpp").read_text(encoding="utf-8")
        build = (ROOT / translate.FOLDER / "CMakeLists.txt").read_text(encoding="utf-8")
        self.assertIn(f"foreach(language {' '.join(translate.LANGUAGES)})", build)
        for language in translate.LANGUAGES:
            self.assertIn(f'QStringLiteral("{language}")', code)


class TheChecks(unittest.TestCase):
    def test_good_translations_have_no_fault(self):
        for good in [text("&Go to job…", "&Gehe zu Job…"), text("%1 of %2", "von %2 sind es %1"),
                     text("%Ln jobs", "%Ln Job", "%Ln Jobs"), text(". Check it.", ". Stimmt es?"),
                     text("a && b", "a && b"), text("<p>x</p>", "<p>y</p>")]:
            with self.subTest(text=good.source):
                self.assertEqual([], translate.faults([good]))

    def test_faults_are_found(self):
        for wrong in [text("%1 of %2", "%1 von %1"), text("%Ln jobs", "%Ln Job", "Jobs"), text("&Quit", "Beenden"),
                      text("Quit", "&Beenden"), text("Cancel…", "Abbrechen"), text("Cancel", "Abbrechen…"),
                      text("Name:", "Name"), text(" (attempt %1)", "(Versuch %1)"), text("<p>x</p>", "<p>y"),
                      text("one\ntwo", "eins zwei"), text("Quit", "Beenden", state="vanished"),
                      text("Quit", "Beenden", state="obsolete"), text("Quit", "Beenden", context="Page"),
                      text("Quit", "Beenden", context="ui")]:
            with self.subTest(text=wrong.source, form=wrong.forms):
                self.assertEqual(1, len(translate.faults([wrong])))

    def test_unfinished_texts_are_found(self):
        self.assertTrue(translate.is_unfinished(text("Quit", "Beenden", state="unfinished")))
        self.assertTrue(translate.is_unfinished(text("Quit", "")))
        self.assertTrue(translate.is_unfinished(text("%Ln jobs", "%Ln Job", "")))
        self.assertFalse(translate.is_unfinished(text("Quit", "Beenden")))

    @unittest.skipUnless(translate.lupdate(), "lupdate is not installed")
    def test_a_missing_text_is_found(self):
        # GIVEN a copy of the translations without one text
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / translate.FOLDER
            shutil.copytree(ROOT / translate.FOLDER, copy)
            german = copy / "heliograph_de.ts"
            whole = german.read_text(encoding="utf-8")
            begin = whole.index("    <message")
            end = whole.index("</message>\n") + len("</message>\n")
            german.write_text(whole[:begin] + whole[end:], encoding="utf-8")
            # THEN the check names the file
            self.assertEqual(["heliograph_de.ts"], translate.outdated(translate.lupdate(), Path(folder)))


if __name__ == "__main__":
    unittest.main()
