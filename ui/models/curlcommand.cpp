// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlcommand.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "ui/client/httprequest.h"
#include "ui/models/formats.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::CurlCommand)
};

constexpr qsizetype mostInline = 16 * 1024; ///< Bytes of a body on the command line.

/// Returns a text as one word of a POSIX shell.
QString quoted(const QByteArray &bytes)
{
    QString text = hub::fromUtf8(bytes);
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// Returns whether curl or the connection sets the header.
bool isOfConnection(const QByteArray &name)
{
    static const QList<QByteArray> names{"host",   "content-length",    "connection", "keep-alive",
                                         "expect", "transfer-encoding", "te",         "upgrade"};
    return names.contains(name);
}

bool fitsInline(const QByteArray &body)
{
    return body.size() <= mostInline && body.isValidUtf8() && !body.contains('\0')
           && !body.contains('\r');
}

} // namespace

QString curlCommand(const FullDelivery &delivery, const QUrl &hub, const QString &bodyFile)
{
    QStringList words{QStringLiteral("curl -X %1").arg(quoted(delivery.info.method))};
    QStringList secret;
    bool hasType = false;
    for (const auto &[name, value] : delivery.headers) {
        const QByteArray lower = name.toLower();
        if (value.contains("[redacted]"))
            secret << oneLine(hub::fromUtf8(lower));
        else if (!isOfConnection(lower))
            words << QStringLiteral("-H %1").arg(
                quoted(value.isEmpty() ? name + ';' : name + ": " + value));
        hasType = hasType || lower == "content-type";
    }
    if (!hasType)
        words << QStringLiteral("-H 'content-type:'"); // or curl would send that of a form
    if (fitsInline(delivery.body))
        words << QStringLiteral("--data-raw %1").arg(quoted(delivery.body));
    else
        words << QStringLiteral("--data-binary %1").arg(quoted('@' + bodyFile.toUtf8()));
    words << quoted(hubUrl(hub, delivery.info.path.toUtf8()).toEncoded());
    const QString command = words.join(QLatin1String(" \\\n  "));
    if (secret.isEmpty())
        return command;
    return QStringLiteral("# ")
           + Texts::tr("left out, because they are secrets: %1")
                 .arg(secret.join(QLatin1String(", ")))
           + QLatin1Char('\n') + command;
}

QString bodyFileName(const FullDelivery &delivery)
{
    const bool isJson = !hub::parseJson(delivery.body).isNull();
    return QStringLiteral("delivery-%1.%2")
        .arg(delivery.info.id)
        .arg(isJson ? QLatin1String("json") : QLatin1String("bin"));
}

} // namespace ui
