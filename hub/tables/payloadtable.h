// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"

namespace hub {

/// Large values of jobs, stored outside of their rows. Removing a job also removes its values.
class PayloadTable
{
public:
    explicit PayloadTable(Database &database);

    /// Returns the text for the job's row: the value itself, or payloadMark when the value is
    /// large.
    static QByteArray inRow(const QByteArray &value);

    /// Stores or removes the large value of a job's column. `before` is empty for a new job. Writes
    /// nothing when the values are equal or both small.
    void replace(const QByteArray &jobId, const char *column, const QByteArray &before,
                 const QByteArray &after);

private:
    Statement m_write;
    Statement m_remove;
};

} // namespace hub
