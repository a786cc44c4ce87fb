// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/scheme.h"

#include "hub/source/cloudeventsmapping.h"
#include "hub/source/executionmapping.h"
#include "hub/source/genericmapping.h"
#include "hub/source/githubmapping.h"
#include "hub/source/gitlabmapping.h"
#include "hub/source/gitlabverifier.h"
#include "hub/source/imagegenmapping.h"
#include "hub/source/runpodmapping.h"
#include "hub/source/runpodverifier.h"
#include "hub/source/sharedsecretverifier.h"
#include "hub/source/standardwebhooksverifier.h"
#include "hub/source/stripeverifier.h"

#include <algorithm>

namespace hub {

namespace {

using Made = std::unique_ptr<Verifier>;

// ── Verifiers ──

/// Makes the verifier of the configured header. Without one the secret is a bearer token.
Result<Made> makeConfigured(const Verification &v)
{
    if (v.format.header.isEmpty())
        return Made(
            std::make_unique<SharedSecretVerifier>(v.scheme, v.secrets, "authorization", "Bearer"));
    return Made(std::make_unique<BodyMacVerifier>(v.scheme, v.secrets, v.format));
}

Result<Made> makeStandardWebhooks(const Verification &v)
{
    return StandardWebhooksVerifier::make(v.secrets, v.tolerance);
}

Result<Made> makeGithub(const Verification &v)
{
    const BodyMacVerifier::Format format{"x-hub-signature-256",
                                         "sha256=", BodyMacVerifier::Encoding::Hex};
    return Made(std::make_unique<BodyMacVerifier>(v.scheme, v.secrets, format));
}

Result<Made> makeGitlab(const Verification &v)
{
    return GitlabVerifier::make(v.secrets, v.tolerance);
}

Result<Made> makeStripe(const Verification &v)
{
    return Made(std::make_unique<StripeVerifier>(v.secrets, v.tolerance));
}

Result<Made> makeRunpod(const Verification &v)
{
    return Made(std::make_unique<RunpodVerifier>(v.secrets));
}

// ── Mappings ──

template<typename Concrete>
std::unique_ptr<Mapping> withMap(GenericMap map)
{
    return std::make_unique<Concrete>(std::move(map));
}

template<typename Concrete>
std::unique_ptr<Mapping> withoutMap(GenericMap)
{
    return std::make_unique<Concrete>();
}

// ── Default pointers ──

/// The fields of our own publish body, at the place of the payload in the scheme's envelope.
Pointers publishFields(const QString &payload)
{
    Pointers pointers;
    for (const char *name :
         {"external_id", "owner", "status", "progress", "message", "result", "error"})
        pointers.insert(QString::fromLatin1(name),
                        payload + QLatin1Char('/') + QLatin1String(name));
    pointers.insert(QStringLiteral("job"), payload + QStringLiteral("/job_id"));
    return pointers;
}

Pointers genericPointers()
{
    return publishFields({});
}

Pointers standardWebhooksPointers()
{
    return publishFields(QStringLiteral("/data"));
}

Pointers cloudEventsPointers()
{
    Pointers pointers = publishFields(QStringLiteral("/data"));
    pointers.insert(QStringLiteral("job"), QStringLiteral("/subject"));
    return pointers;
}

Pointers stripePointers()
{
    return {{QStringLiteral("job"), QStringLiteral("/data/object/id")},
            {QStringLiteral("status"), QStringLiteral("/data/object/status")}};
}

const Scheme table[] = {
    {.name = QLatin1String("generic"),
     .makeVerifier = makeConfigured,
     .makeMapping = withMap<GenericMapping>,
     .defaultPointers = genericPointers,
     .takesFormat = true},
    {.name = QLatin1String("standard-webhooks"),
     .makeVerifier = makeStandardWebhooks,
     .makeMapping = withMap<GenericMapping>,
     .defaultPointers = standardWebhooksPointers},
    {.name = QLatin1String("cloudevents"),
     .makeVerifier = makeConfigured,
     .makeMapping = withMap<CloudEventsMapping>,
     .defaultPointers = cloudEventsPointers,
     .takesFormat = true,
     .asksFirst = true},
    {.name = QLatin1String("stripe"),
     .makeVerifier = makeStripe,
     .makeMapping = withMap<GenericMapping>,
     .defaultPointers = stripePointers},
    {.name = QLatin1String("github"),
     .makeVerifier = makeGithub,
     .makeMapping = withoutMap<GithubMapping>,
     .namesJobs = true},
    {.name = QLatin1String("gitlab"),
     .makeVerifier = makeGitlab,
     .makeMapping = withoutMap<GitlabMapping>,
     .namesJobs = true},
    {.name = QLatin1String("runpod"),
     .makeVerifier = makeRunpod,
     .makeMapping = withoutMap<RunpodMapping>,
     .needsCallback = true},
    {.name = QLatin1String("image-gen"),
     .makeVerifier = makeConfigured,
     .makeMapping = withoutMap<ImageGenMapping>,
     .takesFormat = true},
    {.name = QLatin1String("execution"),
     .makeVerifier = makeConfigured,
     .makeMapping = withoutMap<ExecutionMapping>,
     .takesFormat = true},
};

} // namespace

const Scheme *findScheme(QAnyStringView name)
{
    const auto *found = std::find_if(std::begin(table), std::end(table),
                                     [&](const Scheme &scheme) { return scheme.name == name; });
    return found == std::end(table) ? nullptr : found;
}

QStringList schemeNames()
{
    QStringList names;
    for (const Scheme &scheme : table)
        names << scheme.name;
    return names;
}

} // namespace hub
