// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/tokenoptions.h"

#include "app/helio/arguments.h"
#include "app/helio/duration.h"
#include "hub/auth/claims.h"
#include "hub/wire/userid.h"

namespace helio {

namespace {

/// Parses the options of `helio token`. Keeps the first error and goes on.
class TokenWords
{
public:
    explicit TokenWords(const QStringList &words)
    {
        for (const char *name : {"key", "secret-file", "dev", "alg", "sub", "scope", "job",
                                 "expires", "aud", "iss", "kid"})
            m_parser.addOption(QCommandLineOption(text(name), {}, text("value")));
        const QStringList extra = m_parser.parse(QStringList{text("helio")} + words)
                                      ? m_parser.positionalArguments()
                                      : QStringList();
        complainIf(!m_parser.errorText().isEmpty(), m_parser.errorText());
        complainIf(!extra.isEmpty(), text("unexpected argument \"%1\"").arg(extra.value(0)));
    }

    const std::optional<hub::Error> &error() const { return m_error; }
    void complainIf(bool isWrong, const QString &message)
    {
        if (isWrong && !m_error)
            m_error = wrong(message);
    }

    TokenKey key()
    {
        TokenKey key{m_parser.value(text("key")), m_parser.value(text("secret-file")),
                     m_parser.value(text("dev"))};
        const int given =
            !key.keyFile.isEmpty() + !key.secretFile.isEmpty() + !key.devFolder.isEmpty();
        complainIf(given != 1, text("give exactly one of --key, --secret-file and --dev"));
        return key;
    }

    std::optional<hub::JwtAlgorithm> algorithm()
    {
        if (!m_parser.isSet(text("alg")))
            return {};
        auto algorithm = hub::parseJwtAlgorithm(utf8("alg"));
        complainIf(!algorithm, text("--alg: expected HS256, RS256, PS256, ES256 or EdDSA"));
        return algorithm;
    }

    /// With a development key (`isDev`) the user is `dev` unless given, and the scope is
    /// `read publish`, with `admin` when no `--job` is given.
    hub::TokenClaims claims(bool isDev)
    {
        hub::TokenClaims claims;
        claims.subject = m_parser.isSet(text("sub")) || !isDev ? utf8("sub") : "dev";
        if (const auto fault = hub::faultOfUser(claims.subject))
            complainIf(true, text("--sub: the name of the user ") + *fault);
        claims.jobs = jobs();
        claims.scope = scope(isDev);
        complainIf(claims.jobs && claims.scope.split(' ').contains("admin"),
                   text("--job: cannot be combined with the scope admin"));
        claims.audience = utf8("aud");
        claims.issuer = utf8("iss");
        return claims;
    }

    std::chrono::milliseconds lifetime(std::chrono::milliseconds usual)
    {
        if (!m_parser.isSet(text("expires")))
            return usual;
        const auto given = parseDuration(m_parser.value(text("expires")));
        complainIf(
            !given || *given < std::chrono::seconds(1),
            text("--expires: expected a duration such as 30s, 10m, 2h or 7d, at most a year"));
        return given.value_or(usual);
    }

    QByteArray utf8(const char *name) const { return m_parser.value(text(name)).toUtf8(); }

private:
    QByteArray scope(bool isDev)
    {
        if (!m_parser.isSet(text("scope")))
            return !isDev                        ? "read"
                   : m_parser.isSet(text("job")) ? "read publish"
                                                 : "read publish admin";
        const QByteArrayList words = utf8("scope").simplified().split(' ');
        for (const QByteArray &word : words)
            complainIf(word != "read" && word != "publish" && word != "notify" && word != "admin",
                       text("--scope: expected one or more of read, publish, notify and admin"));
        return words.join(' ');
    }

    std::optional<QByteArrayList> jobs()
    {
        if (!m_parser.isSet(text("job")))
            return {};
        QByteArrayList patterns;
        for (const QString &pattern : m_parser.values(text("job")))
            patterns << pattern.toUtf8();
        complainIf(!hub::parseJobPatterns(patterns),
                   text("--job: expected a job id, or a prefix of job ids and a star"));
        return patterns;
    }

    QCommandLineParser m_parser;
    std::optional<hub::Error> m_error;
};

} // namespace

hub::Result<TokenOptions> parseToken(const QStringList &list)
{
    TokenWords words(list);
    TokenOptions options;
    options.key = words.key();
    options.algorithm = words.algorithm();
    options.claims = words.claims(!options.key.devFolder.isEmpty());
    options.lifetime = words.lifetime(options.lifetime);
    options.keyId = words.utf8("kid");
    if (words.error())
        return *words.error();
    return options;
}

} // namespace helio
