// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/verdict.h"

#include "hub/json/jsonwriter.h"

namespace hub {

namespace {

void writeCanonical(JsonWriter &json, const QByteArray &canonical)
{
    json.key("canonical");
    if (canonical.isEmpty() || !canonical.isValidUtf8())
        json.null();
    else
        json.string(canonical);
    json.key("canonical_base64").string(canonical.toBase64());
}

void writeNumber(JsonWriter &json, QByteArrayView name, std::optional<qint64> number)
{
    json.key(name);
    if (number)
        json.number(*number);
    else
        json.null();
}

std::optional<qint64> secondsOf(std::optional<std::chrono::seconds> time)
{
    return time ? std::optional<qint64>(time->count()) : std::nullopt;
}

} // namespace

QByteArray toJson(const Verdict &verdict, VerdictDetail detail)
{
    JsonWriter json;
    json.beginObject();
    json.key("scheme").string(verdict.scheme);
    json.key("accepted").boolean(verdict.accepted());
    json.key("code").string(verdict.code);
    json.key("reason").string(verdict.reason);
    json.key("secret").number(qint64{verdict.secret});
    json.key("secrets").number(qint64{verdict.secrets});
    writeNumber(json, "first_difference", verdict.firstDifference);
    writeNumber(json, "clock_skew_s", secondsOf(verdict.skew));
    json.key("signed_id").string(verdict.signedId);
    json.key("signed_for").string(verdict.signedFor);
    if (detail == VerdictDetail::Full) {
        writeCanonical(json, verdict.canonical);
        json.key("hints").beginArray();
        for (const QString &hint : verdict.hints)
            json.string(hint);
        json.endArray();
    }
    json.endObject();
    return json.take();
}

} // namespace hub
