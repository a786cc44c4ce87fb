# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hooks of schemathesis: they add tokens, sign webhooks, use existing names and count answers.

contract.py sets environment variables: the caller's token (CONTRACT_TOKEN, empty for none), the secret of the sources
(CONTRACT_SECRET) and the file for the counts (CONTRACT_TALLY).
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
    """Returns the part, of `parts`, that a value falls into. A value always gets the same part, so
    that failures can be repeated."""
    return zlib.crc32(repr(value).encode()) % parts


class Caller(requests.auth.AuthBase):
    """Adds the token, sends half of the requests like an EventSource, and signs three of four
    webhooks."""

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
    """Makes half of the paths name something that exists."""
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
    """Builds most batches from events, because the OpenAPI document cannot describe the lines of a
    batch."""
    if context.operation.path != "/api/v1/events:batch" or not of_each(body, 4):
        return body
    lines = [{"job_id": world.JOBS[of_each((body, n), len(world.JOBS))],
              "type": world.EVENTS[of_each((n, body), len(world.EVENTS))],
              "message": str(body)} for n in range(of_each(body, 100))]
    return "\n".join(json.dumps(line) for line in lines) + str(body)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Prevents a revocation of the callers, which would get nothing but 401 afterwards."""
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
