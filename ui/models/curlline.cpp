// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlline.h"

#include "ui/client/httprequest.h"

#include <QUrl>

namespace ui {

namespace {

QString addressOf(const QUrl &url)
{
    return shellWord(QString::fromLatin1(url.adjusted(QUrl::RemoveUserInfo).toEncoded()));
}

} // namespace

QString shellWord(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString streamCurl(const QUrl &hub, const QByteArray &jobId, const QByteArray &epoch)
{
    QString line = QStringLiteral("curl -N -H \"Authorization: Bearer $HELIO_TOKEN\"");
    if (!epoch.isEmpty()) {
        line +=
            QStringLiteral(" -H ")
            + shellWord(QStringLiteral("Last-Event-ID: %1.0-0").arg(QString::fromLatin1(epoch)));
    }
    return line + QLatin1Char(' ') + addressOf(hubUrl(hub, "/api/v1/events/" + jobId));
}

} // namespace ui
