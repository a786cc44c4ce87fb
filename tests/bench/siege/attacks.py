# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The attacks: the worst that one stranger, user or sender can do, each with limited connections
and time."""

import asyncio
import itertools
import json
import time

from probe import open_connection, read_answer

BATCH_BYTES = 15 * 1024 * 1024


def request(method, path, token=None, body=b"", headers=()):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", *headers]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if body or method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


async def call(address, *arguments, **more):
    reader, writer = await open_connection(address)
    writer.write(request(*arguments, **more))
    answer = await read_answer(reader)
    writer.close()
    return answer


async def fill(hub, jobs):
    """Creates running jobs of another user, who takes no part in the attacks."""
    token = hub.token("bystander")
    for first in range(0, jobs, 5000):
        lines = [json.dumps({"job_id": f"other-{number}", "type": "processing", "message": f"step {number}"})
                 for number in range(first, min(jobs, first + 5000))]
        status, answer = await call(hub.address, "POST", "/api/v1/events:batch", token, "\n".join(lines).encode())
        assert status == 207, (status, answer[:200])


async def bounded(attack, hub, seconds):
    """Runs an attack and cancels it when its time is up."""
    try:
        await asyncio.wait_for(attack(hub, time.monotonic() + seconds), seconds)
    except asyncio.TimeoutError:
        pass


async def repeat(end, action):
    """Calls `action` again and again, even when the hub closes connections."""
    while time.monotonic() < end:
        try:
            await action()
        except (OSError, asyncio.IncompleteReadError):
            await asyncio.sleep(0.05)


async def side_by_side(count, end, make):
    await asyncio.gather(*(repeat(end, make(number)) for number in range(count)))


async def nothing(hub, end):
    await asyncio.sleep(end - time.monotonic())


def held_bodies(token_of, path="/api/v1/events:batch"):
    """64 connections that send nearly all of a 15 MiB body and then wait."""
    async def attack(hub, end):
        token = token_of(hub)

        async def hold():
            _, writer = await open_connection(hub.address)
            head = request("POST", path, token).replace(
                b"Content-Length: 0", b"Content-Length: %d" % BATCH_BYTES)
            writer.write(head)
            for _ in range(BATCH_BYTES // 65536 - 1):
                writer.write(b" " * 65536)
                await writer.drain()
            await asyncio.sleep(max(0.0, end - time.monotonic()))
            writer.close()

        await side_by_side(64, end, lambda _: hold)
    return attack


def unread(path, users, streams):
    """Clients that ask for much and read nothing."""
    async def attack(hub, end):
        held = []
        for number in range(streams):
            token = hub.token(f"reader-{number % users}" if users > 1 else "root", "read" if users > 1 else "read admin")
            reader, writer = await open_connection(hub.address)
            writer.transport.pause_reading()
            writer.write(request("GET", path, token))
            held.append((reader, writer))
        await asyncio.sleep(max(0.0, end - time.monotonic()))
        for _, writer in held:
            writer.transport.abort()
    return attack


def asking(path, clients, user, scope="read"):
    """Clients that repeat the same request and read every answer."""
    async def attack(hub, end):
        token = hub.token(user, scope)

        def make(_):
            connection = []

            async def ask():
                if not connection:
                    connection.extend(await open_connection(hub.address))
                try:
                    connection[1].write(request("GET", path, token))
                    await read_answer(connection[0])
                except (OSError, asyncio.IncompleteReadError):
                    connection.clear()
                    raise
            return ask

        await side_by_side(clients, end, make)
    return attack


async def large_batches(hub, end):
    token = hub.token("mallory")
    line = json.dumps({"job_id": "bulk-%d", "type": "log", "message": "x" * 1400})
    body = "\n".join(line.replace("%d", str(number % 500)) for number in range(9_900)).encode()

    async def send():
        await call(hub.address, "POST", "/api/v1/events:batch", token, body)

    await side_by_side(4, end, lambda _: send)


async def fat_job(hub, end):
    """Two jobs of the largest permitted size, and many small events about them."""
    token = hub.token("mallory")
    members = {f"member_{number}": number for number in range(40_000)}
    await call(hub.address, "POST", "/api/v1/jobs", token, json.dumps({"job_id": "fat", **members}).encode())
    members = {f"m{number}": number for number in range(60)}
    await call(hub.address, "POST", "/api/v1/jobs", token, json.dumps({"job_id": "fat-2", **members}).encode())
    result = json.dumps({"job_id": "fat-2", "type": "progress", "progress": 1, "result": {"x": "y" * 900_000}})
    await call(hub.address, "POST", "/api/v1/jobs/fat-2/events", token, result.encode())
    body = "\n".join(json.dumps({"job_id": job, "type": "progress", "progress": 1 + number / 100, "step":
                                 {"current": number, "total": 1000}}) for number in range(600) for job in ("fat", "fat-2")).encode()

    async def send():
        await call(hub.address, "POST", "/api/v1/events:batch", token, body)

    await side_by_side(2, end, lambda _: send)


async def unsigned_webhooks(hub, end):
    """Unsigned webhooks to a verifying source, as fast as eight connections can send them. Signed
    ones come from another address at the same time."""
    body = json.dumps({"action": "completed", "workflow_run": {"id": 1, "status": "completed"}}).encode()
    accepted = []

    def forged(_):
        async def send():
            reader, writer = await open_connection(hub.address, ("127.0.0.2", 0))
            while time.monotonic() < end:
                writer.write(request("POST", "/api/v1/webhooks/ci", body=body,
                                     headers=("X-GitHub-Event: workflow_run", "X-Hub-Signature-256: sha256=" + "0" * 64)))
                await read_answer(reader)
        return send

    async def signed():
        number = len(accepted)
        own = json.dumps({"action": "in_progress", "workflow_run": {"id": number + 10, "status": "in_progress"}}).encode()
        status, _ = await call(hub.address, "POST", "/api/v1/webhooks/ci", body=own,
                               headers=("X-GitHub-Event: workflow_run", "X-Hub-Signature-256: " + hub.github_signature(own)))
        accepted.append(status == 200)
        await asyncio.sleep(0.1)

    try:
        await asyncio.gather(side_by_side(8, end, forged), repeat(end, signed))
    finally:
        print(f"  signed webhooks accepted: {sum(accepted)} of {len(accepted)}", flush=True)


async def unmatched_webhooks(hub, end):
    """Callbacks for the attacker's own job with provider ids that no job has."""
    token = hub.token("mallory")
    await call(hub.address, "POST", "/api/v1/jobs", token, b'{"job_id":"mallorys","kind":"restore"}')
    status, answer = await call(hub.address, "POST", "/api/v1/jobs/mallorys/callback", token)
    assert status == 200, answer
    path = json.loads(answer)["url"].split("127.0.0.1", 1)[1]
    numbers = itertools.count()

    def make(_):
        async def send():
            reader, writer = await open_connection(hub.address)
            while time.monotonic() < end:
                body = json.dumps({"id": f"rp-{next(numbers)}", "status": "COMPLETED", "output": "x" * 100_000}).encode()
                writer.write(request("POST", path, body=body))
                await read_answer(reader)
        return send

    await side_by_side(4, end, make)


