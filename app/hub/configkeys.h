// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"

#include <functional>
#include <variant>

namespace app {

/// The value of a key, from a file or a variable.
using ConfigValue = std::variant<qint64, QString, QStringList>;

/// One key of the configuration: the same table serves TOML, environment and documentation.
struct ConfigKey
{
    enum class Type { Integer, String, List };
    /// When a change takes effect: at a reload, or at the next start.
    enum class Applies { AtOnce, AtStart };

    QString section; ///< `hub`, `limits`
    QString name; ///< `ring_events`
    Type type = Type::Integer;
    qint64 least = 0; ///< Range of an integer, with `most`.
    qint64 most = 0;
    std::function<void(Config &, const ConfigValue &)> set;
    std::function<ConfigValue(const Config &)> get;
    Applies applies = Applies::AtOnce;
    QStringList words{}; ///< The allowed values of a string; empty = any.
    bool isPath = false; ///< In a file, a relative path counts from the file's folder.
};

const std::vector<ConfigKey> &configKeys();

/// Sets the key's value in `config`. The message of the Error names type or range, but not the key.
hub::Result<void> assign(const ConfigKey &key, Config &config, const ConfigValue &value);

} // namespace app
