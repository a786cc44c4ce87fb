// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/sourcevariable.h"

#include "app/hub/sources.h"

#include <algorithm>

namespace app {

namespace {

const QLatin1String prefix("HELIOGRAPH_SOURCES_");
const QLatin1String suffix("_SECRETS_FILE");

QString capitalsOf(QString name)
{
    name = name.toUpper();
    std::replace_if(
        name.begin(), name.end(),
        [](QChar c) {
            return !(c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
                   && !(c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        },
        QLatin1Char('_'));
    return name;
}

/// Adds the built-in source of this name to the configured ones if it is missing there.
void adoptBuiltIn(Config &config, const QString &capitals)
{
    for (const SourceConfig &source : builtInSources()) {
        const bool known = std::any_of(config.sources.begin(), config.sources.end(),
                                       [&](const auto &s) { return s.name == source.name; });
        if (!known && capitalsOf(source.name) == capitals)
            config.sources.push_back(source);
    }
}

hub::Error bad(const QString &variable, const QString &what)
{
    return {"bad_config", QStringLiteral("%1: %2").arg(variable, what)};
}

} // namespace

bool isSourceVariable(const QString &variable)
{
    return variable.startsWith(prefix);
}

hub::Result<Config> readSourceVariable(Config config, const QString &variable, const QString &value)
{
    if (!variable.endsWith(suffix) || variable.size() <= prefix.size() + suffix.size())
        return bad(variable, QStringLiteral("no such key"));
    const QString capitals = variable.chopped(suffix.size()).mid(prefix.size());
    QStringList paths = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &path : paths)
        path = path.trimmed();
    paths.removeAll(QString());
    if (paths.isEmpty()) // an empty list would turn off verification
        return bad(variable, QStringLiteral("must be a list of files"));
    adoptBuiltIn(config, capitals);
    SourceConfig *meant = nullptr;
    for (SourceConfig &source : config.sources) {
        if (capitalsOf(source.name) != capitals)
            continue;
        if (meant && meant->name != source.name)
            return bad(variable, QStringLiteral("is ambiguous: it matches the sources %1 and %2")
                                     .arg(meant->name, source.name));
        meant = &source;
    }
    if (!meant)
        return bad(variable, QStringLiteral("no such source"));
    meant->secretsFile = paths;
    return config;
}

} // namespace app
