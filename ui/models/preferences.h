// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QString>
#include <QUrl>

class QSettings;

namespace ui {

enum class ThemeChoice { System, Light, Dark };
enum class CloseChoice { Ask, KeepRunning, Quit };

/// The operator's settings. The layout of the window is stored elsewhere.
struct Preferences
{
    bool embeddedHub = true;
    QUrl hub{QStringLiteral("http://127.0.0.1:4354")}; ///< Used when embeddedHub is off.
    ThemeChoice theme = ThemeChoice::System;
    TimeStyle time = TimeStyle::Local;
    bool notifyCompleted = true;
    bool notifyFailed = true;
    CloseChoice close = CloseChoice::Ask;

    bool operator==(const Preferences &) const = default;

    /// Reads the settings. An invalid value counts as not set.
    static Preferences load(const QSettings &settings);
    /// Writes the settings that differ from the stored ones.
    void save(QSettings &settings) const;
};

/// Reads a typed hub address. `host:port` gets `http://`. Returns an invalid URL if the text is not
/// an http or https address.
QUrl hubAddress(const QString &typed);

} // namespace ui
