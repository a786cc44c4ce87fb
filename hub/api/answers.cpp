// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/answers.h"

#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "hub/wire/userid.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hub {

namespace {

int statusOfCode(const QByteArray &code)
{
    static const QHash<QByteArray, int> statuses{
        {errorcode::unknownJob, 404},
        {"unknown_delivery", 404},
        {"unknown_source", 404},
        {"unknown_connection", 404},
        {"job_exists", 409},
        {"illegal_transition", 409},
        {"external_id_taken", 409},
        {"reserved_job_id", 403},
        {errorcode::deliveriesFull, 503},
        {"store_unavailable", 503},
        {errorcode::storeBusy, 503},
        {"draining", 503},
        {errorcode::bodyTooLarge, 413},
        {"too_many_members", 413},
        {errorcode::insufficientScope, 403},
        {"bad_config", 422},
        {"not_counted", 409},
        {"not_operated", 409},
        {"too_many_tickets", 429},
        {"too_many_revocations", 409},
        {errorcode::badSignature, 401},
        {errorcode::unsupportedMediaType, 415},
        {"not_repeatable", 409},
        {"no_public_url", 409},
        {"no_callback", 409},
        {"no_secret", 409},
    };
    return statuses.value(code, 400);
}

} // namespace

Response problemOf(const Error &error)
{
    const int status = statusOfCode(error.code);
    Response response = Response::problem(status, error);
    if (error.code == errorcode::badSignature) // a 401 names the scheme to use: RFC 9110 §15.5.2
        return std::move(response).with("WWW-Authenticate", "Signature");
    if (status != 503)
        return response;
    // A full set of waiting webhooks shrinks only when their jobs appear. Other limits clear within
    // seconds.
    const bool isFull = error.code == errorcode::deliveriesFull;
    return std::move(response).with("Retry-After", isFull ? "30" : "1");
}

Response badFilterProblem(const FilterFault &fault)
{
    Response response =
        Response::problem(400, {"bad_filter", QStringLiteral("filter: ") + fault.toString()});
    QJsonObject object = parseJson(response.body).object();
    object.insert(QStringLiteral("position"), fault.position + 1);
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

Response rateLimitedProblem(const QByteArray &bucket, std::chrono::seconds retryAfter)
{
    Response response = Response::problem(
        429, {errorcode::rateLimited, QStringLiteral("rate limit %1 is reached; try again in %2 s")
                                          .arg(fromUtf8(bucket))
                                          .arg(retryAfter.count())});
    QJsonObject object = parseJson(response.body).object();
    object.insert(QStringLiteral("bucket"), fromUtf8(bucket));
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return std::move(response).with("Retry-After", QByteArray::number(qint64{retryAfter.count()}));
}

Response unknownJobProblem(const QByteArray &id)
{
    return problemOf(
        {errorcode::unknownJob, QStringLiteral("there is no job %1").arg(fromUtf8(id))});
}

Response missingScopeProblem(const QByteArray &scope)
{
    return Response::problem(
               403,
               {errorcode::insufficientScope,
                QStringLiteral("the token lacks the scope %1").arg(QString::fromLatin1(scope))})
        .with("WWW-Authenticate",
              "Bearer realm=\"heliograph\", error=\"insufficient_scope\", scope=\"" + scope + '"');
}

Response unidentifiedProblem(const Error &error)
{
    // A request without a token gets a challenge without an error code (RFC 6750 section 3.1).
    const QByteArray challenge = error.code == errorcode::noToken
                                     ? QByteArrayLiteral("Bearer realm=\"heliograph\"")
                                     : QByteArrayLiteral("Bearer realm=\"heliograph\", "
                                                         "error=\"invalid_token\"");
    return Response::problem(401, error).with("WWW-Authenticate", challenge);
}

Result<qint64> numberParameter(const Request &request, const char *name, qint64 least, qint64 most,
                               qint64 otherwise)
{
    const QByteArray text = request.parameter(name);
    if (text.isEmpty())
        return otherwise;
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < least || value > most)
        return Error{"bad_parameter", QStringLiteral("%1: must be a whole number from %2 to %3")
                                          .arg(QLatin1String(name))
                                          .arg(least)
                                          .arg(most)};
    return value;
}

Result<QByteArray> textParameter(const Request &request, const char *name, qsizetype most)
{
    const QByteArray text = request.parameter(name);
    if (text.size() > most && fromUtf8(text).toUcs4().size() > most)
        return Error{
            "bad_parameter",
            QStringLiteral("%1: longer than %2 characters").arg(QLatin1String(name)).arg(most)};
    return text;
}

Result<QByteArray> userParameter(const Request &request, const char *name)
{
    const QByteArray user = request.parameter(name);
    const auto fault = user.isEmpty() ? std::nullopt : faultOfUser(user);
    if (fault)
        return Error{"bad_parameter", QLatin1String(name) + QStringLiteral(": ") + *fault};
    return user;
}

QByteArrayList wordsParameter(const Request &request, const char *name)
{
    QByteArrayList words;
    for (const QByteArray &value : request.parameterValues(name)) {
        for (const QByteArray &word : value.split(','))
            words.append(word.trimmed());
    }
    return words;
}

bool matchesEtag(const Request &request, const QByteArray &etag)
{
    const auto opaque = [](QByteArray tag) { return tag.startsWith("W/") ? tag.mid(2) : tag; };
    const QByteArrayList tags = request.header("if-none-match").split(',');
    return std::any_of(tags.begin(), tags.end(), [&](const QByteArray &tag) {
        return tag.trimmed() == "*" || opaque(tag.trimmed()) == opaque(etag);
    });
}

QByteArray wireId(const QByteArray &epoch, EventId id)
{
    return id.isNull() ? QByteArray() : Cursor{epoch, id}.toWire();
}

} // namespace hub
