// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/event.h"

#include <QSet>
#include <QStringList>

#include <chrono>

namespace helio {

/// Where a tail begins.
struct Since
{
    enum class Kind { Now, Id, Ago, All };

    Kind kind = Kind::Now;
    QByteArray id;
    std::chrono::milliseconds ago{0};
};

struct TailOptions
{
    QByteArray job; ///< Empty = all.
    QSet<hub::EventType> types; ///< Empty = all.
    Since since;
    bool json = false;
};

struct PublishOptions
{
    QByteArray job;
    QByteArray body; ///< JSON text.
    QByteArray idempotencyKey;
    QByteArray createKind; ///< Empty = do not.
    bool json = false;
};

struct WaitOptions
{
    QByteArray job;
    std::chrono::milliseconds timeout{0}; ///< 0 = never.
    bool json = false;
};

struct JobsOptions
{
    QByteArray query; ///< Without limit and cursor.
    int limit = 100;
    bool json = false;
};

struct CallbackOptions
{
    QByteArray job;
    QByteArray source; ///< Empty = the hub's default.
    QByteArray restoreId; ///< Empty = the attempt that the job is in.
    bool json = false;
};

/// Each takes the words after the command's name; the hub's address and the token are taken out
/// before. An error's message is for people.
hub::Result<TailOptions> parseTail(const QStringList &words);
hub::Result<PublishOptions> parsePublish(const QStringList &words);
hub::Result<WaitOptions> parseWait(const QStringList &words);
hub::Result<JobsOptions> parseJobs(const QStringList &words);
hub::Result<CallbackOptions> parseCallback(const QStringList &words);

} // namespace helio
