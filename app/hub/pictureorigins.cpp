// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/pictureorigins.h"

#include <QUrl>

namespace app {

namespace {

constexpr qsizetype maxOrigins = 64; ///< A header of each answer has all of them.

bool isOrigin(const QUrl &url)
{
    const bool isHttp =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isHttp && !url.host().isEmpty()
           && !url.authority().contains(QLatin1Char('@')) && url.path().isEmpty() && !url.hasQuery()
           && !url.hasFragment();
}

} // namespace

hub::Result<QByteArrayList> pictureOriginsOf(const QStringList &texts)
{
    if (texts.size() > maxOrigins)
        return hub::Error{
            "bad_config",
            QStringLiteral("hub.picture_origins: at most %1 origins").arg(maxOrigins)};
    QByteArrayList origins;
    for (const QString &text : texts) {
        const QUrl url(text, QUrl::StrictMode);
        if (!isOrigin(url))
            return hub::Error{
                "bad_config",
                QStringLiteral(
                    "hub.picture_origins: %1 is not an origin like https://cdn.example.org")
                    .arg(text)};
        origins << url.toEncoded();
    }
    return origins;
}

} // namespace app
