// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logdensity.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class LogMarks;

/// A narrow strip beside the rows of the event log that shows the whole log: the levels, the gaps,
/// the marks and the matches, and the part in sight. A click or a drag goes there. The length of a
/// bar tells the level as well as its colour. Changes are collected and painted at most ten times a
/// second.
class LogMinimap : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogMinimap)

public:
    static constexpr std::chrono::milliseconds pace{100};
    /// The most rows that one refresh reads: a few milliseconds.
    static constexpr qint64 rowsAtOnce = 100'000;

    /// Neither argument is owned.
    LogMinimap(const LogRows *rows, const LogMarks *marks, QWidget *parent);

    /// Sets the rows to show as matches; null = none.
    void setFound(const LogRows *found);
    /// Sets which rows are in sight.
    void setSight(qint64 firstRow, qint64 rows);
    /// Reads and paints what has changed, at the next moment that the pace allows.
    void refreshSoon();

    QSize sizeHint() const override;
    /// Returns how often the map was made anew, for tests.
    int refreshes() const { return m_refreshes; }
    /// Returns the row at a height of the map.
    qint64 rowAt(int y) const;

signals:
    /// The operator wants to see this row in the middle.
    void rowWanted(qint64 row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    int usedHeight() const;
    int lane() const;
    /// Returns whether a row in [from, to) is a match. Both are sequence numbers.
    bool isMatch(qint64 from, qint64 to) const;
    void paintStripe(QPainter &painter, int y) const;
    void paintSigns(QPainter &painter, int y) const;

    const LogRows *m_rows;
    const LogMarks *m_marks;
    const LogRows *m_found = nullptr;
    LogDensity m_density;
    std::vector<LogDensity::Stripe> m_stripes;
    QTimer m_timer;
    qint64 m_sightFirst = 0;
    qint64 m_sightRows = 0;
    int m_refreshes = 0;
};

} // namespace ui
