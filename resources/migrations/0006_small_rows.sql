-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Large values of jobs, so that an update of a job's row does not write them again. The column of
-- the row holds the mark '>' in their place.
CREATE TABLE job_payloads (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    name   TEXT NOT NULL, -- result, error or extra
    value  TEXT NOT NULL,
    PRIMARY KEY (job_id, name)
);
INSERT INTO job_payloads SELECT id, 'result', result FROM jobs WHERE length(CAST(result AS BLOB)) > 2048;
INSERT INTO job_payloads SELECT id, 'error', error FROM jobs WHERE length(CAST(error AS BLOB)) > 2048;
INSERT INTO job_payloads SELECT id, 'extra', extra FROM jobs WHERE length(CAST(extra AS BLOB)) > 2048;
UPDATE jobs SET result = '>' WHERE length(CAST(result AS BLOB)) > 2048;
UPDATE jobs SET error = '>' WHERE length(CAST(error AS BLOB)) > 2048;
UPDATE jobs SET extra = '>' WHERE length(CAST(extra AS BLOB)) > 2048;

-- Running jobs by their last change, all and of one owner: listings of them need no sorting.
DROP INDEX jobs_running;
CREATE INDEX jobs_running ON jobs (last_ms, last_n) WHERE end_ms = 0;
CREATE INDEX jobs_running_by_owner ON jobs (owner, last_ms, last_n) WHERE owner <> '' AND end_ms = 0;

-- Jobs by their labels, which are given when a job is created.
CREATE TABLE job_labels (
    name   TEXT NOT NULL,
    value  TEXT NOT NULL,
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    PRIMARY KEY (name, value, job_id)
) WITHOUT ROWID;
CREATE INDEX job_labels_by_job ON job_labels (job_id);
INSERT OR IGNORE INTO job_labels
    SELECT l.key, l.value, jobs.id FROM jobs, json_each(jobs.labels) AS l
    WHERE jobs.labels <> '' AND l.type = 'text';
