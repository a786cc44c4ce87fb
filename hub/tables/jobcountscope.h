// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

// The words of the columns `scope` and `dimension` of the table job_counts.

/// Returns the scope of all jobs.
inline QByteArray scopeOfAll()
{
    return QByteArrayLiteral("*");
}

/// Returns the scope of one owner's jobs. It differs from scopeOfAll() for every owner.
inline QByteArray scopeOf(const QByteArray &owner)
{
    return '@' + owner;
}

namespace dimension {
inline const QByteArray all = QByteArrayLiteral("all");
inline const QByteArray kind = QByteArrayLiteral("kind");
inline const QByteArray owner = QByteArrayLiteral("owner");
inline const QByteArray label = QByteArrayLiteral("label");
} // namespace dimension

} // namespace hub
