// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobstatuscount.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <array>

namespace ui {

/// The number of jobs that the hub has, from `GET /api/v1/jobs:counts`. A plain value.
struct JobTotals
{
    using Counts = std::array<qint64, hub::jobStatuses>; ///< By JobStatus.
    /// The jobs of one kind, owner or label.
    struct Group
    {
        QString name; ///< The name of the label; else empty.
        QString value; ///< The kind, the owner or the value of the label.
        Counts statuses{};

        bool operator==(const Group &) const = default;
    };

    /// Wire id of the last event that the counts include.
    QByteArray asOf;
    Counts statuses{};
    QList<Group> kinds{}; ///< These three: the largest groups, the largest first.
    QList<Group> owners{};
    QList<Group> labels{};

    bool operator==(const JobTotals &) const = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::JobTotals)
