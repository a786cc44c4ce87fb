# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hub of the contract test: its configuration, and its content before the first request."""

import base64
import json
import urllib.error
import urllib.request

import signing

ADMIN, USER = "contract-admin", "contract-user"
CALLERS = (ADMIN, USER)
JOBS = [f"job-{number}" for number in range(1, 9)]
EVENTS = ["queued", "processing", "progress", "log", "completed", "failed", "cancelled", "timed_out", "lost"]
SOURCES = ["ci", "lab", "std", "shop", "events", "farm", "open", "runpod-completion", "image-gen", "execution"]

# High limits, because one address sends without pauses.
CONFIGURATION = """
[hub]
listen = ["127.0.0.1:0"]
data_dir = "{folder}/data"
public_url = "http://127.0.0.1"
[auth]
hs_secret_file = "{folder}/hs.secret"
[limits]
drain_s = 1
failures_per_address = 10000
stream_starts_per_minute = 100000
connections_per_address = 1000
waiting_webhooks_per_source = 1000000
waiting_webhooks_per_owner = 1000000
waiting_webhooks_per_job = 10000
"""

SOURCE = """
[[sources]]
name = "{name}"
scheme = "{scheme}"
"""
SCHEMES = {
    "ci": "github",
    "lab": "gitlab",
    "std": "standard-webhooks",
    "shop": "stripe",
    "events": "cloudevents",
    "farm": "generic",
    "open": "generic",
    "runpod-completion": "runpod",
}


def configuration():
    """Returns a configuration with a source of every scheme. All but one have a secret."""
    text = CONFIGURATION
    for name, scheme in SCHEMES.items():
        text += SOURCE.format(name=name, scheme=scheme)
        if name != "open":
            text += 'secrets_file = ["{folder}/' + ("whsec" if name == "std" else "ci") + '.secret"]\n'
        if name in ("std", "shop"):
            text += '[sources.map]\njob = "/data/job_id"\nstatus = "/type"\n'
    return text


def extra_files(ci_secret):
    return {"whsec.secret": b"whsec_" + base64.b64encode(ci_secret)}


def known_in(path):
    """Returns existing values for the parameters of a path, by name."""
    if path.startswith("/api/v1/users/"):
        return {"id": list(CALLERS)}
    if path.startswith("/api/v1/deliveries/"):
        return {"id": list(range(1, 20))}
    if path.startswith(("/api/v1/jobs/", "/api/v1/events/")):
        return {"id": JOBS, "job_id": JOBS}
    return {"source": SOURCES, "file": ["app.js", "style.css", "icon.svg"]}


def call(hub, method, path, token, body=None, headers=None):
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {**({"Authorization": "Bearer " + token} if token else {}), **(headers or {})}
    request = urllib.request.Request(f"http://{hub.address[0]}:{hub.address[1]}{path}", data, sent, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read()


def webhook(hub, source, body, token=None):
    headers = signing.headers_for(source, body, hub.ci_secret)
    return call(hub, "POST", "/api/v1/webhooks/" + source, token, body, headers)


def fill(hub, admin, user):
    """Creates jobs in every status, deliveries with every verdict, and a notification."""
    for number, job in enumerate(JOBS):
        kind = ["generic", "restore", "execution", "image"][number % 4]
        token = user if number % 2 else admin
        made, _ = call(hub, "POST", "/api/v1/jobs", token, {"job_id": job, "kind": kind, "external_id": f"rp-{number}",
                                                            "labels": {"team": "a"}})
        if made != 201:
            raise RuntimeError(f"{job} was not made: {made}")
    states = ["processing", "completed", "failed", "cancelled", "timed_out", "lost"]
    for job, state in zip(JOBS, states):
        call(hub, "POST", f"/api/v1/jobs/{job}/events", admin, {"type": "progress", "progress": 50, "message": "half"})
        call(hub, "POST", f"/api/v1/jobs/{job}/events", admin, {"type": state})
    webhook(hub, "ci", b'{"workflow_run":{"id":7,"status":"completed","conclusion":"success"}}')
    webhook(hub, "lab", b'{"object_kind":"build","build_id":9,"build_status":"success"}')
    webhook(hub, "farm", b'{"job_id":"job-7","status":"processing"}')
    webhook(hub, "open", b'{"job_id":"job-7","status":"processing"}', admin)
    webhook(hub, "open", b"not JSON", admin)
    webhook(hub, "image-gen", b'{"request_id":"job-8","status":"PROGRESS","payload":{"progress":40}}', admin)
    call(hub, "POST", "/api/v1/webhooks/ci", None, b"{}", {"X-Hub-Signature-256": "sha256=00"})
    call(hub, "POST", "/api/v1/webhooks/runpod-completion", None, {"id": "rp-1", "status": "COMPLETED"})
    call(hub, "POST", f"/api/v1/users/{USER}/notifications", admin, {"title": "hello"})
