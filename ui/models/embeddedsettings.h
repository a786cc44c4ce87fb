// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <chrono>

class QSettings;

namespace ui {

/// A source of webhooks of the embedded hub. Its secret is stored elsewhere.
struct WebhookSource
{
    QString name;
    QString scheme;
    bool isSigned = false; ///< The source has a secret, and refuses webhooks without a signature.

    bool operator==(const WebhookSource &) const = default;
};

/// The settings of the simulator. The last four are percentages of the jobs.
struct SimulatorSettings
{
    static constexpr int mostJobsPerMinute = 600;
    static constexpr int mostSpeed = 50;

    int jobsPerMinute = 40; ///< 1 to mostJobsPerMinute.
    int speed = 1; ///< 1 to mostSpeed: a job takes this many times less time.
    int failures = 12;
    int duplicates = 10;
    int late = 6;
    int wrongSignatures = 0;

    bool operator==(const SimulatorSettings &) const = default;
};

/// The settings of the embedded hub and of the simulator. They have no secrets.
struct EmbeddedSettings
{
    static constexpr int leastPort = 1024;
    static constexpr int mostPort = 65'535;
    static constexpr std::chrono::days mostHistory{3650};
    static constexpr qsizetype maxSources = 50;
    static constexpr qsizetype maxNameLength = 128;

    int port = 0; ///< 0 = the first free port, else leastPort to mostPort.
    QString folder; ///< Data folder; empty = that of the profile.
    std::chrono::days history{
        7}; ///< 1 day to mostHistory: how long the hub keeps events of ended jobs.
    QList<WebhookSource> sources; ///< At most maxSources, with different names.
    SimulatorSettings simulator;

    bool operator==(const EmbeddedSettings &) const = default;

    /// Returns the source of this name, or null.
    const WebhookSource *find(const QString &name) const;
    /// Replaces the source of the same name, or adds one. Ignored if there are maxSources already.
    void put(const WebhookSource &source);
    void remove(const QString &name);

    /// Reads the settings. An invalid value counts as not set.
    static EmbeddedSettings load(const QSettings &settings);
    /// Writes the settings that differ from the stored ones.
    void save(QSettings &settings) const;
};

/// Returns whether a source can have this name: 1 to maxNameLength of the characters A-Z a-z 0-9
/// . _ ~ : @ + = -
bool isSourceName(const QString &name);

} // namespace ui
