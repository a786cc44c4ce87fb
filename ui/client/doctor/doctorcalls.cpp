// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/doctorcalls.h"

#include "hub/base/clocktimer.h"
#include "hub/json/jsondocument.h"
#include "ui/client/httprequest.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace ui {

namespace {

constexpr qint64 maxAnswerBytes = 1024 * 1024;

hub::Result<QJsonObject> objectOf(const hub::Result<HttpAnswer> &answer)
{
    if (!answer)
        return answer.error();
    const QJsonDocument document = hub::parseJson(answer->body);
    if (!document.isObject())
        return hub::Error{"bad_answer", QCoreApplication::translate(
                                            "ui::Doctor", "the answer is not a JSON object")};
    return document.object();
}

} // namespace

DoctorCalls::DoctorCalls(QNetworkAccessManager *network, const Patient &patient,
                         const hub::Clock &clock)
    : m_network(network)
    , m_patient(patient)
    , m_clock(clock)
{ }

QNetworkRequest DoctorCalls::request(const QByteArray &path) const
{
    const qsizetype mark = path.indexOf('?');
    const QByteArray query = mark < 0 ? QByteArray() : path.mid(mark + 1);
    QNetworkRequest request =
        httpRequest(hubUrl(m_patient.hub, mark < 0 ? path : path.left(mark), query));
    // Follow no redirect: it is a finding, and the token must not go to another address.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    if (!m_patient.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_patient.token);
    return request;
}

/// Answers with the error `unreachable` when `reply` is not complete within the deadline.
void DoctorCalls::receiveInTime(QNetworkReply *reply, QObject *context, const Answer &answer) const
{
    auto *deadline = new hub::ClockTimer(m_clock, reply);
    QObject::connect(deadline, &hub::ClockTimer::timedOut, reply, &QNetworkReply::abort);
    QObject::connect(reply, &QNetworkReply::finished, deadline, &hub::ClockTimer::stop);
    deadline->start(m_patient.deadline);
    receive(reply, maxAnswerBytes, context,
            [answer](const hub::Result<HttpAnswer> &received) { answer(objectOf(received)); });
}

void DoctorCalls::get(const QByteArray &path, QObject *context, const Answer &answer) const
{
    receiveInTime(m_network->get(request(path)), context, answer);
}

void DoctorCalls::post(const QByteArray &path, const QByteArray &body, const Headers &headers,
                       QObject *context, const Answer &answer) const
{
    QNetworkRequest post = request(path);
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    for (const auto &[name, value] : headers)
        post.setRawHeader(name, value);
    receiveInTime(m_network->post(post, body), context, answer);
}

} // namespace ui
