# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file, D-Bus service file and icons: tst_desktop.py BUILT HELIOGRAPH. BUILT is the folder with the configured
files, HELIOGRAPH the built program."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ID = "io.github.heliograph.Heliograph"
HELIOGRAPH = sys.argv.pop()
BUILT = Path(sys.argv.pop())


def read(path):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


class DesktopTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.path = BUILT / f"{ID}.desktop"
        cls.desktop = read(cls.path)
        cls.entry = cls.desktop["Desktop Entry"]
        cls.help = subprocess.run([HELIOGRAPH, "--help"], check=True, capture_output=True, text=True,
                                  env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}).stdout

    @unittest.skipUnless(shutil.which("desktop-file-validate"), "desktop-file-validate is not installed")
    def test_desktop_file_is_valid(self):
        found = subprocess.run(["desktop-file-validate", self.path], capture_output=True, text=True, check=False)
        self.assertEqual((found.returncode, found.stdout), (0, ""))

    def test_one_id_everywhere(self):
        self.assertEqual(self.entry["Icon"], ID)
        self.assertIn(f'programId("{ID}")', (ROOT / "ui/models/programid.h").read_text(encoding="utf-8"))
        metainfo = ElementTree.parse(BUILT / f"{ID}.metainfo.xml").getroot()
        self.assertEqual(metainfo.findtext("id"), ID)
        self.assertEqual(metainfo.findtext("launchable"), f"{ID}.desktop")
        self.assertEqual(metainfo.findtext("provides/dbus"), ID)
        # The object path of D-Bus activation is the id with slashes.
        path = "/" + ID.replace(".", "/")
        self.assertIn(f'"{path}"', (ROOT / "app/monitor/buschannel.cpp").read_text(encoding="utf-8"))

    def test_every_text_is_there_in_german(self):
        for name in self.desktop.sections():
            section = self.desktop[name]
            for key in ("GenericName", "Comment", "Keywords", *(["Name"] if "Action" in name else [])):
                if key in section:
                    self.assertTrue(section.get(f"{key}[de]"), f"{name}: {key}")
        metainfo = ElementTree.parse(BUILT / f"{ID}.metainfo.xml").getroot()
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        for tag in ("summary", "p", "li", "caption"):
            found = [element.get(language) for element in metainfo.iter(tag)]
            self.assertEqual(found, [None, "de"] * (len(found) // 2), tag)
            self.assertTrue(found, tag)

    def test_bus_starts_the_program(self):
        activatable = self.entry["DBusActivatable"] == "true"
        service = BUILT / f"{ID}.service"
        self.assertEqual(service.exists(), activatable)
        if activatable:
            section = read(service)["D-BUS Service"]
            self.assertEqual(section["Name"], ID)
            self.assertRegex(section["Exec"], r"^/.*/heliograph --service$")
            self.assertIn("--service", self.help)

    def test_actions_are_options(self):
        actions = self.entry["Actions"].strip(";").split(";")
        self.assertEqual(actions, ["show-failures", "pause-notifications", "resume-notifications"])
        words = (ROOT / "app/monitor/request.cpp").read_text(encoding="utf-8")
        for action in actions:
            self.assertEqual(self.desktop[f"Desktop Action {action}"]["Exec"], f"heliograph --{action}")
            self.assertIn(f"--{action}", self.help)
            self.assertIn(f'"{action}"', words)

    def test_opens_links(self):
        self.assertIn("x-scheme-handler/heliograph", self.entry["MimeType"].split(";"))
        self.assertRegex(self.entry["Exec"], r"^heliograph %u$")
        self.assertRegex(self.help, r"(?m)^Usage: .* \[link\]$")

    def test_symbolic_icons_have_the_format_of_themes(self):
        icons = sorted((ROOT / "resources/icons/tray").iterdir())
        names = [icon.name for icon in icons]
        self.assertEqual(names, [f"{ID}-{state}-symbolic.svg" for state in ("connecting", "failed", "live", "offline")])
        for icon in icons:
            root = ElementTree.parse(icon).getroot()
            self.assertEqual((root.get("width"), root.get("height")), ("16", "16"))
            # Themes recolour fills, not strokes.
            text = icon.read_text(encoding="utf-8")
            self.assertNotIn("stroke", text)
            self.assertEqual(set(re.findall(r'fill="([^"]*)"', text)), {"#2e3436"})


if __name__ == "__main__":
    unittest.main()
