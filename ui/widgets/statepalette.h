// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"
#include "ui/client/linkstatus.h"

#include <QColor>

class QPalette;

namespace ui {

/// Colours that mean something, from the Okabe-Ito set, in one tone for light and one for dark
/// backgrounds: at least 4.5:1 on base and alternate base of either theme. Never the only sign: a
/// shape or a word goes with each.
class StatePalette
{
public:
    /// The tone that fits this palette's base colour.
    static StatePalette of(const QPalette &palette);

    bool isDark() const { return m_dark; }

    QColor color(hub::JobStatus status) const;
    /// Invalid for types that have no colour of their own (progress, log).
    QColor color(hub::EventType type) const;
    QColor color(LinkState state) const;
    QColor warning() const;
    QColor failure() const;
    /// Text that stands back.
    QColor quiet() const;
    /// Filled part of a progress bar, quiet enough to read text over.
    QColor progressFill(hub::JobStatus status, const QColor &base) const;

private:
    explicit StatePalette(bool dark) : m_dark(dark) { }

    bool m_dark;
};

/// Contrast ratio of WCAG 2, 1 to 21.
double contrast(const QColor &a, const QColor &b);

/// `a` and `b` mixed, `share` of `b`.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace ui
