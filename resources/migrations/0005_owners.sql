-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The source whose webhooks may name the job by its id: they created it, or its creator named the
-- source. Running jobs keep the source that filled them so far.
ALTER TABLE jobs ADD COLUMN source TEXT NOT NULL DEFAULT '';
UPDATE jobs SET source = coalesce((SELECT d.source FROM deliveries d WHERE d.job_id = jobs.id
                                   AND d.job_id <> '' AND d.effect = 'applied'
                                   ORDER BY d.id LIMIT 1), '')
    WHERE end_ms = 0;
CREATE INDEX jobs_running_by_external_id ON jobs (external_id, created_ms)
    WHERE external_id <> '' AND end_ms = 0;

-- Whose share a delivery is counted in: the owner of the job it is about. '' = nobody's.
ALTER TABLE deliveries ADD COLUMN owner TEXT NOT NULL DEFAULT '';
-- What waits no more gave up waiting.
UPDATE deliveries SET effect = 'ignored: expired'
    WHERE effect = 'unmatched' AND id NOT IN (SELECT delivery FROM unmatched);
CREATE INDEX deliveries_by_account ON deliveries (source, owner, id)
    WHERE verdict <> 'refused' AND effect <> 'unmatched';

-- Likewise of a change that waits for its job; and which jobs its source may change.
ALTER TABLE unmatched ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE unmatched ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE unmatched ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0; -- the change and its delivery
ALTER TABLE unmatched ADD COLUMN reach_any INTEGER NOT NULL DEFAULT 0;
ALTER TABLE unmatched ADD COLUMN reach_owner TEXT NOT NULL DEFAULT '';
UPDATE unmatched SET
    source = coalesce((SELECT d.source FROM deliveries d WHERE d.id = delivery), ''),
    bytes = length(CAST(change AS BLOB))
            + coalesce((SELECT length(CAST(d.headers AS BLOB)) + length(d.body)
                        FROM deliveries d WHERE d.id = delivery), 0);

-- What each source and owner has stored. Refused deliveries are counted in meta alone.
CREATE TABLE delivery_accounts (
    source        TEXT    NOT NULL,
    owner         TEXT    NOT NULL,
    kept          INTEGER NOT NULL, -- deliveries that are neither refused nor wait
    kept_bytes    INTEGER NOT NULL, -- their headers and bodies
    waiting       INTEGER NOT NULL, -- rows in unmatched
    waiting_bytes INTEGER NOT NULL,
    PRIMARY KEY (source, owner)
) WITHOUT ROWID;
CREATE INDEX waiting_by_source ON delivery_accounts (source, waiting, waiting_bytes)
    WHERE waiting > 0;
CREATE INDEX waiting_by_owner ON delivery_accounts (owner, waiting, waiting_bytes)
    WHERE waiting > 0;
INSERT INTO delivery_accounts
    SELECT source, owner, count(*), sum(length(CAST(headers AS BLOB)) + length(body)), 0, 0
    FROM deliveries WHERE verdict <> 'refused' AND effect <> 'unmatched' GROUP BY source, owner;
INSERT INTO delivery_accounts
    SELECT source, owner, 0, 0, count(*), sum(bytes) FROM unmatched WHERE true
    GROUP BY source, owner
    ON CONFLICT (source, owner) DO UPDATE SET waiting = excluded.waiting,
                                              waiting_bytes = excluded.waiting_bytes;
UPDATE meta SET
    deliveries = coalesce((SELECT sum(kept) FROM delivery_accounts), 0),
    delivery_bytes = coalesce((SELECT sum(kept_bytes) FROM delivery_accounts), 0);
