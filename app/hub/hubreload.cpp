// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubreload.h"

#include "app/hub/configchange.h"
#include "app/hub/runninghub.h"
#include "hub/base/log.h"

namespace app {

namespace {

QString listed(const QStringList &keys)
{
    return keys.isEmpty() ? QStringLiteral("nothing") : keys.join(QStringLiteral(", "));
}

} // namespace

hub::Result<hub::Reloaded> applyReload(RunningHub &running, hub::Result<Config> wanted)
{
    if (!wanted)
        return wanted.error();
    const ConfigChange change = changeOf(running.config(), std::move(*wanted));
    if (const hub::Result<void> applied = running.apply(change.next); !applied)
        return applied.error();
    return hub::Reloaded{change.changed, change.restart};
}

void logReload(const hub::Result<hub::Reloaded> &reloaded)
{
    if (reloaded)
        qCInfo(hub::lcHub).noquote()
            << "configuration reloaded; changed:" << listed(reloaded->changed)
            << "- needs a restart:" << listed(reloaded->restart);
    else
        qCWarning(hub::lcHub).noquote()
            << "configuration not reloaded; the old one stays in use:" << reloaded.error().message;
}

} // namespace app
