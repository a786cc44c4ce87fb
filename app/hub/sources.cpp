// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/sources.h"

#include "app/hub/secretfile.h"
#include "hub/base/utf8.h"
#include "hub/source/scheme.h"
#include "hub/wire/topic.h"
#include "hub/wire/userid.h"

namespace app {

namespace {

/// Secrets that one source may have at once, while they are replaced.
constexpr qsizetype maxSecrets = 16;

hub::Error bad(const SourceConfig &config, const QString &what)
{
    return {"bad_config", QStringLiteral("sources: %1: %2").arg(config.name, what)};
}

hub::Result<const hub::Scheme *> schemeOf(const SourceConfig &config)
{
    const hub::Scheme *scheme = hub::findScheme(config.scheme);
    if (!scheme)
        return bad(config, QStringLiteral("no such scheme: %1").arg(config.scheme));
    return scheme;
}

hub::Result<std::unique_ptr<hub::Mapping>> makeMapping(const SourceConfig &config,
                                                       const hub::Scheme &scheme)
{
    if (!scheme.defaultPointers) {
        if (!config.map.isEmpty() || !config.statuses.isEmpty())
            return bad(config,
                       QStringLiteral("map: must not be set for the scheme %1").arg(config.scheme));
        return scheme.makeMapping({});
    }
    hub::Result<hub::GenericMap> map = hub::GenericMap::parse(
        config.map.isEmpty() ? scheme.defaultPointers() : config.map, config.statuses);
    if (!map)
        return bad(config, map.error().message);
    return scheme.makeMapping(std::move(*map));
}

hub::Result<void> checkSigning(const SourceConfig &config, const hub::Scheme &scheme)
{
    if (config.secretsFile.size() > maxSecrets)
        return bad(config,
                   QStringLiteral("secrets_file: must have at most %1 files").arg(maxSecrets));
    const bool hex = config.signatureEncoding == QLatin1String("hex");
    if (!hex && config.signatureEncoding != QLatin1String("base64"))
        return bad(config, QStringLiteral("signature_encoding: must be hex or base64"));
    const bool formatted = !config.signatureHeader.isEmpty() || !config.signaturePrefix.isEmpty();
    if (formatted && !scheme.takesFormat)
        return bad(
            config,
            QStringLiteral("signature_header, signature_prefix: must not be set for the scheme %1")
                .arg(config.scheme));
    if (!config.signatureHeader.isEmpty() && config.secretsFile.isEmpty())
        return bad(config, QStringLiteral("signature_header: needs secrets_file"));
    if (config.signatureHeader.isEmpty() && !config.signaturePrefix.isEmpty())
        return bad(config, QStringLiteral("signature_prefix: needs signature_header"));
    return {};
}

hub::Result<void> checkReach(const SourceConfig &config, const hub::Scheme &scheme)
{
    const hub::Result<QByteArray> owner =
        config.owner.isEmpty() ? QByteArray() : hub::userOf(config.owner);
    if (!owner)
        return bad(config, QStringLiteral("owner: ") + owner.error().message);
    if (!config.jobs.isEmpty() && !hub::isValidId(config.jobs.toUtf8() + '1'))
        return bad(config, QStringLiteral("jobs: must be the beginning of a job id: 1 to 127 "
                                          "characters of A-Z a-z 0-9 . _ ~ : @ + = -"));
    if (!config.jobs.isEmpty() && scheme.namesJobs)
        return bad(config,
                   QStringLiteral("jobs: must not be set for the scheme %1").arg(config.scheme));
    return {};
}

QByteArray spaceOf(const SourceConfig &config, const hub::Scheme &scheme)
{
    return scheme.namesJobs ? config.name.toUtf8() + '.' : config.jobs.toUtf8();
}

hub::Result<std::unique_ptr<hub::Verifier>> makeVerifier(const SourceConfig &config)
{
    hub::Verification how;
    how.scheme = config.scheme.toUtf8();
    how.tolerance = config.tolerance;
    how.format.header = config.signatureHeader.toLower().toUtf8();
    how.format.prefix = config.signaturePrefix.toUtf8();
    how.format.encoding = config.signatureEncoding == QLatin1String("hex")
                              ? hub::BodyMacVerifier::Encoding::Hex
                              : hub::BodyMacVerifier::Encoding::Base64;
    for (const QString &path : config.secretsFile) {
        hub::Result<QByteArray> secret = readSecretFile(path);
        if (!secret)
            return bad(config, QStringLiteral("secrets_file: ") + secret.error().message);
        how.secrets.push_back(std::move(*secret));
    }
    auto verifier = hub::makeVerifier(how);
    if (!verifier)
        return bad(config, QStringLiteral("secrets_file: ") + verifier.error().message);
    return verifier;
}

} // namespace

std::vector<SourceConfig> builtInSources()
{
    return {
        {QStringLiteral("runpod-completion"), QStringLiteral("runpod"), {}, {}},
        {QStringLiteral("generic"), QStringLiteral("generic"), {}, {}},
        {QStringLiteral("image-gen"), QStringLiteral("image-gen"), {}, {}},
        {QStringLiteral("execution"), QStringLiteral("execution"), {}, {}},
    };
}

hub::Result<void> checkSource(const SourceConfig &config)
{
    if (!hub::isValidId(config.name.toUtf8())) // it is a path segment and a metric label
        return bad(
            config,
            QStringLiteral("a name must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ : @ + = -"));
    const auto scheme = schemeOf(config);
    if (!scheme)
        return scheme.error();
    if (const auto mapping = makeMapping(config, **scheme); !mapping)
        return mapping.error();
    if (const auto reach = checkReach(config, **scheme); !reach)
        return reach.error();
    return checkSigning(config, **scheme);
}

hub::Result<hub::WebhookSources> makeSources(const std::vector<SourceConfig> &configured)
{
    std::vector<SourceConfig> all = builtInSources();
    all.insert(all.end(), configured.begin(), configured.end());
    hub::WebhookSources sources;
    for (const SourceConfig &config : all) {
        if (const auto sound = checkSource(config); !sound)
            return sound.error();
        const hub::Scheme &scheme = **schemeOf(config);
        auto mapping = makeMapping(config, scheme);
        auto verifier = makeVerifier(config);
        if (!mapping || !verifier)
            return mapping ? verifier.error() : mapping.error();
        const QByteArray name = config.name.toUtf8();
        hub::WebhookSource &source = sources[name];
        source.scheme = &scheme;
        source.mapping = std::move(*mapping);
        source.verifier = std::move(*verifier);
        source.limits = config.ingest;
        source.owner = config.owner.toUtf8();
        source.jobs = spaceOf(config, scheme);
        source.gate = std::make_shared<hub::IngestGate>(name, config.ingest);
    }
    for (const auto &[name, source] : sources) {
        const QByteArray owner = hub::reservedFor(sources, source.jobs);
        if (!source.jobs.isEmpty() && owner != name)
            return hub::Error{
                "bad_config",
                QStringLiteral(
                    "sources: %1: jobs: the prefix \"%2\" already belongs to the source %3")
                    .arg(hub::fromUtf8(name), hub::fromUtf8(source.jobs), hub::fromUtf8(owner))};
    }
    return sources;
}

} // namespace app