async def bad_tokens(hub, end):
    """Tokens with a wrong signature, from an address that other users share."""
    token = hub.token("alice")
    wrong = token[:-6] + "AAAAAA"

    def make(_):
        async def send():
            reader, writer = await open_connection(hub.address)
            while time.monotonic() < end:
                writer.write(request("GET", "/api/v1/jobs?limit=1", wrong))
                await read_answer(reader)
        return send

    await side_by_side(8, end, make)


async def slow_heads(hub, end):
    """1,000 connections that send one byte of their head each second."""
    writers = []
    for _ in range(1000):
        _, writer = await open_connection(hub.address)
        writer.write(b"GET /api/v1/jobs HTTP/1.1\r\n")
        writers.append(writer)
    while time.monotonic() < end:
        for writer in writers:
            writer.write(b"X")
        await asyncio.sleep(1)
    for writer in writers:
        writer.transport.abort()


async def stream_churn(hub, end):
    """One user who opens and leaves streams of everything, as fast as eight clients can."""
    token = hub.token("mallory")

    async def churn():
        reader, writer = await open_connection(hub.address)
        writer.write(request("GET", "/api/v1/events", token))
        await reader.read(200)
        writer.transport.abort()

    await side_by_side(8, end, lambda _: churn)


ALL = {
    "nothing": nothing,
    "bodies-stranger": held_bodies(lambda hub: None),
    "bodies-user": held_bodies(lambda hub: hub.token("mallory")),
    "bodies-webhooks": held_bodies(lambda hub: None, "/api/v1/webhooks/ci"),
    "snapshots-users": unread("/api/v1/events", 6, 60),
    "snapshots-admin": unread("/api/v1/events", 1, 60),
    "answers-admin": unread("/api/v1/jobs?limit=1000", 1, 60),
    "search": asking("/api/v1/jobs?q=nowhere", 16, "root", "read admin"),
    "labels": asking("/api/v1/jobs?label.team=nobody", 16, "root", "read admin"),
    "large-batches": large_batches,
    "fat-job": fat_job,
    "unsigned": unsigned_webhooks,
    "unmatched": unmatched_webhooks,
    "bad-tokens": bad_tokens,
    "slow-heads": slow_heads,
    "stream-churn": stream_churn,
}
