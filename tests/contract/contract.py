#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests a hub against its OpenAPI document with generated requests, for a number of seconds.

Starts a heliographd on loopback and fills it with data. Schemathesis then sends requests that the document allows, and
others that it does not: as an administrator, as a user and without a token, all at the same time. Failures are a 5xx,
an answer that the document does not describe (status, media type, headers, body), an accepted method that is not
documented, a request without an answer, and a hub that ends.

    tests/contract/contract.py --hub build/dev/bin/heliographd [--seconds 600] [--seed N] [--report FOLDER]
"""

import argparse
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from heliographd import Hub  # noqa: E402

import world  # noqa: E402
from followers import Followers, document_of  # noqa: E402

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "allow_header_conformance",
)


def start(hub, name, token, options, folder):
    """Starts schemathesis for one caller; its output goes to a file."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SCHEMATHESIS_HOOKS": "hooks",
        "CONTRACT_TOKEN": token,
        "CONTRACT_SECRET": hub.ci_secret.decode(),
        "CONTRACT_TALLY": str(folder / f"{name}.json"),
    }
    address = f"http://{hub.address[0]}:{hub.address[1]}"
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(HERE / "schemathesis.toml"), "run",
               f"{address}/api/v1/openapi.json", "--url", address, "--checks", ",".join(CHECKS), "--no-color",
               "--max-time", str(options.seconds), "--seed", str(options.seed), "--warnings", "off"]
    log = open(folder / f"{name}.log", "wb")
    return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder), log


def wait(name, process, log, options):
    """Returns whether the caller found no failure; otherwise prints its output."""
    try:
        status = process.wait(timeout=options.seconds + 300)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        status = "no end"
    log.close()
    if status != 0:
        print(f"\n== {name} ({status})\n{pathlib.Path(log.name).read_text(errors='replace')}")
    return status == 0


def summarise(folder, names):
    for name in names:
        tally = json.loads((folder / f"{name}.json").read_text())
        statuses = collections.Counter()
        for label, count in tally["answers"].items():
            statuses[label.rsplit(" ", 1)[1]] += count
        counts = ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))
        slowest, where = tally["slowest"]
        print(f"{name:6} {sum(statuses.values()):6} requests: {counts}; slowest {slowest:.2f} s ({where})")


def ends_well(hub, admin):
    """Drains the hub, which the generated requests must not do, and returns whether it ends in order."""
    status, answer = world.call(hub, "POST", "/api/v1/admin/drain", admin)
    try:
        code = hub.process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        code = "no end"
    if status == 202 and code == 0:
        return True
    print(f"\n== drain: {status} {answer!r}, the hub ended with {code}\n{hub.last_words()}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hub", required=True, type=pathlib.Path, help="the heliographd to test")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32), help="seed of the run to repeat")
    parser.add_argument("--report", type=pathlib.Path, help="folder that keeps the output of each caller")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="contract-") as temporary:
        folder = (options.report or pathlib.Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        with Hub(options.hub.resolve(), world.configuration(), world.extra_files) as hub:
            admin = hub.token(world.ADMIN, "read publish notify admin", options.seconds + 3600)
            user = hub.token(world.USER, "read publish", options.seconds + 3600)
            world.fill(hub, admin, user)
            print(f"testing {options.hub} for {options.seconds} s, seed {options.seed}", flush=True)
            callers = {"admin": admin, "user": user, "nobody": ""}
            with Followers(hub, document_of(hub, world.call), admin, user) as followers:
                started = {name: start(hub, name, token, options, folder) for name, token in callers.items()}
                held = [wait(name, *process, options) for name, process in started.items()]
            summarise(folder, callers)
            print(f"{followers.events} events on open streams; the hub used {hub.peak_mib():.0f} MiB at most")
            print(*sorted(followers.faults), sep="\n", end="")
            held.append(not followers.faults)
            held.append(ends_well(hub, admin))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
