// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/claims.h"

#include "hub/auth/jwt.h"
#include "hub/auth/uniquemembers.h"
#include "hub/base/errorcode.h"
#include "hub/wire/userid.h"

#include <algorithm>

namespace hub {

namespace {
constexpr qsizetype mostScopes = 64;
constexpr qsizetype mostPatterns = 256;
constexpr qsizetype mostAudiences = 64;
constexpr qsizetype mostIdBytes = 128;
/// The end of the year 9999, in seconds since 1970 (RFC 7519 section 2).
constexpr double mostNumericDate = 253'402'300'799;

std::optional<Permission> permissionOf(QByteArrayView word)
{
    if (word == "read")
        return Permission::Read;
    if (word == "publish")
        return Permission::Publish;
    if (word == "admin")
        return Permission::Admin;
    if (word == "notify")
        return Permission::Notify;
    return std::nullopt;
}

bool isPrintable(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Reads claims one by one. Keeps the first error.
class ClaimReader
{
public:
    explicit ClaimReader(JsonMembers members) : m_members(std::move(members)) { }

    const std::optional<Error> &error() const { return m_error; }

    /// Returns milliseconds since 1970; none when the claim is absent.
    std::optional<qint64> time(const char *name)
    {
        const auto *member = find(name);
        if (!member)
            return std::nullopt;
        const double seconds = member->decoded().toDouble(-1);
        if (member->isNumber() && seconds >= 0 && seconds <= mostNumericDate)
            return qint64(seconds * 1000);
        reject(name, QStringLiteral("must be seconds since 1970, up to the year 9999"));
        return std::nullopt;
    }

    QByteArray text(const char *name)
    {
        const auto *member = find(name);
        if (!member)
            return {};
        if (!member->isString())
            reject(name, QStringLiteral("must be a string"));
        return member->utf8();
    }

    QByteArray user(const char *name)
    {
        const auto *member = find(name);
        if (!member) {
            reject(name, QStringLiteral("is missing"));
            return {};
        }
        const Result<QByteArray> user = userOf(*member);
        if (!user)
            reject(name, user.error().message);
        return user ? *user : QByteArray();
    }

    /// Returns none when the claim is absent.
    std::optional<QByteArrayList> texts(const char *name, qsizetype most)
    {
        const auto *member = find(name);
        if (!member)
            return std::nullopt;
        auto found = textsOf(member->decoded(), most);
        if (!found)
            reject(name, QStringLiteral("must be a string or an array of at most %1").arg(most));
        return found;
    }

    void reject(const char *name, const QString &why)
    {
        if (!m_error)
            m_error = badToken(QStringLiteral("%1: %2").arg(QLatin1String(name), why));
    }

private:
    const JsonMembers::Member *find(const char *name)
    {
        return m_members.find(QLatin1String(name));
    }

    JsonMembers m_members;
    std::optional<Error> m_error;
};

Permissions readScope(ClaimReader &reader)
{
    const QByteArray words = reader.texts("scope", mostScopes).value_or(QByteArrayList()).join(' ');
    Permissions permissions;
    for (const QByteArray &word : words.split(' ')) {
        if (const auto permission = permissionOf(word))
            permissions |= *permission;
    }
    return permissions;
}

Principal readPrincipal(ClaimReader &reader)
{
    Principal principal;
    principal.subject = reader.user("sub");
    principal.permissions = readScope(reader);
    if (const auto jobs = reader.texts("jobs", mostPatterns)) {
        principal.jobs = parseJobPatterns(*jobs);
        if (!principal.jobs)
            reader.reject("jobs",
                          QStringLiteral("must be job ids, each with an optional star at the end"));
        // An admin reads every delivery and may act on every user, so a list of jobs could not be
        // enforced.
        if (principal.isAdmin())
            reader.reject("scope", QStringLiteral("admin must not be combined with jobs"));
    }
    principal.tokenId = reader.text("jti");
    if (principal.tokenId.size() > mostIdBytes || !isPrintable(principal.tokenId))
        reader.reject(
            "jti", QStringLiteral("must be at most %1 visible ASCII characters").arg(mostIdBytes));
    principal.expiresMs = reader.time("exp");
    if (!principal.expiresMs)
        reader.reject("exp", QStringLiteral("is missing"));
    return principal;
}

std::optional<Error> checkTimes(std::optional<qint64> expiresMs, std::optional<qint64> notBeforeMs,
                                qint64 nowMs)
{
    if (expiresMs && nowMs >= *expiresMs + tokenLeeway.count())
        return Error{errorcode::tokenExpired, QStringLiteral("the token has expired")};
    if (notBeforeMs && nowMs < *notBeforeMs - tokenLeeway.count())
        return Error{errorcode::tokenNotYetValid, QStringLiteral("the token is not valid yet")};
    return std::nullopt;
}

std::optional<Error> checkRules(const ClaimRules &rules, const QByteArray &issuer,
                                const QByteArrayList &audiences)
{
    if (!rules.issuer.isEmpty() && issuer != rules.issuer.toUtf8())
        return Error{errorcode::wrongIssuer,
                     QStringLiteral("iss: is not the issuer that this hub trusts")};
    if (!rules.audience.isEmpty() && !audiences.contains(rules.audience.toUtf8()))
        return Error{errorcode::wrongAudience,
                     QStringLiteral("aud: the token is for another audience")};
    return std::nullopt;
}
} // namespace

std::optional<std::vector<TopicPattern>> parseJobPatterns(const QByteArrayList &texts)
{
    std::vector<TopicPattern> patterns;
    for (const QByteArray &text : texts) {
        auto pattern = TopicPattern::parse("job/" + text);
        if (!pattern)
            return std::nullopt;
        patterns.push_back(std::move(*pattern));
    }
    return patterns;
}

Result<Principal> readClaims(const QByteArray &payload, const ClaimRules &rules, qint64 nowMs)
{
    auto members = parseUniqueMembers(payload);
    if (!members)
        return badToken(QStringLiteral("claims: ") + members.error().message);
    ClaimReader reader(std::move(*members));
    Principal principal = readPrincipal(reader);
    const auto notBeforeMs = reader.time("nbf");
    (void)reader.time("iat"); // only its form: a clock that is ahead must not lock a caller out
    // `iss` and `aud` are checked only when the configuration sets them. Otherwise they may contain
    // anything.
    const QByteArray issuer = rules.issuer.isEmpty() ? QByteArray() : reader.text("iss");
    const auto audiences =
        rules.audience.isEmpty() ? std::nullopt : reader.texts("aud", mostAudiences);
    if (reader.error())
        return *reader.error();
    if (const auto error = checkTimes(principal.expiresMs, notBeforeMs, nowMs))
        return *error;
    if (const auto error = checkRules(rules, issuer, audiences.value_or(QByteArrayList())))
        return *error;
    return principal;
}

} // namespace hub
