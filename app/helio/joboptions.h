// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/filter/filter.h"
#include "hub/wire/event.h"

#include <QSet>
#include <QStringList>

#include <chrono>

namespace helio {

/// The point in history at which `helio tail` begins.
struct Since
{
    enum class Kind {
        Now, ///< With the next event.
        Id, ///< After the event `id`.
        Ago, ///< With the events of the last `ago`.
        All ///< With the oldest event that the hub keeps.
    };

    Kind kind = Kind::Now;
    QByteArray id; ///< Wire id, `<epoch>.<ms>-<n>`.
    std::chrono::milliseconds ago{0};
};

struct TailOptions
{
    QByteArray job; ///< Job id. Empty = all jobs.
    QSet<hub::EventType> types; ///< Empty = all types.
    Since since;
    hub::Filter filter; ///< Of hub::eventFields().
    qint64 nowMs = 0; ///< The time for ages in the filter, in ms since 1970 UTC.
    bool json = false;
};

struct PublishOptions
{
    QByteArray job;
    QByteArray body; ///< JSON text of the event.
    QByteArray idempotencyKey; ///< Empty = none.
    QByteArray createKind; ///< Kind of the job to create first. Empty = create no job.
    bool json = false;
};

struct WaitOptions
{
    QByteArray job;
    std::chrono::milliseconds timeout{0}; ///< 0 = wait for ever.
    bool json = false;
};

struct JobsOptions
{
    QByteArray
        query; ///< URL query with `status`, `kind` and `filter`, without `limit` and `cursor`.
    int limit = 100; ///< Greatest number of jobs in total, over all pages.
    bool json = false;
};

struct CallbackOptions
{
    QByteArray job;
    QByteArray source; ///< Empty = the hub's default.
    QByteArray restoreId; ///< Id of the attempt. Empty = the job's current attempt.
    bool json = false;
};

/// Each function parses the words after the command name. launch() has already removed the global
/// options. An error (`usage`) has a message for people.
hub::Result<TailOptions> parseTail(const QStringList &words);
hub::Result<PublishOptions> parsePublish(const QStringList &words);
hub::Result<WaitOptions> parseWait(const QStringList &words);
hub::Result<JobsOptions> parseJobs(const QStringList &words);
hub::Result<CallbackOptions> parseCallback(const QStringList &words);

} // namespace helio
