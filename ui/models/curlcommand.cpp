// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlcommand.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "ui/client/httprequest.h"
#include "ui/models/curlline.h"
#include "ui/models/formats.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

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
    return shellWord(hub::fromUtf8(bytes));
}

bool isOfConnection(const QByteArray &name)
{
    static const QList<QByteArray> names{"host",   "content-length",    "connection", "keep-alive",
                                         "expect", "transfer-encoding", "te",         "upgrade"};
    return names.contains(name);
}

/// Returns whether a body can stand in a command line that a person reads and pastes.
bool isPlain(const QByteArray &body)
{
    if (body.size() > mostInline || !body.isValidUtf8())
        return false;
    const QString text = hub::fromUtf8(body);
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('\n') || c == QLatin1Char('\t')
               || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
    });
}

} // namespace

QString curlCommand(const FullDelivery &delivery, const QUrl &hub)
{
    if (!delivery.info.bodyKept)
        return {};
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
        words << QStringLiteral("-H 'content-type:'"); // otherwise curl sends the type of a form
    const bool plain = isPlain(delivery.body);
    words << (plain ? QStringLiteral("--data-raw ") + quoted(delivery.body)
                    : QStringLiteral("--data-binary @-"));
    const QUrl url = hubUrl(hub, delivery.info.path.toUtf8());
    words << quoted(url.adjusted(QUrl::RemoveUserInfo).toEncoded());
    QString command = words.join(QLatin1String(" \\\n  "));
    if (!plain)
        command.prepend(QStringLiteral("printf %s ") + quoted(delivery.body.toBase64())
                        + QStringLiteral(" | base64 -d | "));
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
