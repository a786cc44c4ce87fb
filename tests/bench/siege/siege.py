#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how much a normal publisher and a normal stream suffer while an attack runs.

Starts a hub with access keys. One user publishes 20 events per second and follows them on a stream. Meanwhile
the attacks of attacks.py run one after the other, each for some seconds. For each attack, prints the time
until a publish was acknowledged, the time until the event was on the stream, the largest gap, refused
publishes, and the peak memory of the hub. Asserts nothing, because the figures depend on the machine.

    tests/bench/siege/siege.py --hub build/release/bin/heliographd [--seconds 8] [attack …]
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))

from heliographd import Hub  # noqa: E402

import attacks  # noqa: E402
from probe import run_probe  # noqa: E402

CONFIGURATION = """
[hub]
listen = ["127.0.0.1:0"]
data_dir = "{folder}/data"
log_level = "warning"
public_url = "http://127.0.0.1"
[auth]
hs_secret_file = "{folder}/hs.secret"
[limits]
drain_s = 0
[[sources]]
name = "ci"
scheme = "github"
secrets_file = ["{folder}/ci.secret"]
[[sources]]
name = "runpod-completion"
scheme = "runpod"
secrets_file = ["{folder}/ci.secret"]
"""


def row(name, figures, peak_mib):
    def ms(values, part):
        return f"{sorted(values)[min(len(values) - 1, int(part * len(values)))] * 1000:8.1f}" if values else "       –"

    acks, latencies = figures["acks"], figures["latencies"]
    print(f"{name:18} {len(acks):6} {ms(acks, .5)} {ms(acks, .99)} {ms(acks, 1)}"
          f" {ms(latencies, .5)} {ms(latencies, .99)} {ms(latencies, 1)}"
          f" {figures['refused']:7} {figures['lost']:5} {peak_mib:8.0f}", flush=True)


def run_attack(attack, hub, seconds):
    os.nice(19)  # a real attacker uses another machine, so the attack only gets idle processor time
    asyncio.run(attacks.bounded(attack, hub, seconds))


def measure(hub, name, attack, seconds):
    hub.forget_peak()
    results = multiprocessing.Queue()
    probe = multiprocessing.Process(target=run_probe, args=(hub.address, hub.token("healthy"), seconds, results))
    attacker = multiprocessing.Process(target=run_attack, args=(attack, hub, seconds))
    probe.start()
    attacker.start()
    figures = results.get(timeout=60)
    probe.join()
    attacker.join()
    row(name, figures, hub.peak_mib())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hub", required=True, help="the heliographd to measure")
    parser.add_argument("--seconds", type=float, default=8, help="seconds for each attack")
    parser.add_argument("--jobs", type=int, default=100_000, help="running jobs of other users, created first")
    parser.add_argument("attacks", nargs="*", help="attacks to run: " + " ".join(attacks.ALL))
    options = parser.parse_args()
    unknown = set(options.attacks) - set(attacks.ALL)
    if unknown:
        parser.error("no such attack: " + " ".join(sorted(unknown)))
    with Hub(options.hub, CONFIGURATION) as hub:
        asyncio.run(attacks.fill(hub, options.jobs))
        print(json.dumps({"jobs": options.jobs, "seconds": options.seconds, "resting_mib": round(hub.rss_mib())}))
        print(f"{'':18} {'':6} {'acknowledged after, ms':>26} {'on the stream after, ms':>26}")
        print(f"{'attack':18} {'events':>6} {'p50':>8} {'p99':>8} {'max':>8} {'p50':>8} {'p99':>8} {'max':>8}"
              f" {'refused':>7} {'lost':>5} {'peak MiB':>8}")
        for name in options.attacks or attacks.ALL:
            measure(hub, name, attacks.ALL[name], options.seconds)
            if not hub.is_alive():
                sys.exit(f"the hub ended during {name}:\n{hub.last_words()}")


if __name__ == "__main__":
    main()
