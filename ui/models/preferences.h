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

/// What the operator chose; the layout of the window is kept elsewhere.
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

    /// Unreadable values count as not set.
    static Preferences load(const QSettings &settings);
    /// Writes only what differs from what is stored.
    void save(QSettings &settings) const;
};

/// What was typed as a hub's address: `host:port` gets `http://`; invalid when it is no http or
/// https address.
QUrl hubAddress(const QString &typed);

} // namespace ui
