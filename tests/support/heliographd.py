# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a hub with access keys as a separate process on loopback."""

import base64
import hashlib
import hmac
import json
import pathlib
import re
import secrets
import subprocess
import tempfile
import time

def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


class Hub:
    """A running hub, as a context manager.

    `configuration` is the text of its configuration file; `{folder}` in it stands for the folder of
    the hub's files. That folder holds `hs.secret` (signs the tokens), `ci.secret` (for webhook
    sources) and the files that `extra_files` returns as a dictionary of name to bytes.
    `extra_files` is called with the content of `ci.secret`."""

    def __init__(self, program, configuration, extra_files=lambda ci_secret: {}):
        self.program = program
        self.configuration = configuration
        self.extra_files = extra_files

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="heliographd-")
        folder = pathlib.Path(self.folder.name)
        self.secret = secrets.token_hex(32).encode()
        self.ci_secret = secrets.token_hex(32).encode()
        files = {"hs.secret": self.secret, "ci.secret": self.ci_secret, **self.extra_files(self.ci_secret)}
        for name, secret in files.items():
            (folder / name).write_bytes(secret)
            (folder / name).chmod(0o600)
        (folder / "hub.toml").write_text(self.configuration.replace("{folder}", str(folder)))
        self.log = open(folder / "log", "w+b")
        self.process = subprocess.Popen([self.program, "--config", folder / "hub.toml"], stderr=self.log)
        self.address = self._wait_for_address()
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def _wait_for_address(self):
        """Returns host and port as soon as the hub listens. Reads them from the log, or from the
        kernel when the log level hides that line."""
        for _ in range(500):
            found = re.search(r"listening on http://([0-9.]+):(\d+)", self.last_words())
            if found:
                return found[1], int(found[2])
            port = self._listening_port()
            if port:
                return "127.0.0.1", port
            if not self.is_alive():
                break
            time.sleep(0.02)
        raise RuntimeError("the hub did not start to listen:\n" + self.last_words())

    def _listening_port(self):
        """Returns the port on which the process listens according to /proc, or None."""
        ours = set()
        for link in pathlib.Path(f"/proc/{self.process.pid}/fd").glob("*"):
            try:
                target = str(link.readlink())
            except OSError:
                continue
            if target.startswith("socket:["):
                ours.add(target[8:-1])
        for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in ours:
                return int(fields[1].split(":")[1], 16)
        return None

    def token(self, subject, scope="read publish", seconds=3600):
        header = base64url(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
        claims = base64url(json.dumps({"sub": subject, "scope": scope, "exp": int(time.time()) + seconds}).encode())
        signature = hmac.new(self.secret, header + b"." + claims, hashlib.sha256).digest()
        return (header + b"." + claims + b"." + base64url(signature)).decode()

    def github_signature(self, body):
        return "sha256=" + hmac.new(self.ci_secret, body, hashlib.sha256).hexdigest()

    def is_alive(self):
        return self.process.poll() is None

    def last_words(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text(errors="replace")[-4000:]

    def _memory_mib(self, name):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", text)[1]) / 1024

    def rss_mib(self):
        return self._memory_mib("VmRSS")

    def peak_mib(self):
        return self._memory_mib("VmHWM") if self.is_alive() else float("nan")

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")
