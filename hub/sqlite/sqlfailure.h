// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace hub {

/// An error of SQLite.
struct SqlFailure
{
    int code = 0; ///< Extended result code.
    QString message;

    int primary() const { return code & 0xff; }
};

/// Returns whether the failure concerns the whole database, so that other requests would fail too.
bool isOutage(const SqlFailure &failure);

/// Returns whether the file itself is damaged. Nothing may be written to a damaged file.
bool isDamage(const SqlFailure &failure);

/// Returns whether the disk has no space left.
bool isFull(const SqlFailure &failure);

/// Explains the failure to an operator.
QString inWords(const SqlFailure &failure);

} // namespace hub
