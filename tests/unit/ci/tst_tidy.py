# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files `.ci/tidy` checks: in scratch repositories, with a clang-tidy that only prints the name of its file."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / ".ci/tidy"
FAKE = '#!/bin/sh\nfor file; do :; done\necho "checked $file"\ncat "$2/compile_commands.json" 2>/dev/null\ngrep -q BAD "$file" && exit 1\nexit 0\n'


class Repository:
    def __init__(self, path: Path):
        self.path = path

    def git(self, *words):
        options = ("-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "protocol.file.allow=always")
        subprocess.run(("git", *options, *words), cwd=self.path, check=True, capture_output=True)

    def commit(self, **files):
        """Commits files. `a_cpp="…"` is the file a.cpp."""
        for name, text in files.items():
            (self.path / name.replace("_", ".")).write_text(text)
        self.git("add", ".")
        self.git("commit", "-m", "change " + " ".join(files))

    def clone(self, to: Path, *options):
        self.git("clone", "-q", *options, f"file://{self.path}", str(to))
        return Repository(to)

    def tidy(self, tools: Path, seconds=60):
        """Returns the exit code and the checked files in order."""
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
        done = subprocess.run((self.path / ".ci/tidy", str(seconds), "1"), cwd=self.path, env=environment,
                              capture_output=True, text=True, check=False)
        words = [line.split() for line in done.stdout.splitlines()]
        self.commands = [" ".join(line[1:]) for line in words if line[:1] == ["commands"]]
        self.skipped = sum(line[:2] == ["not", "checked,"] for line in words)
        return done.returncode, [line[1] for line in words if line[0] == "checked"]


class TidyTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.tools = self.root / "tools"
        self.tools.mkdir()
        (self.tools / "clang-tidy").write_text(FAKE)
        (self.tools / "clang-tidy").chmod(0o755)
        (self.root / "main/.ci").mkdir(parents=True)
        shutil.copy(SCRIPT, self.root / "main/.ci/tidy")
        self.main = Repository(self.root / "main")
        self.main.git("init", "-q", "-b", "main")
        self.main.commit(old_cpp="old")

    def test_a_branch_is_checked_from_its_merge_base(self):
        clone = self.main.clone(self.root / "clone")
        clone.git("checkout", "-q", "-b", "work")
        clone.commit(one_cpp="1")
        clone.commit(two_cpp="2", notes_md="x")
        self.main.commit(other_cpp="3")
        clone.git("fetch", "-q")
        self.assertEqual(clone.tidy(self.tools), (0, ["two.cpp", "one.cpp"]))

    def test_what_is_not_committed_comes_first(self):
        clone = self.main.clone(self.root / "clone")
        clone.git("checkout", "-q", "-b", "work")
        clone.commit(one_cpp="1")
        (clone.path / "new.cpp").write_text("n")
        (clone.path / "old.cpp").write_text("o")
        self.assertEqual(clone.tidy(self.tools), (0, ["old.cpp", "new.cpp", "one.cpp"]))

    def test_a_header_is_checked_with_its_source(self):
        self.main.commit(a_cpp="a", a_h="a")
        clone = self.main.clone(self.root / "clone")
        clone.git("checkout", "-q", "-b", "work")
        clone.commit(a_h="b", alone_h="h")
        self.assertEqual(clone.tidy(self.tools), (0, ["a.cpp", "alone.h"]))

    def test_the_default_branch_is_checked_by_its_last_commits(self):
        for number in range(20):
            self.main.commit(**{f"f{number}_cpp": "x"})
        expected = [f"f{number}.cpp" for number in reversed(range(20))]
        self.assertEqual(self.main.clone(self.root / "clone").tidy(self.tools), (0, expected))

    def test_a_clone_of_one_branch_knows_no_other(self):
        self.main.git("checkout", "-q", "-b", "work")
        self.main.commit(one_cpp="1")
        clone = self.main.clone(self.root / "clone", "--single-branch", "-b", "work")
        self.assertEqual(clone.tidy(self.tools), (0, ["one.cpp", "old.cpp"]))

    def test_the_oldest_commit_of_a_shallow_clone_adds_every_file(self):
        self.main.commit(one_cpp="1")
        self.main.commit(two_cpp="2")
        clone = self.main.clone(self.root / "clone", "--depth", "1")
        self.assertEqual(clone.tidy(self.tools), (0, ["old.cpp", "one.cpp", "two.cpp"]))

    def test_a_removed_file_is_not_checked(self):
        self.main.commit(one_cpp="1")
        self.main.git("rm", "-q", "one.cpp")
        self.main.git("commit", "-m", "remove it")
        self.assertEqual(self.main.tidy(self.tools), (0, ["old.cpp"]))

    def test_a_complaint_fails_the_run_and_the_others_are_checked(self):
        self.main.commit(bad_cpp="BAD")
        code, checked = self.main.tidy(self.tools)
        self.assertNotEqual(code, 0)
        self.assertEqual(checked, ["bad.cpp", "old.cpp"])

    def test_clang_gets_no_precompiled_headers_of_gcc(self):
        folder = self.main.path / "build/dev"
        folder.mkdir(parents=True)
        made = "commands g++ -Wall -fpch-preprocess -Winvalid-pch -include /a/cmake_pch.hxx -o old.o -c old.cpp\n"
        (folder / "compile_commands.json").write_text(made)
        self.main.tidy(self.tools)
        self.assertEqual(self.main.commands, ["g++ -Wall -o old.o -c old.cpp"])

    def test_no_file_is_started_after_its_time(self):
        self.assertEqual(self.main.tidy(self.tools, seconds=0), (0, []))
        self.assertEqual(self.main.skipped, 1)


if __name__ == "__main__":
    unittest.main()
