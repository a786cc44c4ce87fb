# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What schemathesis does beside generating requests: shows a token, signs webhooks, names what exists, counts answers.

contract.py says by environment variables who calls (CONTRACT_TOKEN, empty for nobody), the secret of the sources
(CONTRACT_SECRET) and where to write the tally (CONTRACT_TALLY).
"""

import atexit
import collections
import json
import os
import urllib.parse
import zlib

import requests
import schemathesis

import signing
import world

TOKEN = os.environ["CONTRACT_TOKEN"]
SECRET = os.environ["CONTRACT_SECRET"].encode()
TALLY = {"answers": collections.Counter(), "slowest": [0, ""]}


def of_each(value, parts):
    """Which of so many parts a value falls into: always the same one, so that a failure can be repeated."""
    return zlib.crc32(repr(value).encode()) % parts


class Caller(requests.auth.AuthBase):
    """Shows the token, asks as an EventSource in half of the requests, and signs three webhooks of four."""

    def __call__(self, request):
        source = urllib.parse.urlsplit(request.url).path.removeprefix("/api/v1/webhooks/")
        body = request.body or b""
        if isinstance(body, str):
            body = body.encode()
        if isinstance(body, bytes) and of_each(body, 4) > 0:
            request.headers.update(signing.headers_for(source, body, SECRET))
            if source == "runpod-completion" and request.method == "POST":
                url = urllib.parse.urlsplit(request.url)._replace(query="").geturl()
                job = world.JOBS[of_each((body, 1), len(world.JOBS))]
                request.prepare_url(url, signing.runpod_query(source, job, SECRET))
        if of_each(request.url, 2):
            request.headers["Accept"] = "text/event-stream"
        if TOKEN and "Authorization" not in signing.headers_for(source, b"", SECRET):
            request.headers["Authorization"] = "Bearer " + TOKEN
        return request


schemathesis.auth.set_from_requests(Caller())


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Half of the paths name something that exists."""
    known = world.known_in(context.operation.path)
    return {
        name: known[name][of_each(value, len(known[name]))] if name in known and of_each((name, value), 2) else value
        for name, value in (path_parameters or {}).items()
    }


@schemathesis.serializer("application/x-ndjson")
def serialize_lines(context, value):
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else json.dumps(value).encode()


@schemathesis.hook
def map_body(context, body):
    """The contract cannot say what a line of a batch is: most batches are made of events here."""
    if context.operation.path != "/api/v1/events:batch" or not of_each(body, 4):
        return body
    lines = [{"job_id": world.JOBS[of_each((body, n), len(world.JOBS))],
              "type": world.EVENTS[of_each((n, body), len(world.EVENTS))],
              "message": str(body)} for n in range(of_each(body, 100))]
    return "\n".join(json.dumps(line) for line in lines) + str(body)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Nobody revokes the callers: they would get nothing but 401 from then on."""
    if case.operation.definition.raw.get("operationId") == "revoke" and isinstance(case.body, dict):
        if case.body.get("sub") in world.CALLERS:
            case.body["sub"] = "somebody-else"


@schemathesis.hook
def after_call(context, case, response):
    TALLY["answers"][f"{case.operation.label} {response.status_code}"] += 1
    is_stream = "text/event-stream" in response.headers.get("content-type", [""])[0]
    if not is_stream and response.elapsed > TALLY["slowest"][0]:
        TALLY["slowest"] = [response.elapsed, case.operation.label]


@atexit.register
def write_tally():
    with open(os.environ["CONTRACT_TALLY"], "w", encoding="utf-8") as file:
        json.dump(TALLY, file)
