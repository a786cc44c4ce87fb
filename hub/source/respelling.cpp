// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/respelling.h"

#include "hub/json/jsondocument.h"
#include "hub/json/jsonlayout.h"
#include "hub/json/jsonslice.h"

#include <QJsonDocument>

#include <optional>

namespace hub {

namespace {

std::vector<Respelling> jsonRespellings(const QByteArray &body)
{
    const auto as = [&](const JsonLayout &layout) {
        return laidOut(body, layout, mostRespeltBytes);
    };
    std::vector<Respelling> all{
        {QStringLiteral("as compact JSON"), as({"", ""})},
        {QStringLiteral("as JSON with a space after each comma and colon"), as({" ", " "})},
        {QStringLiteral("as JSON indented by two"), as({"", " ", 2})},
        {QStringLiteral("as JSON indented by four"), as({"", " ", 4})},
    };
    const QJsonDocument document = parseJson(body);
    if (!document.isNull())
        all.push_back({QStringLiteral("as compact JSON with sorted names"),
                       document.toJson(QJsonDocument::Compact)});
    return all;
}

QByteArray withoutLineEnd(QByteArray body)
{
    while (body.endsWith('\n') || body.endsWith('\r'))
        body.chop(1);
    return body;
}

} // namespace

std::vector<Respelling> respellings(const QByteArray &body)
{
    std::vector<Respelling> all;
    const auto add = [&](const QString &name, const QByteArray &other) {
        if (other != body)
            all.push_back({name, other});
    };
    const QByteArray bare = withoutLineEnd(body);
    add(QStringLiteral("without the end of line"), bare);
    add(QStringLiteral("with an end of line"), bare + '\n');
    add(QStringLiteral("with CR LF at its end"), bare + "\r\n");
    if (!checkJson(body))
        return all;
    for (const Respelling &other : jsonRespellings(bare)) {
        if (other.body.isNull())
            continue;
        add(other.name, other.body);
        add(other.name + QStringLiteral(" and an end of line"), other.body + '\n');
    }
    return all;
}

} // namespace hub
