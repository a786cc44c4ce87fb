-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What its source's signature check found out about a delivery when it came, JSON.
ALTER TABLE deliveries ADD COLUMN explanation TEXT NOT NULL DEFAULT '';

-- Deliveries that were refused have bounds of their own, so that forged ones drive no others out.
ALTER TABLE meta ADD COLUMN deliveries INTEGER NOT NULL DEFAULT 0; -- rows that were not refused
ALTER TABLE meta ADD COLUMN refused INTEGER NOT NULL DEFAULT 0; -- rows that were
ALTER TABLE meta ADD COLUMN refused_bytes INTEGER NOT NULL DEFAULT 0; -- their headers and bodies
UPDATE meta SET deliveries = (SELECT count(*) FROM deliveries);
CREATE INDEX deliveries_refused ON deliveries (id) WHERE verdict = 'refused';
