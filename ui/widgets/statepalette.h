// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"
#include "ui/models/jobstatus.h"

#include <QColor>

class QPalette;

namespace ui {

/// The colours of states, in one set for light and one for dark backgrounds. They derive from the
/// colour-blind safe Okabe-Ito set. Their contrast is at least 4.5:1 on the base and alternate base
/// of all themes, and at least 7:1 in that of high contrast. A colour is never the only sign: a
/// shape or a word goes with it.
class StatePalette
{
public:
    /// Returns the set that fits the base colour of `palette`.
    static StatePalette of(const QPalette &palette);

    QColor color(JobStatus status) const;
    /// Returns an invalid colour for types that do not set a status, such as progress and log.
    QColor color(EventType type) const;
    QColor color(LinkState state) const;
    QColor warning() const;
    QColor failure() const;
    /// Returns the colour of less important text.
    QColor quiet() const;
    /// Returns the colour of the filled part of a progress bar, pale enough for text on top.
    QColor progressFill(JobStatus status, const QColor &base) const;

private:
    explicit StatePalette(bool dark) : m_dark(dark) { }

    bool m_dark;
};

/// Returns the contrast ratio of WCAG 2, from 1 to 21.
double contrast(const QColor &a, const QColor &b);

/// Returns a mix of `a` and `b`. `share` is the part of `b`, from 0 to 1. The result is opaque.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace ui
