-- SPDX-FileCopyrightText: 2026 The Heliograph authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Tokens that are not let in although they are good: one by its jti, or all of a sub's.
CREATE TABLE revocations (
    token_id TEXT NOT NULL, -- '' when it is about a subject
    subject TEXT NOT NULL, -- '' when it is about one token
    until_ms INTEGER NOT NULL, -- by then they have expired
    PRIMARY KEY (token_id, subject)
) WITHOUT ROWID;
