// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"
#include "hub/wire/job.h"

namespace hub {

/// The fields of a job in a filter.
enum class JobField {
    State,
    Is,
    Has,
    Id,
    Kind,
    Owner,
    External,
    Source,
    Message,
    Error,
    Label,
    Progress,
    Attempts,
    Age,
    Elapsed,
    Updated,
    Created,
    Started,
    Finished,
};

/// Bits of the field `is` that only the monitor knows: jobs that are silent for longer than is
/// usual, failures that its user has not looked at, and jobs that its user pinned.
constexpr quint32 isStalledBit = 8;
constexpr quint32 isNewBit = 16;
constexpr quint32 isPinnedBit = 32;

/// Returns the fields that filters of jobs can name in the hub and in `helio`.
const FilterFields &jobFields();
/// Returns the fields that filters of jobs can name in the monitor: `is` has three more words. The
/// row sets isStalledBit, isNewBit and isPinnedBit.
const FilterFields &monitorJobFields();

/// A job as filters see it.
class JobFilterRow : public FilterRow
{
public:
    /// `job` is not owned and outlives this. `nowMs` is the time for ages, in ms since 1970 UTC.
    JobFilterRow(const Job &job, qint64 nowMs) : m_job(job), m_nowMs(nowMs) { }

    FilterVerdict texts(int field, const QString &key, const FilterText &test) const override;
    /// Words search id, external id, owner, message, error, labels, and the words of state and
    /// kind.
    FilterVerdict words(const FilterText &test) const override;
    std::optional<double> number(int field) const override;
    quint32 bits(int field) const override;

private:
    FilterVerdict errors(const FilterText &test) const;
    FilterVerdict labels(const QString &key, const FilterText &test) const;
    std::optional<double> elapsed() const;

    const Job &m_job;
    qint64 m_nowMs;
};

} // namespace hub
