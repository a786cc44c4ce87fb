// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QObject>
#include <QPalette>

namespace ui {

/// Sets the style and palette of the application: light, dark or high contrast, as chosen, or light
/// or dark as the desktop prefers. Uses OwnStyle with its own palettes if the user chose one, or if
/// the desktop has no own style (Qt then starts with Fusion). Create it once, after the
/// QApplication.
class Theme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);

    void setChoice(ThemeChoice choice);

    static QPalette lightPalette();
    static QPalette darkPalette();
    /// Returns the palette whose texts have a contrast of at least 7:1, disabled ones too.
    static QPalette contrastPalette();

private:
    /// The styles that apply() sets. A style is set anew only when another one is needed.
    enum class Style { Desktop, Own, Contrast };

    bool wantsDark() const;
    void apply();
    QPalette palette() const;

    ThemeChoice m_choice = ThemeChoice::System;
    QString m_desktopStyle; ///< Name of the style that Qt chose at the start.
    Style m_style = Style::Desktop;
    /// As in DesktopScheme::changed(): 0 = no preference, 1 = dark, 2 = light.
    int m_desktopScheme = 0;
};

} // namespace ui
