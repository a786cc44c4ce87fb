# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures of webhooks, as senders make them, for the sources of world.py."""

import base64
import hashlib
import hmac
import time


def mac(secret, data):
    return hmac.new(secret, data, hashlib.sha256)


def github(body, secret):
    return {"X-GitHub-Event": "workflow_run", "X-Hub-Signature-256": "sha256=" + mac(secret, body).hexdigest()}


def gitlab(_, secret):
    return {"X-Gitlab-Token": secret.decode()}


def standard(body, secret):
    name, now = "msg_" + hashlib.sha256(body).hexdigest()[:16], str(int(time.time()))
    signature = mac(secret, f"{name}.{now}.".encode() + body).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": now,
        "webhook-signature": "v1," + base64.b64encode(signature).decode(),
    }


def stripe(body, secret):
    now = str(int(time.time()))
    return {"Stripe-Signature": f"t={now},v1=" + mac(secret, f"{now}.".encode() + body).hexdigest()}


def bearer(_, secret):
    return {"Authorization": "Bearer " + secret.decode()}


def runpod_query(source, job, secret):
    """Returns the query of the callback URL that the hub gives to RunPod for a job."""
    return {"attempt": job, "mac": mac(secret, f"runpod\n{source}\n{job}".encode()).hexdigest()}


SIGNERS = {"ci": github, "lab": gitlab, "std": standard, "shop": stripe, "events": bearer, "farm": bearer}


def headers_for(source, body, secret):
    """Returns the signature headers; empty for a source without a secret or with a signed URL."""
    return SIGNERS[source](body, secret) if source in SIGNERS else {}
