// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QStringList>
#include <QUrl>

#include <chrono>

namespace helio {

struct DoctorOptions
{
    QUrl hub; ///< Empty = the address of --hub.
    QByteArray source = "generic";
    QByteArray signingKey; ///< Key bytes of the source. Empty = the test webhook is not signed.
    bool json = false;
};

struct CheckOptions
{
    QString file;
};

struct TopOptions
{
    bool once = false; ///< Print once and end.
    bool json = false;
};

struct ReplayOptions
{
    QList<qint64> ids; ///< Deliveries by id. Empty = select by `query` and `since`.
    QByteArray query; ///< URL query: `source=ci&job=j`.
    std::chrono::milliseconds since{0}; ///< Greatest age of a delivery. 0 = any age.
    int limit = 100; ///< Applies to selected deliveries, not to `ids`.
    bool dryRun = false; ///< List the deliveries without replaying them.
    bool json = false;
};

/// Each function parses the words after the command name. launch() has already removed the global
/// options. The message of an error is for people.
hub::Result<DoctorOptions> parseDoctor(const QStringList &list);
hub::Result<CheckOptions> parseCheck(const QStringList &list);
hub::Result<TopOptions> parseTop(const QStringList &list);
hub::Result<ReplayOptions> parseReplay(const QStringList &list);

} // namespace helio
