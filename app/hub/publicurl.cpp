// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/publicurl.h"

#include <QUrl>

namespace app {

namespace {

/// Providers that get the callback URLs may refuse long ones.
constexpr qsizetype maxUrlBytes = 1024;

} // namespace

hub::Result<QByteArray> publicUrlOf(const QString &text)
{
    if (text.isEmpty())
        return QByteArray();
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty()
        || url.authority().contains(QLatin1Char('@')) || url.hasQuery() || url.hasFragment()
        || url.toEncoded().size() > maxUrlBytes)
        return hub::Error{"bad_config",
                          QStringLiteral("must be an http or https address with neither user, "
                                         "query nor fragment, like https://hub.example.org, and "
                                         "of at most %1 bytes")
                              .arg(maxUrlBytes)};
    QByteArray encoded = url.toEncoded();
    while (encoded.endsWith('/'))
        encoded.chop(1);
    return encoded;
}

} // namespace app
