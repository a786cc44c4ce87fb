-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A snapshot takes the running jobs whose change is newest and stops when it is full: no sorting, and no
-- look at the jobs of others.
DROP INDEX jobs_running;
CREATE INDEX jobs_running_by_change ON jobs (last_ms, last_n) WHERE end_ms = 0;
CREATE INDEX jobs_running_by_owner ON jobs (owner, last_ms, last_n) WHERE owner <> '' AND end_ms = 0;
