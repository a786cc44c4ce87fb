// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configchange.h"

#include "app/hub/configkeys.h"

#include <algorithm>

namespace app {

namespace {

const SourceConfig *sourceOf(const Config &config, const QString &name)
{
    const auto found = std::find_if(config.sources.begin(), config.sources.end(),
                                    [&](const SourceConfig &s) { return s.name == name; });
    return found == config.sources.end() ? nullptr : &*found;
}

QStringList changedSources(const Config &running, const Config &wanted)
{
    QStringList changed;
    for (const SourceConfig &source : wanted.sources) {
        const SourceConfig *former = sourceOf(running, source.name);
        if (!former || !(*former == source))
            changed << QStringLiteral("sources.") + source.name;
    }
    for (const SourceConfig &source : running.sources)
        if (!sourceOf(wanted, source.name))
            changed << QStringLiteral("sources.") + source.name;
    return changed;
}

} // namespace

ConfigChange changeOf(const Config &running, Config wanted)
{
    ConfigChange change;
    for (const ConfigKey &key : configKeys()) {
        if (key.get(running) == key.get(wanted))
            continue;
        const QString name = key.section + QLatin1Char('.') + key.name;
        if (key.applies == ConfigKey::Applies::AtOnce) {
            change.changed << name;
            continue;
        }
        change.restart << name;
        key.set(wanted, key.get(running));
    }
    change.changed += changedSources(running, wanted);
    wanted.logFormat = running.logFormat;
    wanted.transport = running.transport;
    change.next = std::move(wanted);
    return change;
}

} // namespace app
