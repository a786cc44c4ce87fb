// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QMetaType>

namespace sim {

/// The figures of a simulation. A call counts once it is answered or given up.
struct Counts
{
    qint64 jobs = 0; ///< Started.
    qint64 ended = 0; ///< Of these, jobs whose last call was answered.
    qint64 calls = 0; ///< Publishes and webhooks, repeats included.
    qint64 webhooks = 0; ///< Of these, webhooks. The next three count webhooks too.
    qint64 duplicates = 0;
    qint64 late = 0;
    qint64 forged = 0; ///< Sent with a wrong signature.
    QMap<int, qint64> answers; ///< Calls by HTTP status; 0 = no answer.

    bool operator==(const Counts &) const = default;
};

} // namespace sim

Q_DECLARE_METATYPE(sim::Counts)
