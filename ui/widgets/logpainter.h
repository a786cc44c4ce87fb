// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/eventring.h"
#include "ui/models/formats.h"
#include "ui/widgets/statepalette.h"

#include <QPalette>
#include <QRect>

class QPainter;
class QWidget;

namespace ui {

/// Paints rows of the event log. An event has the columns time, event, job and text. A note uses
/// the full width. Lives no longer than one paint event of `view`, and refers to `ring`.
class LogPainter
{
public:
    /// `highlights` are the words to mark in job ids and texts.
    LogPainter(const QWidget &view, const EventRing &ring, TimeStyle style,
               const QStringList &highlights = {});

    /// Paints one row into `box`. `ring` must hold `sequence`.
    void paint(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const;

private:
    void paintEvent(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const;
    void paintText(QPainter &painter, const QRect &box, const QColor &ink, const QString &text,
                   Qt::TextElideMode elide, bool selected) const;
    void paintNote(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const;

    const EventRing &m_ring;
    TimeStyle m_style;
    QStringList m_highlights;
    QPalette m_palette;
    StatePalette m_colors;
    // The left edge of each column, in device-independent pixels.
    int m_time, m_event, m_job, m_text;
};

} // namespace ui
