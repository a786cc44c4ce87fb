// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/sources.h"

#include "hub/source/executionsource.h"
#include "hub/source/genericsource.h"
#include "hub/source/imagegensource.h"
#include "hub/source/runpodsource.h"
#include "hub/wire/topic.h"

namespace app {

namespace {

/// What `generic` expects when nobody says otherwise: the fields of our own publish body.
const QMap<QString, QString> defaultPointers{
    {QStringLiteral("job"), QStringLiteral("/job_id")},
    {QStringLiteral("external_id"), QStringLiteral("/external_id")},
    {QStringLiteral("owner"), QStringLiteral("/owner")},
    {QStringLiteral("status"), QStringLiteral("/status")},
    {QStringLiteral("progress"), QStringLiteral("/progress")},
    {QStringLiteral("message"), QStringLiteral("/message")},
    {QStringLiteral("result"), QStringLiteral("/result")},
    {QStringLiteral("error"), QStringLiteral("/error")},
};

hub::Result<std::unique_ptr<hub::Source>> makeSource(const SourceConfig &config)
{
    if (!hub::isValidId(config.name.toUtf8())) // it is a path segment and a metric label
        return hub::Error{
            "bad_config",
            QStringLiteral("sources: %1: a name is 1 to 128 of A-Z a-z 0-9 . _ ~ : @ + = -")
                .arg(config.name)};
    using Made = std::unique_ptr<hub::Source>;
    if (config.scheme == QLatin1String("runpod"))
        return Made(std::make_unique<hub::RunpodSource>());
    if (config.scheme == QLatin1String("image-gen"))
        return Made(std::make_unique<hub::ImageGenSource>());
    if (config.scheme == QLatin1String("execution"))
        return Made(std::make_unique<hub::ExecutionSource>());
    if (config.scheme != QLatin1String("generic"))
        return hub::Error{
            "bad_config",
            QStringLiteral("sources: %1: no such scheme: %2").arg(config.name, config.scheme)};
    hub::Result<hub::GenericMap> map = hub::GenericMap::parse(
        config.map.isEmpty() ? defaultPointers : config.map, config.statuses);
    if (!map)
        return hub::Error{"bad_config",
                          QStringLiteral("sources: %1: %2").arg(config.name, map.error().message)};
    return Made(std::make_unique<hub::GenericSource>(std::move(*map)));
}

} // namespace

hub::Result<Sources> makeSources(const std::vector<SourceConfig> &configured)
{
    std::vector<SourceConfig> all{
        {QStringLiteral("runpod-completion"), QStringLiteral("runpod"), {}, {}},
        {QStringLiteral("generic"), QStringLiteral("generic"), {}, {}},
        {QStringLiteral("image-gen"), QStringLiteral("image-gen"), {}, {}},
        {QStringLiteral("execution"), QStringLiteral("execution"), {}, {}},
    };
    all.insert(all.end(), configured.begin(), configured.end());
    Sources sources;
    for (const SourceConfig &config : all) {
        hub::Result<std::unique_ptr<hub::Source>> source = makeSource(config);
        if (!source)
            return source.error();
        sources[config.name.toUtf8()] = std::move(*source);
    }
    return sources;
}

} // namespace app
