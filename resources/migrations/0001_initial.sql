-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- An event id is two columns, ms and n. Times are milliseconds since 1970 UTC, 0 = not yet.

PRAGMA application_id = 0x48454c49;

-- One row about this history. The last id outlives the events, so that ids never repeat.
CREATE TABLE meta (
    one            INTEGER PRIMARY KEY CHECK (one = 1),
    epoch          TEXT    NOT NULL,
    last_ms        INTEGER NOT NULL DEFAULT 0,
    last_n         INTEGER NOT NULL DEFAULT 0,
    floor_ms       INTEGER NOT NULL DEFAULT 0, -- newest event ever removed from any job's topic
    floor_n        INTEGER NOT NULL DEFAULT 0,
    events         INTEGER NOT NULL DEFAULT 0, -- rows in events
    finished_jobs  INTEGER NOT NULL DEFAULT 0, -- rows in jobs with a terminal event
    delivery_bytes INTEGER NOT NULL DEFAULT 0  -- headers and bodies in deliveries
);

-- With a rowid: payloads above 1 KiB would each take overflow pages of their own in a table without.
CREATE TABLE events (
    ms    INTEGER NOT NULL,
    n     INTEGER NOT NULL,
    topic TEXT    NOT NULL,
    type  TEXT    NOT NULL,
    kind  TEXT    NOT NULL,
    name  TEXT    NOT NULL,
    owner TEXT    NOT NULL,
    data  TEXT    NOT NULL,
    PRIMARY KEY (ms, n)
);
CREATE INDEX events_by_topic ON events (topic, ms, n);

-- The newest event removed from each topic: below it a cursor has missed something.
CREATE TABLE floors (
    topic TEXT    PRIMARY KEY,
    ms    INTEGER NOT NULL,
    n     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE jobs (
    id           TEXT    NOT NULL PRIMARY KEY,
    kind         TEXT    NOT NULL,
    status       TEXT    NOT NULL,
    progress     REAL    NOT NULL,
    step_current INTEGER,
    step_total   INTEGER,
    message      TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    attempt      INTEGER NOT NULL,
    restore_id   TEXT    NOT NULL,
    external_id  TEXT    NOT NULL,
    created_ms   INTEGER NOT NULL,
    started_ms   INTEGER NOT NULL,
    updated_ms   INTEGER NOT NULL,
    finished_ms  INTEGER NOT NULL,
    result       TEXT    NOT NULL,
    error        TEXT    NOT NULL,
    labels       TEXT    NOT NULL,
    extra        TEXT    NOT NULL,
    last_ms      INTEGER NOT NULL,
    last_n       INTEGER NOT NULL,
    end_ms       INTEGER NOT NULL, -- the terminal event, 0-0 while it runs
    end_n        INTEGER NOT NULL,
    fingerprint  TEXT    NOT NULL
);
CREATE INDEX jobs_by_change ON jobs (last_ms, last_n);
CREATE INDEX jobs_by_owner ON jobs (owner, last_ms, last_n);
CREATE INDEX jobs_by_external_id ON jobs (external_id, created_ms) WHERE external_id <> '';
CREATE INDEX jobs_running ON jobs (id) WHERE end_ms = 0;
CREATE INDEX jobs_finished ON jobs (end_ms, end_n) WHERE end_ms > 0;
CREATE INDEX jobs_finished_by_owner ON jobs (owner, end_ms, end_n) WHERE end_ms > 0;

-- The tries of a job: the last row is as the job itself, one that another replaced keeps its last status.
CREATE TABLE attempts (
    job_id      TEXT    NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    attempt     INTEGER NOT NULL,
    restore_id  TEXT    NOT NULL,
    started_ms  INTEGER NOT NULL,
    finished_ms INTEGER NOT NULL, -- when it ended or was replaced
    status      TEXT    NOT NULL,
    PRIMARY KEY (job_id, attempt)
) WITHOUT ROWID;

CREATE TABLE deliveries (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source      TEXT    NOT NULL,
    received_ms INTEGER NOT NULL,
    method      TEXT    NOT NULL,
    path        TEXT    NOT NULL,
    headers     TEXT    NOT NULL,
    body        BLOB    NOT NULL,
    verdict     TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    dedup_key   TEXT    NOT NULL,
    external_id TEXT    NOT NULL,
    effect      TEXT    NOT NULL,
    job_id      TEXT    NOT NULL,
    event_ms    INTEGER NOT NULL,
    event_n     INTEGER NOT NULL,
    replay_of   INTEGER NOT NULL
);
CREATE INDEX deliveries_by_source ON deliveries (source, id);
CREATE INDEX deliveries_by_job ON deliveries (job_id, id) WHERE job_id <> '';

-- Changes whose job is not known yet, applied when it appears.
CREATE TABLE unmatched (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id      TEXT    NOT NULL,
    external_id TEXT    NOT NULL,
    delivery    INTEGER NOT NULL,
    change      TEXT    NOT NULL,
    at_ms       INTEGER NOT NULL
);
CREATE INDEX unmatched_by_job ON unmatched (job_id, id) WHERE job_id <> '';
CREATE INDEX unmatched_by_external_id ON unmatched (external_id, id) WHERE external_id <> '';

-- What was accepted before: idempotency keys (scope job/… or user/…) and webhook ids (scope source/…).
CREATE TABLE keys (
    scope      TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    event_ms   INTEGER NOT NULL,
    event_n    INTEGER NOT NULL,
    delivery   INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;
CREATE INDEX keys_by_expiry ON keys (expires_ms);

-- Written and emptied while the store is unwell, to see whether a commit goes through again.
CREATE TABLE probe (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    bytes BLOB    NOT NULL
);
