// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QObject>
#include <QPalette>

namespace ui {

/// Light or dark, as chosen or as the desktop prefers. Where the desktop brings no look of its own
/// (Qt falls back to its Fusion style) and whenever a choice overrides it, Fusion with our own
/// palettes is used.
class Theme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);

    void setChoice(ThemeChoice choice);

    static QPalette lightPalette();
    static QPalette darkPalette();

private:
    bool wantsDark() const;
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    QString m_desktopStyle; ///< The style Qt chose at the start.
    bool m_own = false; ///< Our style is in place.
    int m_desktopScheme =
        0; ///< As in org.freedesktop.appearance: 0 = no preference, 1 = dark, 2 = light.
};

} // namespace ui
