# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Streams that stay open while requests are generated. Every event is checked against the OpenAPI document.

Schemathesis reads only the beginning of a stream. The streams here are opened again whenever the hub closes them, so
that there are connections to list and to close.
"""

import json
import socket
import threading

import jsonschema_rs

PATHS = {
    "/api/v1/events": "JobFrame",
    "/api/v1/events/job-7": "JobFrame",
    "/api/v1/events/executions/job-3": "ExecutionFrame",
    "/api/v1/events/notifications/stream": "NotificationFrame",
    "/api/v1/events/hub": "HubFrame",
    "/v1/image-gen/events": "ImageFrame",
}

MOST_SILENT_S = 45  # three heartbeat intervals


class Followers:
    """Opens every stream as an administrator and as a user. `faults` collects violations of the
    OpenAPI document."""

    def __init__(self, hub, document, admin, user):
        self.hub = hub
        self.document = document
        self.stopping = threading.Event()
        self.faults = set()
        self.events = 0
        followed = [(path, frame, admin) for path, frame in PATHS.items()]
        followed += [(path, frame, user) for path, frame in PATHS.items() if frame != "HubFrame"]
        self.threads = [threading.Thread(target=self._follow, args=stream) for stream in followed]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def _validator(self, schema):
        return jsonschema_rs.validator_for({**self.document, "$ref": f"#/components/schemas/{schema}"})

    def _follow(self, path, frame, token):
        frames, data = self._validator(frame), self._validator("EventData")
        while not self.stopping.is_set():
            try:
                with socket.create_connection(self.hub.address, timeout=10) as connection:
                    asked = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n"
                    connection.sendall(asked.encode())
                    self._read(connection, path, frames, data if frame == "JobFrame" else None)
            except ConnectionError:
                pass  # closed by the hub, as requested
            except Exception as error:  # pylint: disable=broad-except: a fault must not end the
                                        # thread silently
                self.faults.add(f"{path}: {error!r}"[:500])
            self.stopping.wait(0.5)

    def _read(self, connection, path, frames, data):
        head = received = b""
        connection.settimeout(1)
        silent_s = 0
        while not self.stopping.is_set():
            try:
                chunk = connection.recv(65536)
            except TimeoutError:
                silent_s += 1
                if silent_s > MOST_SILENT_S:
                    self.faults.add(f"{path}: nothing for {MOST_SILENT_S} s, not even a heartbeat")
                    return
                continue
            if not chunk:
                return
            silent_s = 0
            received += chunk
            if not head:
                head, _, rest = received.partition(b"\r\n\r\n")
                if not rest:
                    head = b""
                    continue
                received = rest
                if not head.startswith(b"HTTP/1.1 200 "):
                    self.faults.add(f"{path}: {head.decode()}")
                    return
            *blocks, received = received.split(b"\n\n")
            for block in blocks:
                self._check(block.decode(), path, frames, data)

    def _check(self, block, path, frames, data):
        event = {}
        for line in block.split("\n"):
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data" and name in event:
                event[name] += "\n" + value
            elif name:
                event[name] = int(value) if name == "retry" else value
        if "data" not in event:  # a heartbeat
            return
        self.events += 1
        for error in frames.iter_errors(event):
            self.faults.add(f"{path}: {error.message[:500]}")
        says = json.loads(event["data"])
        if data and not event.get("event", "").startswith("hub."):
            for error in data.iter_errors(says):
                self.faults.add(f"{path}: {event['event']}: {error.message[:500]} in {event['data'][:500]}")


def document_of(hub, call):
    status, body = call(hub, "GET", "/api/v1/openapi.json", None)
    if status != 200:
        raise RuntimeError(f"the hub serves no contract: {status}")
    return json.loads(body)
