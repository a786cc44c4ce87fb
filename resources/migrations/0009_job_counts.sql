-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How many jobs have which status. The writer changes a count in the transaction that changes the
-- job, so that a reader counts without scanning jobs. A count that falls to 0 has no row.
CREATE TABLE job_counts (
    scope     TEXT    NOT NULL, -- * = all jobs; @ and an owner = the jobs of this owner
    dimension TEXT    NOT NULL, -- all, kind, owner or label
    name      TEXT    NOT NULL, -- the name of the label, else empty
    value     TEXT    NOT NULL, -- the kind, the owner or the value of the label; empty for all
    status    TEXT    NOT NULL,
    jobs      INTEGER NOT NULL,
    PRIMARY KEY (scope, dimension, name, value, status)
) WITHOUT ROWID;

INSERT INTO job_counts SELECT '*', 'all', '', '', status, count(*) FROM jobs GROUP BY status;
INSERT INTO job_counts SELECT '*', 'kind', '', kind, status, count(*) FROM jobs GROUP BY kind, status;
INSERT INTO job_counts
    SELECT '*', 'owner', '', owner, status, count(*) FROM jobs WHERE owner <> '' GROUP BY owner, status;
INSERT INTO job_counts
    SELECT '*', 'label', l.name, l.value, j.status, count(*)
    FROM job_labels AS l JOIN jobs AS j ON j.id = l.job_id GROUP BY l.name, l.value, j.status;
INSERT INTO job_counts
    SELECT '@' || owner, 'all', '', '', status, count(*) FROM jobs WHERE owner <> '' GROUP BY owner, status;
INSERT INTO job_counts
    SELECT '@' || owner, 'kind', '', kind, status, count(*)
    FROM jobs WHERE owner <> '' GROUP BY owner, kind, status;
INSERT INTO job_counts
    SELECT '@' || j.owner, 'label', l.name, l.value, j.status, count(*)
    FROM job_labels AS l JOIN jobs AS j ON j.id = l.job_id
    WHERE j.owner <> '' GROUP BY j.owner, l.name, l.value, j.status;
