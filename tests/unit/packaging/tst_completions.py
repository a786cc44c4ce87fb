# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What bash, zsh and fish offer for lines of helio: tst_completions.py HELIO. A script stands for helio while they complete."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "packaging/manual"))

import completions  # noqa: E402
import grammar  # noqa: E402

HELIO = Path(sys.argv.pop()).resolve()
SHELLS = ("bash", "zsh", "fish")
BASH = Path("/usr/share/bash-completion/bash_completion")

# Answers as a hub has them, and one as only a hostile hub has it.
STAND_IN = """\
#!/bin/sh
echo "$*" >>"$HOME/asked"
case $1 in
    jobs) echo '{"job_id":"job-1","status":"queued"}
{"job_id":"job:2","status":"queued"}
{"job_id":"$(touch $HOME/ran)","status":"queued"}' ;;
    replay) echo '{"delivery":{"job_id":"job-1","source":"render-farm","verdict":"good"}}
{"delivery":{"job_id":"job-1","source":"render-farm","verdict":"good"}}
{"delivery":{"job_id":"job-1","source":"`touch $HOME/ran`","verdict":"good"}}' ;;
esac
"""

IN_BASH = """\
source "$1"
source "$2"
COMP_LINE=$3 COMP_POINT=${#3} COMP_WORDS=("${@:4}") COMP_CWORD=$(($# - 4))
_helio
[ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
"""


class Shells(unittest.TestCase):
    """The completions in a folder, with a `bin/helio` that answers them."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.home = Path(folder.name)
        (cls.home / "bin").mkdir()
        common, commands = grammar.read(HELIO)
        for name, write in completions.FILES.items():
            target = cls.home / name
            target.parent.mkdir(parents=True)
            target.write_text(write(common, commands), encoding="utf-8")

    def run_shell(self, *words):
        environment = {**os.environ, "HOME": str(self.home), "PATH": f"{self.home}/bin:{os.environ['PATH']}"}
        out = subprocess.run(words, env=environment, cwd=self.home, check=True, capture_output=True, text=True).stdout
        return sorted(line.partition("\t")[0] for line in out.splitlines())

    def in_bash(self, line):
        # bash splits words at `:` and `=`, too.
        words = re.findall(r"[:=]+|[^\s:=]+", line) + ([""] if line.endswith(" ") else [])
        return self.run_shell("bash", "-c", IN_BASH, "bash", BASH, "bash-completion/completions/helio", line, *words)

    def in_zsh(self, line):
        script = Path(__file__).with_name("completeinzsh.zsh")
        return self.run_shell("zsh", script, self.home / "zsh/vendor-completions", line)

    def in_fish(self, line):
        return self.run_shell("fish", "-c", "source fish/vendor_completions.d/helio.fish; complete -C $argv[1]", line)

    def shells(self):
        """Returns what completes a line in each shell that is installed."""
        found = [getattr(self, f"in_{shell}") for shell in SHELLS if shutil.which(shell)]
        return found if BASH.exists() else found[1:]



class StandIn(Shells):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        stand_in = cls.home / "bin/helio"
        stand_in.write_text(STAND_IN)
        stand_in.chmod(0o755)

    def test_shells_are_installed(self):
        for shell in SHELLS:
            with self.subTest(shell=shell):
                if not shutil.which(shell) or not BASH.exists():
                    self.skipTest("package bash-completion, zsh or fish is missing")

    def test_commands_and_options(self):
        for complete in self.shells():
            self.assertEqual(["tail"], complete("helio ta"))
            self.assertEqual(["--status"], complete("helio jobs --st"))
            self.assertEqual(["failed"], complete("helio jobs --status fa"))

    def test_jobs_of_the_hub(self):
        for complete in self.shells():
            self.assertEqual(["job-1", "job:2"], complete("helio wait "))
            self.assertIn(complete("helio wait job:"), (["job:2"], ["2"]))  # bash adds to the word after `:`
            self.assertFalse((self.home / "ran").exists())

    def test_sources_of_the_hub(self):
        for complete in self.shells():
            expected = sorted([*grammar.SOURCES, "render-farm"])
            self.assertEqual(expected, complete("helio replay --source "))
            self.assertEqual(["render-farm"], complete("helio doctor --source re"))
            self.assertFalse((self.home / "ran").exists())

    def test_the_hub_is_that_of_the_line(self):
        asked = self.home / "asked"
        for complete in self.shells():
            asked.unlink(missing_ok=True)
            complete("helio --hub http://127.0.0.1:1 tail jo")
            self.assertIn("--hub http://127.0.0.1:1 ", asked.read_text())

    def test_files(self):
        (self.home / "hub.toml").touch()
        for complete in self.shells():
            self.assertEqual(["hub.toml"], complete("helio check hub"))


CONFIGURATION = """\
[[sources]]
name = "render-farm"
scheme = "generic"
[sources.map]
job = "/id"
"""


class RunningHub(Shells):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.home / "bin/helio").symlink_to(HELIO)
        (cls.home / "hub.toml").write_text(CONFIGURATION)
        cls.hub = subprocess.Popen([HELIO.with_name("heliographd"), "--config", cls.home / "hub.toml",
                                    "--data", cls.home / "data", "--listen", "127.0.0.1:0"],
                                   stderr=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.end)
        cls.url = next(found[1] for line in cls.hub.stderr if (found := re.search(r"listening on (http://\S+)", line)))
        subprocess.run([HELIO, "--hub", cls.url, "publish", "job-1", "progress", "--create", "generic"], check=True,
                       capture_output=True)
        request = urllib.request.Request(f"{cls.url}/api/v1/webhooks/render-farm", b'{"id":"job-1"}',
                                         {"Content-Type": "application/json"})
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).close()

    @classmethod
    def end(cls):
        cls.hub.kill()
        cls.hub.communicate()

    def test_jobs_and_sources(self):
        for complete in self.shells():
            self.assertEqual(["job-1"], complete(f"helio --hub {self.url} wait jo"))
            self.assertEqual(["render-farm"], complete(f"helio --hub {self.url} replay --source re"))


class Sources(unittest.TestCase):
    def test_documents_name_the_same(self):
        text = (ROOT / "resources/docs/webhooks.md").read_text(encoding="utf-8")
        listed = re.search(r"sources exist without\nconfiguration: ([^.]*)\.", text)[1]
        self.assertEqual(sorted(grammar.SOURCES), sorted(re.findall("`([^`]*)`", listed)))


if __name__ == "__main__":
    unittest.main()
