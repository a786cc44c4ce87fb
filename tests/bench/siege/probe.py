# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A normal user, who publishes at a steady rate on one connection and follows the job on
another."""

import asyncio
import json
import time

EVENTS_PER_SECOND = 20
PATIENCE_S = 20


async def open_connection(address, local_addr=None):
    return await asyncio.open_connection(*address, limit=64 * 1024 * 1024, local_addr=local_addr)


async def read_answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return status, await reader.readexactly(int(line.split(b":")[1]))
    return status, b""


class Probe:
    def __init__(self, address, token):
        self.address = address
        self.token = token
        self.job = f"healthy-{time.monotonic_ns()}"
        self.sent = {}
        self.acks = []
        self.latencies = []
        self.refused = 0

    async def follow(self, started):
        reader, writer = await open_connection(self.address)
        writer.write(f"GET /api/v1/events/{self.job} HTTP/1.1\r\nHost: localhost\r\n"
                     f"Authorization: Bearer {self.token}\r\n\r\n".encode())
        while line := await reader.readline():
            now = time.monotonic()
            if line.startswith(b"event: hub.snapshot"):
                started.set()
            if line.startswith(b"data: ") and b'"message"' in line:
                sent = self.sent.pop(json.loads(line[6:]).get("message"), None)
                if sent is not None:
                    self.latencies.append(now - sent)

    async def publish(self, seconds):
        reader, writer = await open_connection(self.address)
        start = time.monotonic()
        for number in range(int(seconds * EVENTS_PER_SECOND)):
            await asyncio.sleep(max(0.0, start + number / EVENTS_PER_SECOND - time.monotonic()))
            if time.monotonic() > start + seconds + PATIENCE_S:
                return
            body = json.dumps({"type": "log", "message": str(number)}).encode()
            sent = self.sent[str(number)] = time.monotonic()
            writer.write(f"POST /api/v1/jobs/{self.job}/events HTTP/1.1\r\nHost: localhost\r\n"
                         f"Authorization: Bearer {self.token}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            status, _ = await read_answer(reader)
            if status == 202:
                self.acks.append(time.monotonic() - sent)
            else:
                self.refused += 1
                del self.sent[str(number)]

    async def run(self, seconds):
        started = asyncio.Event()
        stream = asyncio.create_task(self.follow(started))
        await asyncio.wait_for(started.wait(), PATIENCE_S)
        await self.publish(seconds)
        for _ in range(PATIENCE_S * 10):
            if not self.sent:
                break
            await asyncio.sleep(0.1)
        stream.cancel()


def run_probe(address, token, seconds, results):
    """Runs the probe. It has a process of its own, so that the attack's processor time does not
    slow it down."""
    probe = Probe(address, token)
    try:
        asyncio.run(asyncio.wait_for(probe.run(seconds), seconds + 3 * PATIENCE_S))
    except (asyncio.TimeoutError, OSError, asyncio.IncompleteReadError) as error:
        print(f"the healthy user was cut off: {error!r}", flush=True)
    results.put({"acks": probe.acks, "latencies": probe.latencies, "refused": probe.refused,
                 "lost": len(probe.sent)})
