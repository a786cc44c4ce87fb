// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QString>

namespace app {

/// The file that makes the desktop start this program at login (Desktop Application Autostart
/// Specification). The file alone is the state, because the desktop and the user edit it, too.
class Autostart
{
public:
    /// `profile` is the profile that the desktop starts; empty = the default one.
    explicit Autostart(const QString &profile) : m_profile(profile) { }

    /// Returns whether this system has such a file.
    static bool isOffered();

    /// Returns whether the desktop starts the program now. Reads the file.
    bool isOn() const;
    /// Writes or removes the file. The error is `not_writable` and names the file.
    hub::Result<void> set(bool on) const;

private:
    QString m_profile;
};

} // namespace app
