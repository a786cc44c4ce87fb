// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include "ui/widgets/contraststyle.h"
#include "ui/widgets/desktopscheme.h"
#include "ui/widgets/ownstyle.h"

#include <QApplication>
#include <QStyle>

#include <utility>

namespace ui {

namespace {

struct Tones
{
    QRgb window, base, alternate, button, text, quiet, disabled, border, highlight, link, tip;
};

constexpr Tones lightTones{0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xfffafbfc, 0xff1c2024, 0xff5f6671,
                           0xff9aa1ab, 0xffd0d4da, 0xff1b66a8, 0xff0a64ad, 0xffffffff};
constexpr Tones darkTones{0xff27292d, 0xff1d1f22, 0xff222428, 0xff303338, 0xffe3e5e8, 0xffa2a9b3,
                          0xff6d737c, 0xff45494f, 0xff2c6aa3, 0xff6cbcec, 0xff34373c};

constexpr Tones contrastTones{0xff000000, 0xff000000, 0xff141414, 0xff000000,
                              0xffffffff, 0xffe0e0e0, 0xffb4b4b4, 0xffffffff,
                              0xffffe14d, 0xff7fd4ff, 0xff000000};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.quiet);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, tones.tip);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::Light, QColor(tones.button).lighter(108));
    palette.setColor(QPalette::Midlight, tones.button);
    palette.setColor(QPalette::Mid, tones.border);
    palette.setColor(QPalette::Dark, QColor(tones.border).darker(120));
    palette.setColor(QPalette::Shadow, QColor(tones.border).darker(160));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.border);
    return palette;
}

bool isFusion(const QString &style)
{
    return style.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
}

} // namespace

QPalette Theme::lightPalette()
{
    return paletteOf(lightTones);
}

QPalette Theme::darkPalette()
{
    return paletteOf(darkTones);
}

QPalette Theme::contrastPalette()
{
    QPalette palette = paletteOf(contrastTones);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, contrastTones.disabled);
    palette.setColor(QPalette::Light, contrastTones.border);
    palette.setColor(QPalette::Midlight, contrastTones.disabled);
    return palette;
}

Theme::Theme(QObject *parent) : QObject(parent), m_desktopStyle(QApplication::style()->objectName())
{
    auto *scheme = new DesktopScheme(this);
    connect(scheme, &DesktopScheme::changed, this, [this](int value) {
        m_desktopScheme = value;
        apply();
    });
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

bool Theme::wantsDark() const
{
    switch (m_choice) {
    case ThemeChoice::Light: return false;
    case ThemeChoice::Dark:
    case ThemeChoice::HighContrast: return true;
    case ThemeChoice::System: break;
    }
    if (m_desktopScheme != 0)
        return m_desktopScheme == 1;
    const QPalette desktop = QApplication::style()->standardPalette();
    return desktop.color(QPalette::Window).lightness()
           < desktop.color(QPalette::WindowText).lightness();
}

void Theme::apply()
{
    const Style wanted = m_choice == ThemeChoice::HighContrast ? Style::Contrast
                         : m_choice == ThemeChoice::System && !isFusion(m_desktopStyle)
                             ? Style::Desktop
                             : Style::Own;
    const bool other = std::exchange(m_style, wanted) != wanted;
    if (wanted == Style::Desktop) {
        QApplication::setStyle(m_desktopStyle);
        QApplication::setPalette(QPalette());
        return;
    }
    if (other)
        QApplication::setStyle(wanted == Style::Contrast ? new ContrastStyle : new OwnStyle);
    QApplication::setPalette(palette());
}

QPalette Theme::palette() const
{
    if (m_choice == ThemeChoice::HighContrast)
        return contrastPalette();
    return wantsDark() ? darkPalette() : lightPalette();
}

} // namespace ui
