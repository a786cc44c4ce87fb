-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the sender of a job said of its run at its beginning or end, so that a later one is known for
-- a new run. 0 = not said.
ALTER TABLE jobs ADD COLUMN run_part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN run_at_ms INTEGER NOT NULL DEFAULT 0;
