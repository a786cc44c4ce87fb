// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/macmatch.h"

#include "hub/base/errorcode.h"
#include "hub/crypto/constanttime.h"
#include "hub/crypto/digest.h"

#include <algorithm>
#include <limits>

namespace hub {

namespace {

constexpr qsizetype macBytes = 32;

/// Returns Verdict::firstDifference. The first half is compared in constant time.
qsizetype differenceOf(const QByteArray &given, const QByteArray &expected)
{
    constexpr qsizetype half = macBytes / 2;
    if (given.size() < half || !equalInConstantTime(given.first(half), expected.first(half)))
        return 0;
    const auto end = given.begin() + std::min(given.size(), expected.size());
    return std::mismatch(given.begin(), end, expected.begin()).first - given.begin();
}

} // namespace

void refuse(Verdict &verdict, const QByteArray &code, const QString &reason)
{
    if (!verdict.code.isEmpty())
        return;
    verdict.code = code;
    verdict.reason = reason;
}

void matchMacs(Verdict &verdict, const Secrets &secrets, const QList<QByteArray> &given)
{
    verdict.secrets += static_cast<int>(secrets.size());
    const qsizetype count = std::min(given.size(), maxSignatures);
    qsizetype difference = 0;
    for (size_t i = 0; i < secrets.size(); ++i) {
        const QByteArray expected = hmacSha256(secrets[i], verdict.canonical);
        for (const QByteArray &mac : given.first(count)) {
            if (equalInConstantTime(mac, expected)) {
                verdict.secret = static_cast<int>(i) + 1;
                return;
            }
            difference = std::max(difference, differenceOf(mac, expected));
        }
    }
    verdict.firstDifference = difference;
    refuse(verdict, errorcode::badSignature,
           QStringLiteral("no signature matches any of %n secret(s)")
               .replace(QLatin1String("%n"), QString::number(verdict.secrets)));
}

void matchToken(Verdict &verdict, const Secrets &secrets, const QByteArray &given)
{
    verdict.secrets = static_cast<int>(secrets.size());
    // Digests have equal sizes, so the time does not reveal the length of a secret.
    const QByteArray digest = sha256(given);
    for (size_t i = 0; i < secrets.size(); ++i) {
        if (equalInConstantTime(digest, sha256(secrets[i])))
            verdict.secret = static_cast<int>(i) + 1;
    }
    if (verdict.secret == 0)
        refuse(verdict, errorcode::badSignature,
               QStringLiteral("the token matches none of %1 secret(s)").arg(verdict.secrets));
}

void judgeTime(Verdict &verdict, const QByteArray &seconds, qint64 nowMs,
               std::chrono::seconds tolerance)
{
    bool ok = false;
    const qint64 sent = seconds.toLongLong(&ok);
    if (!ok || sent < 0 || seconds.size() > 18 || seconds.startsWith('+')) {
        refuse(verdict, "malformed_signature",
               QStringLiteral("the timestamp is not a number of seconds"));
        return;
    }
    const std::chrono::seconds skew(sent - nowMs / 1000);
    verdict.skew = skew;
    if (std::chrono::abs(skew) > tolerance)
        refuse(verdict, "stale_timestamp",
               QStringLiteral("the timestamp is %1 s %2; at most %3 s are allowed")
                   .arg(std::chrono::abs(skew).count())
                   .arg(skew.count() < 0 ? QStringLiteral("old") : QStringLiteral("ahead"))
                   .arg(tolerance.count()));
}

std::optional<QByteArray> decodeHexMac(QByteArrayView text)
{
    const bool hex = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!hex || text.size() != 2 * macBytes)
        return std::nullopt;
    return QByteArray::fromHex(text.toByteArray());
}

} // namespace hub
