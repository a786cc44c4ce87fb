// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

#include <functional>
#include <variant>

namespace app {

/// A scalar or list as any source gives it.
using ConfigValue = std::variant<qint64, QString, QStringList>;

/// One key of the configuration: the same table serves TOML, environment and documentation.
struct ConfigKey
{
    enum class Type { Integer, String, List };
    enum class Applies { AtOnce, AtStart }; ///< Whether a reload takes it over.

    QString section; ///< `hub`, `limits`
    QString name; ///< `ring_events`
    Type type = Type::Integer;
    qint64 least = 0; ///< Of integers.
    qint64 most = 0;
    std::function<void(Config &, const ConfigValue &)> set;
    std::function<ConfigValue(const Config &)> get;
    Applies applies = Applies::AtOnce;
    QStringList words{}; ///< All that a string may be; empty = anything.
    bool isPath = false; ///< In a file it counts from that file's folder.
};

const std::vector<ConfigKey> &configKeys();

/// Puts a value in place; the message of the Error names type or range, not the key.
hub::Result<void> assign(const ConfigKey &key, Config &config, const ConfigValue &value);

} // namespace app
