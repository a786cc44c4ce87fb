// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/textzoom.h"

#include "ui/widgets/fonts.h"

#include <QApplication>
#include <QPointer>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array steps{TextZoom::least, 80, 90, 100, 110, 125, 150, 175, 200, TextZoom::most};
constexpr QLatin1String key("view/zoom");

} // namespace

TextZoom::TextZoom(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_font(QApplication::font())
{
    const int stored = settings->value(key, m_percent).toInt();
    if (std::find(steps.begin(), steps.end(), stored) != steps.end())
        m_percent = stored;
    apply();
}

TextZoom::~TextZoom()
{
    if (m_percent != 100)
        QApplication::setFont(m_font);
}

void TextZoom::step(int direction)
{
    if (direction > 0) {
        const auto next = std::upper_bound(steps.begin(), steps.end(), m_percent);
        set(next == steps.end() ? most : *next);
    } else {
        const auto here = std::lower_bound(steps.begin(), steps.end(), m_percent);
        set(here == steps.begin() ? least : *std::prev(here));
    }
}

void TextZoom::reset()
{
    set(100);
}

void TextZoom::set(int percent)
{
    if (percent == m_percent)
        return;
    m_percent = percent;
    m_settings->setValue(key, percent);
    apply();
    emit changed(percent);
}

void TextZoom::apply()
{
    const double factor = m_percent / 100.0;
    const QFont font = m_percent == 100 ? m_font : scaled(m_font, factor);
    if (font == QApplication::font())
        return;
    // A widget with a size of its own does not follow the font of the program.
    QList<std::pair<QPointer<QWidget>, QFont>> own;
    for (QWidget *widget : QApplication::allWidgets()) {
        const bool hasSize = (widget->font().resolveMask() & QFont::SizeResolved) != 0;
        if (widget->testAttribute(Qt::WA_SetFont) && hasSize)
            own.emplaceBack(widget, scaled(widget->font(), factor / m_applied));
    }
    m_applied = factor;
    QApplication::setFont(font);
    for (const auto &[widget, size] : std::as_const(own)) {
        if (widget)
            widget->setFont(size);
    }
}

} // namespace ui
