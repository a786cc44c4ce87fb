// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/filteredit.h"
#include "ui/models/formats.h"
#include "ui/models/logcolumns.h"
#include "ui/widgets/logpainter.h"

#include <QAbstractScrollArea>

#include <vector>

class QPushButton;

namespace ui {

class LogMinimap;

/// The list of the event log, for up to a million rows. Paints only visible rows. At the end of the
/// list the view follows the newest row. Elsewhere the top row stays in place when rows are added
/// or dropped, and a button says how many rows are new. Owns the marks and the labels.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)

public:
    /// The greatest number of rows that one copy takes.
    static constexpr qint64 maxCopied = 100'000;

    /// `rows` is not owned.
    explicit LogView(LogRows *rows, QWidget *parent = nullptr);

    bool isFollowing() const { return m_following; }
    /// Moves to the newest row and stays there, or stops that. Following also ends a pause.
    void setFollowing(bool following);
    void setTimeStyle(TimeStyle style);
    /// Sets the words to mark in the texts of events.
    void setHighlights(const QStringList &words);
    /// Sets where the column of owners gets its texts.
    void setOwner(JobOwner owner) { m_owner = std::move(owner); }
    /// Sets the rows to show as matches; null = none. Not owned.
    void setFound(const LogRows *found);

    const LogRows &rows() const { return *m_rows; }
    LogHeader *header() const { return m_header; }
    LogMarks *marks() const { return m_marks; }
    LogLabels *labels() const { return m_labels; }
    LogMinimap *minimap() const { return m_minimap; }
    TimeStyle timeStyle() const { return m_timeStyle; }

    /// Returns the sequence number of the row at the top, or -1 if there are no rows.
    qint64 topSequence() const;
    /// Returns the number of rows below the lowest one that was visible since following stopped; 0
    /// while following. While paused, adds all events after the last row, because they are not
    /// filtered yet.
    qint64 newRows() const;
    /// Returns the sequence number of the current row, or -1 if there is none.
    qint64 currentSequence() const { return m_current; }
    /// Returns the job of the current row; empty if there is none.
    QByteArray currentJob() const;
    bool isSelected(qint64 sequence) const;
    /// Stops following, makes the row with this sequence number the current one, or the next row
    /// if it is not shown, and scrolls to it. `extend` keeps the rows that are selected.
    void goTo(qint64 sequence, bool extend = false);
    /// Goes to the first row.
    void goToTop();
    /// Returns the index of the top row and the number of rows that fit.
    qint64 topRow() const;
    qint64 rowsInSight() const;
    /// Returns the area of a row, by its index, in the viewport. It may be outside.
    QRect rowBox(qint64 row) const;
    /// Returns the selected rows as text, oldest first, at most `maxCopied`. A tab separates
    /// columns. Times are in ISO 8601 with offset.
    QString selectedText() const;
    /// Returns the sequence numbers of all selected rows, oldest first.
    std::vector<qint64> selectedSequences() const;
    /// Copies selectedText() to the clipboard, and emits copied().
    void copySelection();
    void selectAll();

    int rowHeight() const { return m_rowHeight; }

    /// Returns the filter terms for events like the one with this sequence number: its job, its
    /// type or level, and its text. Empty for a row of the monitor itself.
    QStringList termsOf(qint64 sequence) const;
    /// Asks for the menu of the current row, as the menu key does.
    void askForMenu();

signals:
    /// The user wants to see only the events of a term, or all others.
    void filterWanted(const QString &term, ui::FilterUse use);
    /// Also emitted when the user scrolls to or away from the end.
    void followingChanged(bool following);
    /// Rows were copied to the clipboard; fewer than were selected when maxCopied is reached.
    void copied(qint64 rows, qint64 selected);
    /// The user wants the menu of the current row. `column` is where the user clicked; Marks = the
    /// user pressed a key.
    void menuWanted(const QPoint &globalPosition, ui::LogColumn column);
    /// Another row is the current one, or rows were selected.
    void currentChanged();
    /// A row that belongs to a job was double-clicked.
    void jobActivated(const QByteArray &jobId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void refresh();
    void handleScroll(int value);
    void measure();
    void placeParts();
    void scrollSideways(int value);
    qint64 rowAt(int y) const;
    void setCurrent(qint64 row, bool extend);
    void showRow(qint64 row);
    void showInTheMiddle(qint64 row);
    void placeChip();
    void filterByCell(const QPoint &position, FilterUse use);

    LogRows *m_rows;
    LogHeader *m_header;
    LogMarks *m_marks;
    LogLabels *m_labels;
    LogMinimap *m_minimap;
    QPushButton *m_chip;
    const LogRows *m_found = nullptr;
    JobOwner m_owner;
    QStringList m_highlights;
    TimeStyle m_timeStyle = TimeStyle::Local;
    qint64 m_top = 0; ///< Sequence number of the top row while the view does not follow.
    qint64 m_seenEnd = 0; ///< Sequence number after the newest row that was visible.
    qint64 m_current = -1; ///< Sequence number. One end of the selection.
    qint64 m_anchor = -1; ///< Sequence number. The other end of the selection.
    bool m_following = true;
    bool m_placing = false; ///< The code moves the scroll bar, not the user.
    int m_rowHeight = 16;
    int m_measured = 0; ///< The height of a row when the columns got their usual widths.
};

} // namespace ui
