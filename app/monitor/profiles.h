// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QSettings>
#include <QStringList>

#include <memory>

namespace app {

/// The profiles of the monitor. Each has a settings file of its own: the hub, the pinned
/// certificates and the view. The default profile has the empty name.
class Profiles
{
public:
    static constexpr qsizetype maxNames = 50; ///< More files are not listed.

    /// `portableFolder` has the files of a portable monitor; empty = the user's folder.
    explicit Profiles(const QString &portableFolder = {});

    /// Returns whether `name` is at most 40 letters, digits, `-` and `_`. The empty name is valid.
    static bool isName(const QString &name);

    /// Returns the names of the profiles that have a file, and the empty name first.
    QStringList names() const;
    std::unique_ptr<QSettings> settings(const QString &name) const;
    /// Creates a profile with the view settings of `like`, but with no hub. The error is
    /// `bad_profile` for an empty or invalid name, and `profile_exists`.
    hub::Result<void> create(const QString &name, const QSettings &like) const;
    /// Starts the program with another profile, as a process of its own. If that profile runs
    /// already, its window comes to the front. Returns whether the process could be started.
    bool start(const QString &name) const;

private:
    QString m_portableFolder;
};

} // namespace app
