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

/// Paints single rows of the event log: time, event, job and text in columns, or a note across the
/// full width. Made for one paint event of `view`.
class LogPainter
{
public:
    LogPainter(const QWidget &view, const EventRing &ring, TimeStyle style);

    void paint(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const;

private:
    void paintEvent(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const;
    void paintNote(QPainter &painter, const QRect &box, qint64 sequence, bool selected) const;

    const EventRing &m_ring;
    TimeStyle m_style;
    QPalette m_palette;
    StatePalette m_colors;
    // Where each column begins.
    int m_time, m_event, m_job, m_text;
};

/// What stands in the event column: the type, or the level of a line that warns.
QString logWord(const LogRow &row);

} // namespace ui
