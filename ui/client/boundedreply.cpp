// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/boundedreply.h"

#include "hub/json/jsondocument.h"
#include "ui/client/httprequest.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QNetworkReply>

#include <memory>

namespace ui {

namespace {

/// The state of one answer while it comes in.
struct Receiving
{
    std::function<void(hub::Result<HttpAnswer>)> answer;
    QByteArray body;
    qint64 maxBytes = 0;
    bool tooLarge = false;
};

void take(QNetworkReply *reply, Receiving &state)
{
    const qint64 room = state.maxBytes - state.body.size();
    if (reply->bytesAvailable() <= room) {
        state.body += reply->readAll();
        return;
    }
    state.tooLarge = true;
    reply->abort();
}

hub::Error problemOf(int status, const QByteArray &body)
{
    const QJsonObject problem = hub::parseJson(body).object();
    const QString detail = problem.value(QLatin1String("detail")).toString();
    const QByteArray code = problem.value(QLatin1String("code")).toString().toUtf8();
    const QString plain = QStringLiteral("HTTP %1").arg(status);
    return {code.isEmpty() ? "http_" + QByteArray::number(status) : code,
            detail.isEmpty() ? plain : QStringLiteral("%1: %2").arg(plain, detail)};
}

hub::Result<HttpAnswer> resultOf(QNetworkReply *reply, Receiving &state)
{
    if (state.tooLarge)
        return hub::Error{
            "too_large",
            QCoreApplication::translate("ui::Network", "larger than %1 bytes").arg(state.maxBytes)};
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isData = reply->url().scheme() == QLatin1String("data");
    if (status >= 300 && status != 304)
        return problemOf(status, state.body);
    if (reply->error() != QNetworkReply::NoError || (status == 0 && !isData))
        return hub::Error{"unreachable", networkReason(*reply)};
    return HttpAnswer{status, std::move(state.body), reply->rawHeader("ETag")};
}

} // namespace

void receive(QNetworkReply *reply, qint64 maxBytes, QObject *context,
             std::function<void(hub::Result<HttpAnswer>)> answer)
{
    const auto state = std::make_shared<Receiving>();
    state->answer = std::move(answer);
    state->maxBytes = maxBytes;
    const auto finish = [reply, state] {
        reply->deleteLater();
        if (!state->tooLarge)
            take(reply, *state);
        state->answer(resultOf(reply, *state));
    };
    QObject::connect(context, &QObject::destroyed, reply, [reply](QObject *gone) {
        reply->disconnect(gone); // abort() emits signals, and `context` is being destroyed
        reply->abort();
        reply->deleteLater();
    });
    if (reply->isFinished()) { // a `data:` answer finishes before signals are connected
        QMetaObject::invokeMethod(context, finish, Qt::QueuedConnection);
        return;
    }
    QObject::connect(reply, &QNetworkReply::readyRead, context, [reply, state] {
        if (!state->tooLarge)
            take(reply, *state);
    });
    QObject::connect(reply, &QNetworkReply::finished, context, finish);
}

} // namespace ui
