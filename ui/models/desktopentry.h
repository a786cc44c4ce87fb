// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ui {

/// Returns the value of a key in the group `Desktop Entry` of a desktop file (Desktop Entry
/// Specification 1.5, section 3), with its escapes as they are. The last of several lines counts.
/// Reads the first 64 KiB.
std::optional<QByteArray> desktopEntryValue(QByteArrayView file, QByteArrayView key);

/// Returns whether a file in the folder `autostart` starts its program: it has a command, and
/// neither `Hidden` nor the setting of GNOME turns it off.
bool startsWithDesktop(QByteArrayView file);

/// Returns one argument as the key `Exec` needs it: quoted if necessary (section 7).
QString execArgument(const QString &argument);

} // namespace ui
