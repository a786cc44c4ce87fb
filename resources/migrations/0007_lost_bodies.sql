-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The length of a body that was too large to be kept; 0 when it was kept.
ALTER TABLE deliveries ADD COLUMN lost_bytes INTEGER NOT NULL DEFAULT 0;
