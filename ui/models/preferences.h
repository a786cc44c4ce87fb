// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"
#include "ui/models/noticerules.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

class QSettings;

namespace ui {

enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class CloseChoice { Ask, KeepRunning, Quit };

/// A hub that the operator chose before.
struct KnownHub
{
    QUrl url;
    QByteArray pin; ///< SHA-256 fingerprint of the only certificate to accept; empty = none.

    bool operator==(const KnownHub &) const = default;
};

/// The operator's settings. The layout of the window is stored elsewhere.
struct Preferences
{
    bool embeddedHub = true;
    QUrl hub{QStringLiteral("http://127.0.0.1:4354")}; ///< Used when embeddedHub is off.
    QList<KnownHub> known; ///< The latest first, at most maxKnown.
    ThemeChoice theme = ThemeChoice::System;
    TimeStyle time = TimeStyle::Local;
    NoticeRules notices;
    CloseChoice close = CloseChoice::Ask;
    QString language = {}; ///< The code of one of languages(); empty = that of the system.

    static constexpr qsizetype maxKnown = 10;

    bool operator==(const Preferences &) const = default;

    /// Returns the pinned fingerprint of a hub, or an empty array.
    QByteArray pinOf(const QUrl &url) const;
    /// Puts a hub in front of the known ones, with this pin.
    void remember(const QUrl &url, const QByteArray &pin);

    /// Reads the settings. An invalid value counts as not set.
    static Preferences load(const QSettings &settings);
    /// Writes the settings that differ from the stored ones.
    void save(QSettings &settings) const;
};

/// Reads a typed hub address. `host:port` gets `http://`. Returns an invalid URL if the text is not
/// an http or https address.
QUrl hubAddress(const QString &typed);

} // namespace ui
