-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A commit that only adds events writes the last page of `events` and nothing else. An event id is
-- one integer, ms << 21 | n, in the order of the ids. What follows from the events is written later,
-- for many at once: their places in `topic_events`, what the last ones changed of their jobs, and
-- the counts in `meta`. What of it is missing after a crash is made up for from the events.

CREATE TABLE events_new (
    id    INTEGER PRIMARY KEY,
    topic TEXT    NOT NULL,
    type  TEXT    NOT NULL,
    kind  TEXT    NOT NULL,
    name  TEXT    NOT NULL,
    owner TEXT    NOT NULL,
    data  TEXT    NOT NULL,
    CHECK (id > 0)
);
-- An id out of range (more than two million in one millisecond) would lose its place: refused.
INSERT INTO events_new
    SELECT CASE WHEN n < (1 << 21) AND ms BETWEEN 0 AND (1 << 42) - 1 THEN ms << 21 | n ELSE -1 END,
           topic, type, kind, name, owner, data
    FROM events ORDER BY ms, n;
DROP TABLE events;
ALTER TABLE events_new RENAME TO events;

-- The events of each topic, up to meta.settled.
CREATE TABLE topic_events (
    topic TEXT    NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (topic, event)
) WITHOUT ROWID;
INSERT INTO topic_events SELECT topic, id FROM events ORDER BY topic, id;

ALTER TABLE meta ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
UPDATE meta SET settled = coalesce((SELECT max(id) FROM events), 0);

-- Most jobs have no owner: they need no place in an index by it.
DROP INDEX jobs_by_owner;
CREATE INDEX jobs_by_owner ON jobs (owner, last_ms, last_n) WHERE owner <> '';
DROP INDEX jobs_finished_by_owner;
CREATE INDEX jobs_finished_by_owner ON jobs (owner, end_ms, end_n) WHERE owner <> '' AND end_ms > 0;
