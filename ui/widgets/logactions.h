// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logcolumns.h"
#include "ui/widgets/logpainter.h"

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QPoint;

namespace ui {

class LogView;

/// The actions on rows of the event log, with their keys, for the Log menu and for the menu of a
/// row. Keys of one character act only while the log has the focus.
class LogActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogActions)

public:
    /// `page` holds the view and becomes the parent.
    LogActions(LogView *view, QWidget *page);

    /// Sets where JSON gets the owners of jobs.
    void setOwner(JobOwner owner) { m_owner = std::move(owner); }
    /// Adds everything to the Log menu of the window.
    void addTo(QMenu &menu);
    /// Shows the menu of the selected rows. A click on a column offers its filter terms; without a
    /// column all terms of the row are offered.
    void popUp(const QPoint &globalPosition, LogColumn column);

    /// Gives the rows of the current job a label from 1 to 9, or takes it away.
    void labelJob(int number);
    /// Copies the selected rows as JSON, one object a line.
    void copyJson();
    void toggleMarks();
    /// Goes to the next (`step` 1) or the previous (-1) mark.
    void goToMark(int step);

signals:
    /// The status line should tell this.
    void told(const QString &text);
    void findWanted();
    /// The user wants the next (`step` 1) or the previous (-1) match.
    void matchWanted(int step);
    /// The user wants to label rows. Call labelJob(), or label something else.
    void labelWanted(int number);

private:
    QAction *make(const char *id, const QString &text, const QKeySequence &key,
                  const std::function<void()> &handler);
    void makeCopyActions();
    void makeMarkActions();
    void makeLabels();
    void makeJumps();
    void makeFind();
    void update();
    void addFilters(QMenu &menu, LogColumn column);

    LogView *m_view;
    QWidget *m_page;
    JobOwner m_owner;
    QList<QAction *> m_copies;
    QList<QAction *> m_marks;
    QList<QAction *> m_jumps;
    QList<QAction *> m_finds;
    QAction *m_goToJob = nullptr;
    QAction *m_copyJobId = nullptr;
    QMenu *m_labels = nullptr;
};

} // namespace ui
