// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QAbstractScrollArea>

class QPushButton;

namespace ui {

class LogRows;

/// The event log: paints the rows in sight of up to a million. It follows the newest row only while
/// it stands at the end; otherwise the row at the top stays where it is, whatever comes behind it
/// or goes before it, and a chip tells how many are new.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)

public:
    /// At most so many rows are copied at once.
    static constexpr qint64 maxCopied = 100'000;

    /// `rows` is not owned.
    explicit LogView(LogRows *rows, QWidget *parent = nullptr);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    void setTimeStyle(TimeStyle style);

    /// Sequence number of the row at the top; -1 without rows.
    qint64 topSequence() const;
    /// Rows that came behind what was seen last.
    qint64 newRows() const;
    /// Sequence number of the current row, -1 = none.
    qint64 currentSequence() const { return m_current; }
    /// The selected rows as text, oldest first, tab between the columns, times with date and
    /// offset.
    QString selectedText() const;
    void copySelection() const;
    void selectAll();

    int rowHeight() const { return m_rowHeight; }

signals:
    void followingChanged(bool following);
    void jobActivated(const QByteArray &jobId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void refresh();
    void handleScroll(int value);
    void measure();
    qint64 rowsInSight() const;
    qint64 rowAt(int y) const;
    void setCurrent(qint64 row, bool extend);
    void showRow(qint64 row);
    void placeChip();
    bool isSelected(qint64 sequence) const;
    QString lineOf(qint64 sequence) const;

    LogRows *m_rows;
    QPushButton *m_chip;
    TimeStyle m_timeStyle = TimeStyle::Local;
    qint64 m_top = 0; ///< Sequence number the view is anchored to while it does not follow.
    qint64 m_seenEnd = 0; ///< One past the newest row that was in sight.
    qint64 m_current = -1;
    qint64 m_anchor = -1; ///< Other end of the selection.
    bool m_following = true;
    bool m_placing = false; ///< The scroll bar is being set, not moved.
    int m_rowHeight = 16;
};

} // namespace ui
