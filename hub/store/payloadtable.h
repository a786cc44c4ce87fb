// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"

namespace hub {

/// Large values of jobs, beside their rows. They go with their job.
class PayloadTable
{
public:
    explicit PayloadTable(Database &database);

    /// What the job's row holds for a value: the value itself, or a mark that it stands here.
    static QByteArray inRow(const QByteArray &value);

    /// Stores what `column` of a job now holds; `before` is empty for a new job. Writes nothing
    /// when the two share their bytes or both are small.
    void replace(const QByteArray &jobId, const char *column, const QByteArray &before,
                 const QByteArray &after);

private:
    Statement m_write;
    Statement m_remove;
};

} // namespace hub
