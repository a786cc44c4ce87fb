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
    QUrl hub; ///< Empty = that of --hub.
    QByteArray source = "generic";
    QByteArray signingKey; ///< Of the source; empty = the webhook is not signed.
    bool json = false;
};

struct CheckOptions
{
    QString file;
};

struct TopOptions
{
    bool once = false;
    bool json = false;
};

struct ReplayOptions
{
    QList<qint64> ids; ///< Empty = by what follows.
    QByteArray query; ///< `source=ci&job=j`
    std::chrono::milliseconds since{0}; ///< 0 = whatever their age.
    int limit = 100;
    bool dryRun = false;
    bool json = false;
};

/// As those of options.h.
hub::Result<DoctorOptions> parseDoctor(const QStringList &words);
hub::Result<CheckOptions> parseCheck(const QStringList &words);
hub::Result<TopOptions> parseTop(const QStringList &words);
hub::Result<ReplayOptions> parseReplay(const QStringList &words);

} // namespace helio
