// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/globaloptions.h"

#include "app/helio/arguments.h"
#include "ui/client/httprequest.h"
#include "ui/client/hubnetwork.h"

namespace helio {

namespace {

/// Removes `NAME VALUE` and `NAME=VALUE` from `words`, up to a `--`. Returns the last value.
hub::Result<std::optional<QString>> take(QStringList *words, const QString &name)
{
    std::optional<QString> value;
    for (qsizetype i = 0; i < words->size(); ++i) {
        if (words->at(i) == text("--"))
            break;
        if (words->at(i) == name) {
            if (i + 1 == words->size())
                return wrong(text("%1: a value is missing").arg(name));
            value = words->takeAt(i + 1);
            words->removeAt(i--);
        } else if (words->at(i).startsWith(name + QLatin1Char('='))) {
            value = words->takeAt(i--).mid(name.size() + 1);
        }
    }
    return value;
}

} // namespace

hub::Result<QUrl> hubAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!ui::isHttpUrl(url))
        return wrong(text("\"%1\" is not an http or https address").arg(address));
    return url;
}

hub::Result<QUrl> takeHub(QStringList *words)
{
    const auto given = take(words, text("--hub"));
    if (!given)
        return given.error();
    return hubAddress(
        given->value_or(qEnvironmentVariable("HELIOGRAPH_URL", text("http://127.0.0.1:4354"))));
}

hub::Result<QByteArray> takeToken(QStringList *words)
{
    const auto given = take(words, text("--token-file"));
    if (!given)
        return given.error();
    const QString file = given->value_or(qEnvironmentVariable("HELIOGRAPH_TOKEN_FILE"));
    if (file.isEmpty())
        return qgetenv("HELIOGRAPH_TOKEN").trimmed();
    return ui::readTokenFile(file);
}

hub::Result<void> takeAuthorities(QStringList *words)
{
    const auto given = take(words, text("--ca-file"));
    if (!given)
        return given.error();
    const QString file = given->value_or(qEnvironmentVariable("HELIOGRAPH_CA_FILE"));
    return file.isEmpty() ? hub::Result<void>() : ui::trustAuthorities(file);
}

} // namespace helio
