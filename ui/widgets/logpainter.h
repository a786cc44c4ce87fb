// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"
#include "ui/models/logcolumns.h"
#include "ui/widgets/statepalette.h"

#include <QPalette>
#include <QRect>
#include <QStringList>

#include <functional>

class QPainter;
class QWidget;

namespace ui {

class EventRing;
class LogHeader;
class LogLabels;
class LogMarks;
class LogRows;
struct LogRow;

/// Returns the owner of a job; empty if it is not known.
using JobOwner = std::function<QString(const QByteArray &jobId)>;

/// Everything that decides how a row of the log looks, besides its content. Owns nothing.
struct LogLook
{
    const LogRows &rows;
    const LogHeader &header;
    const LogMarks &marks;
    const LogLabels &labels;
    const LogRows *found; ///< The rows that Find found; null = none.
    TimeStyle style;
    const QStringList &highlights; ///< The words to mark in job ids and texts.
    const JobOwner &owner; ///< May be empty.
};

/// Paints rows of the event log. An event has a text in each column. A note uses the full width.
/// Lives no longer than one paint event of `view`, and refers to `look`.
class LogPainter
{
public:
    LogPainter(const QWidget &view, const LogLook &look);

    /// Paints a row of `look.rows`, by its index, into `box`.
    void paint(QPainter &painter, const QRect &box, qint64 row, bool selected) const;

private:
    struct Line
    {
        QRect box;
        qint64 row;
        qint64 sequence;
        bool selected;
        int label;
    };

    void paintGround(QPainter &painter, const Line &line) const;
    void paintSigns(QPainter &painter, const Line &line) const;
    void paintCell(QPainter &painter, const Line &line, LogColumn column) const;
    void paintNote(QPainter &painter, const Line &line) const;
    void paintText(QPainter &painter, const QRect &box, const QColor &ink, const QString &text,
                   Qt::TextElideMode elide, bool selected) const;
    QString text(const Line &line, LogColumn column) const;
    QColor ink(const Line &line, LogColumn column) const;
    QColor noteColor(const LogRow &row) const;
    const EventRing &ring() const;

    const LogLook &m_look;
    QPalette m_palette;
    StatePalette m_colors;
};

} // namespace ui
