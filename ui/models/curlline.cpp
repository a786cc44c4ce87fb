// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlline.h"

#include "hub/base/utf8.h"
#include "ui/client/httprequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::CurlLine)
};

constexpr qsizetype mostPlainBody = 16 * 1024; ///< A longer body is sent as base64.

QString addressOf(const QUrl &url)
{
    return shellWord(QString::fromLatin1(url.adjusted(QUrl::RemoveUserInfo).toEncoded()));
}

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/// Returns whether curl or the connection sets a header by itself.
bool isOwnHeader(const QString &name)
{
    static const QStringList own{QStringLiteral("host"),       QStringLiteral("content-length"),
                                 QStringLiteral("connection"), QStringLiteral("accept-encoding"),
                                 QStringLiteral("expect"),     QStringLiteral("transfer-encoding")};
    return own.contains(name.toLower());
}

QString headerOption(const QString &name, const QString &value)
{
    if (value == QLatin1String("[redacted]")) {
        // The name is a token of RFC 9110, so that it is harmless between double quotes.
        const QString scheme =
            name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0
                ? QStringLiteral("Bearer ")
                : QString();
        return QStringLiteral(" -H \"%1: %2$HELIO_TOKEN\"").arg(name, scheme);
    }
    // curl leaves out a header without a value, unless it ends with a semicolon.
    return QStringLiteral(" -H ")
           + shellWord(value.isEmpty() ? name + QLatin1Char(';')
                                       : name + QStringLiteral(": ") + value);
}

/// Returns whether a shell and a terminal carry the text without a change.
bool isPlain(const QString &text)
{
    return text.size() <= mostPlainBody && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c == QLatin1Char('\n') || c == QLatin1Char('\t')
                      || (c.category() != QChar::Other_Control
                          && c.category() != QChar::Other_Format);
           });
}

bool isToken(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x80
               && (c.isLetterOrNumber() || QStringLiteral("!#%&'*+-.^_|~").contains(c));
    });
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

QString deliveryCurl(const QUrl &hub, const QJsonObject &delivery)
{
    if (!delivery.value(QLatin1String("body_kept")).toBool())
        return {};
    const QByteArray base64 = textOf(delivery, "body_base64").toLatin1();
    const QByteArray bytes = QByteArray::fromBase64(base64);
    const QString body = textOf(delivery, "body");
    const bool plain = body.toUtf8() == bytes && isPlain(body);
    QString line = QStringLiteral("curl -X ") + shellWord(textOf(delivery, "method"));
    const QJsonArray headers = delivery.value(QLatin1String("headers")).toArray();
    for (const QJsonValue &header : headers) {
        const QString name = header.toArray().at(0).toString();
        if (isToken(name) && !isOwnHeader(name))
            line += headerOption(name, header.toArray().at(1).toString());
    }
    line += plain ? QStringLiteral(" --data-raw ") + shellWord(body)
                  : QStringLiteral(" --data-binary @-");
    line += QLatin1Char(' ') + addressOf(hubUrl(hub, textOf(delivery, "path").toUtf8()));
    return plain ? line
                 : QStringLiteral("printf %s %1 | base64 -d | ")
                           .arg(shellWord(QString::fromLatin1(bytes.toBase64())))
                       + line;
}

QString deliveryText(const QJsonObject &delivery)
{
    QStringList lines{textOf(delivery, "method") + QLatin1Char(' ') + textOf(delivery, "path")};
    const QJsonArray headers = delivery.value(QLatin1String("headers")).toArray();
    for (const QJsonValue &header : headers)
        lines << header.toArray().at(0).toString() + QStringLiteral(": ")
                     + header.toArray().at(1).toString();
    lines << QString();
    if (!delivery.value(QLatin1String("body_kept")).toBool()) {
        lines << Texts::tr("(The body was too large, and the hub did not keep it.)");
    } else if (delivery.value(QLatin1String("body")).isString()) {
        lines << textOf(delivery, "body");
    } else {
        lines << Texts::tr("(The body is no text. It follows as base64.)")
              << textOf(delivery, "body_base64");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui
