// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/labelcolors.h"

#include "ui/widgets/statepalette.h"

#include <QCoreApplication>
#include <QPalette>

#include <array>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::LabelColors)
};

struct Tone
{
    QRgb light; ///< For light backgrounds.
    QRgb dark;
    const char *name;
};

constexpr std::array<Tone, 9> tones{{
    {0x0a64ad, 0x56b4e9, QT_TRANSLATE_NOOP("ui::LabelColors", "Blue")},
    {0x00704e, 0x3cc79c, QT_TRANSLATE_NOOP("ui::LabelColors", "Green")},
    {0x8a5600, 0xe69f00, QT_TRANSLATE_NOOP("ui::LabelColors", "Orange")},
    {0xb23c00, 0xff8657, QT_TRANSLATE_NOOP("ui::LabelColors", "Red")},
    {0x8d3d73, 0xdd98bf, QT_TRANSLATE_NOOP("ui::LabelColors", "Pink")},
    {0x00686f, 0x4fc9d2, QT_TRANSLATE_NOOP("ui::LabelColors", "Turquoise")},
    {0x5b3fb5, 0xb7a4f4, QT_TRANSLATE_NOOP("ui::LabelColors", "Violet")},
    {0x5b6400, 0xbcc64c, QT_TRANSLATE_NOOP("ui::LabelColors", "Olive")},
    {0x5c6470, 0x9fa6b0, QT_TRANSLATE_NOOP("ui::LabelColors", "Grey")},
}};

const Tone &tone(int number)
{
    return tones.at(static_cast<size_t>(qBound(1, number, 9) - 1));
}

} // namespace

QColor labelColor(int number, const QPalette &palette)
{
    const QColor light(tone(number).light);
    const QColor dark(tone(number).dark);
    const QColor base = palette.color(QPalette::Base);
    return contrast(light, base) > contrast(dark, base) ? light : dark;
}

QColor labelBase(int number, const QPalette &palette)
{
    constexpr double share = 0.16;
    return mixed(palette.color(QPalette::Base), labelColor(number, palette), share);
}

QString labelName(int number)
{
    return Texts::tr(tone(number).name);
}

} // namespace ui
