# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages, completions and hub.toml: tst_manual.py HELIO."""

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parents[3]
sys.path += [str(ROOT / "packaging/manual"), str(ROOT / "tests/unit/resources")]

import completions  # noqa: E402
import documents  # noqa: E402
import grammar  # noqa: E402
import helptext  # noqa: E402
import hubtoml  # noqa: E402
import markdown  # noqa: E402
from roff import Page, inline  # noqa: E402

HELIO = sys.argv.pop()

HELP = """\
Usage: tool JOB...
       tool [--kind KIND]

Does one thing. More about it
on a second line.

Second paragraph. Options:
  --kind KIND      only this kind: one two_2 three
                   and more of the text
  --long-name FILE a file
  -h, --help       this help; after a command, its help   -v, --version
Arguments:
  link             what to show,
                   in two lines
Exit codes:
  0 done   1 wrong: 2 errors   130 interrupted
  wait also: 2 failed
A last sentence.
"""


class HelpTexts(unittest.TestCase):
    def setUp(self):
        self.help = helptext.parse(HELP)

    def test_usage_and_paragraphs(self):
        self.assertEqual(["tool JOB...", "tool [--kind KIND]"], self.help.usage)
        self.assertEqual(["Does one thing. More about it on a second line.", "Second paragraph."], self.help.about)

    def test_options(self):
        self.assertEqual([("--kind KIND", "only this kind: one two_2 three and more of the text"),
                          ("--long-name FILE", "a file"),
                          ("-h, --help", "this help; after a command, its help"), ("-v, --version", "print the version")],
                         [(entry.term, entry.text) for entry in self.help.options])

    def test_arguments(self):
        self.assertEqual([("link", "what to show, in two lines")],
                         [(entry.term, entry.text) for entry in self.help.arguments])

    def test_exit_codes(self):
        self.assertEqual([("0", "done"), ("1", "wrong: 2 errors"), ("130", "interrupted"),
                          ("", "wait also: 2 failed"), ("", "A last sentence.")],
                         [(entry.term, entry.text) for entry in self.help.exit_codes])


class Grammar(unittest.TestCase):
    def test_values(self):
        for metavar, text, kind, words in [
                ("FILE", "a file: one two", "file", []), ("FOLDER", "", "folder", []), ("JOB", "", "job", []),
                ("KIND", "only jobs of this kind: generic restore", "words", ["generic", "restore"]),
                ("LIST", "only these, comma-separated: a b c", "list", ["a", "b", "c"]),
                ("TIME", "give up after this time: 500ms 30s (default: never)", "words", ["500ms", "30s"]),
                ("ALG", "HS256 EdDSA (default: set by the key)", "words", ["HS256", "EdDSA"]),
                ("WORDS", "read admin (default: read). admin: to do more", "words", ["read", "admin"]),
                ("URL", "the hub (default: $HELIOGRAPH_URL)", "none", []), ("TEXT", "text: for a line", "none", [])]:
            with self.subTest(metavar=metavar):
                self.assertEqual(grammar.Value(kind, words), grammar.value_of(metavar, text))

    def test_every_command_of_helio(self):
        common, commands = grammar.read(HELIO)
        self.assertIn("--token-file", [option.name for option in common])
        names = [command.name for command in commands]
        self.assertEqual(["tail", "publish", "wait"], names[:3])
        for command in commands:
            usage = "\n".join(helptext.run(HELIO, command.name).usage)
            for name in set(re.findall(r"--[\w-]+", usage)) - {"--help"}:
                self.assertIn(name, [option.name for option in command.options + common], command.name)
        publish = commands[names.index("publish")]
        self.assertEqual(["job", "words"], [value.kind for _, value in publish.arguments])


class Completions(unittest.TestCase):
    def test_shells_can_read_them(self):
        common, commands = grammar.read(HELIO)
        for name, write in completions.FILES.items():
            shell = re.match(r"\w+", name)[0]
            with self.subTest(shell=shell), tempfile.NamedTemporaryFile("w") as file:
                text = write(common, commands)
                for command in commands:
                    self.assertIn(command.name, text)
                file.write(text)
                file.flush()
                try:
                    subprocess.run([shell, "-n", file.name], check=True)
                except FileNotFoundError:
                    self.skipTest(f"there is no {shell}")


class HubToml(unittest.TestCase):
    def setUp(self):
        self.text = hubtoml.configuration((ROOT / "resources/docs/configuration.md").read_text(encoding="utf-8"))

    def test_has_every_key(self):
        keys = [key for key in documents.code_keys(ROOT) if not key.startswith("sources.")]
        section, found = "", []
        for line in self.text.partition("#[[sources]]")[0].splitlines():
            if heading := re.fullmatch(r"#\[(\w+)\]", line):
                section = heading[1]
            elif key := re.fullmatch(r"#(\w+) = .*", line):
                found.append(f"{section}.{key[1]}")
        self.assertEqual(sorted(keys), sorted(found))

    def test_is_a_comment_as_a_whole(self):
        self.assertEqual({}, tomllib.loads(self.text))

    def test_is_toml_without_the_comment_signs(self):
        parsed = tomllib.loads(re.sub(r"^#(?=[\w\[])", "", self.text, flags=re.MULTILINE))
        self.assertEqual(16384, parsed["limits"]["header_bytes"])
        self.assertEqual(["127.0.0.1:4354"], parsed["hub"]["listen"])
        self.assertEqual("render-farm", parsed["sources"][0]["name"])

    def test_helio_accepts_the_defaults(self):
        with tempfile.TemporaryDirectory() as folder:
            file, secret = Path(folder) / "hub.toml", Path(folder) / "farm.secret"
            file.write_text(re.sub(r"^#(?=[\w\[])", "", self.text, flags=re.MULTILINE), encoding="utf-8")
            secret.write_text("0123456789abcdef0123456789abcdef", encoding="utf-8")
            secret.chmod(0o600)
            subprocess.run([HELIO, "check", file], check=True, capture_output=True)

    def test_values(self):
        for text, value in [("16 KiB", "16384"), ("20 000", "20000"), ("`[]`", "[]"), ("10", "10")]:
            self.assertEqual(value, hubtoml.value(text))


class Pages(unittest.TestCase):
    def test_inline(self):
        for text, roff in [("a `b-c` d", r"a \fBb\-c\fR d"), ("[x](glossary.md)", "x"), (".start", r"\&.start"),
                           ("**b** *i* `*.c`", r"\fBb\fR \fBi\fR \fB*.c\fR"), ("it's", r"it\(aqs")]:
            with self.subTest(text=text):
                self.assertEqual(roff, inline(text))

    def test_blocks(self):
        page = Page("x", 1, "1", "2026-01-01")
        head = len(page.lines)
        markdown.add(page, ["One", "line.", "", "| key | default | what |", "|---|---|---|", "| `a` | 1 | Text. |", "",
                            "- first", "  goes on", "- second", "", "```", "code", "```", "### Sub", "2. two"])
        self.assertEqual([".PP", "One line.", ".TP", r"\fBa\fR (default: 1)", "Text.", '.IP "\\(bu" 4', "first goes on",
                          '.IP "\\(bu" 4', "second", ".PP", ".RS 4", ".nf", "code", ".fi", ".RE", '.SS "Sub"',
                          '.IP "2." 4', "two"], page.lines[head:])

    def test_sections(self):
        found = markdown.sections("# Title\nabove\n## One `x`\n```\n## not one\n```\n## Two\n")
        self.assertEqual(["", "One x", "Two"], list(found))


if __name__ == "__main__":
    unittest.main()
