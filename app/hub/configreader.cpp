// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configreader.h"

#include <QFile>

namespace app {

namespace {

constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

hub::Result<Config> readFile(const QString &name)
{
    if (name.isEmpty())
        return Config{};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return hub::Error{"bad_config", QStringLiteral("%1: %2").arg(name, file.errorString())};
    const QByteArray text = file.read(maxFileBytes + 1);
    if (text.size() > maxFileBytes)
        return hub::Error{"bad_config",
                          QStringLiteral("%1: longer than %2 bytes").arg(name).arg(maxFileBytes)};
    return readToml({}, text, name);
}

} // namespace

hub::Result<Config> readConfig(const ConfigOrigin &origin)
{
    hub::Result<Config> config = readFile(origin.file);
    if (config)
        config = readEnvironment(std::move(*config), origin.environment);
    if (!config)
        return config;
    if (!origin.listen.isEmpty())
        config->listen = QStringList{origin.listen};
    if (!origin.dataDir.isEmpty())
        config->dataDir = origin.dataDir;
    if (origin.logFormat == QLatin1String("json"))
        config->logFormat = hub::LogFormat::Json;
    else if (!origin.logFormat.isEmpty() && origin.logFormat != QLatin1String("text"))
        return hub::Error{"bad_config", QStringLiteral("--log-format: must be text or json")};
    if (const hub::Result<void> checked = check(*config); !checked)
        return checked.error();
    return config;
}

} // namespace app
