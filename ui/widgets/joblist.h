// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/filteredit.h"
#include "ui/models/sorthold.h"

#include <QTreeView>

#include <chrono>

namespace ui {

class JobDelegate;
class JobThumbnails;
class SortedJobs;

/// The list of jobs. Rows keep their places while the pointer moves over the list, and for ten
/// seconds after the last movement, key press, click or scroll (see SortHold). The selected job
/// stays selected when rows are sorted again.
class JobList : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobList)

public:
    /// `clock` is not owned and outlives this.
    explicit JobList(const Clock &clock, QWidget *parent = nullptr);

    /// Sets the jobs to show, which are not owned. Call it once, before any other function.
    void setJobs(SortedJobs *jobs);

    /// Sorts by SortedJobs::defaultOrder; checked while the list is sorted so. The list owns it.
    QAction *defaultOrderAction() const { return m_defaultOrder; }

    /// Sorts now; S in the list. The list owns it.
    QAction *sortAction() const { return m_sort; }

    /// Returns the id of the selected job, or an empty id if there is none. If the filter hides the
    /// selected job, the selection is cleared without jobSelected(). So the details page keeps that
    /// job and does not show another one.
    QByteArray currentJob() const;
    /// Selects a job and scrolls to it. The row stays in view when rows are sorted, until the user
    /// scrolls or clicks. Returns false if the filter hides the job or it is unknown.
    bool selectJob(const QByteArray &id);

    /// Fades all rows while the jobs do not follow the hub.
    void setFaded(bool faded);
    bool isFaded() const;
    /// Sets the words to mark in the texts of the list.
    void setHighlights(const QStringList &words);
    /// Returns the filter term for the jobs that have the same value in a cell; empty = none.
    QString termOf(const QModelIndex &cell) const;

    /// Sets the source of the thumbnails of result images, which is not owned and outlives this.
    /// Only visible rows ask for theirs, and not while the user scrolls.
    void setThumbnails(JobThumbnails *thumbnails);
    /// Ends a hold that is over and repaints the ages of visible rows. Call it once a second.
    void passSecond();

    /// Return and apply the column layout, as in saveHeader() and restoreHeader().
    QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);

signals:
    /// The user wants to see only the jobs of a term, or all others.
    void filterWanted(const QString &term, ui::FilterUse use);
    /// Another row became current. `id` is empty if none is.
    void jobSelected(const QByteArray &id);
    /// A column was resized, moved, sorted, shown or hidden.
    void layoutEdited();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void wantThumbnails();
    void setUpColumns();
    void touch();
    void keepInView();
    void updateHold();
    void chooseColumns(const QPoint &position);
    std::chrono::milliseconds now() const;

    const Clock &m_clock;
    SortedJobs *m_jobs = nullptr;
    JobDelegate *m_delegate;
    QAction *m_defaultOrder;
    QAction *m_sort;
    SortHold m_hold;
    JobThumbnails *m_thumbnails = nullptr;
    std::chrono::milliseconds m_scrolled{0}; ///< Steady time of the last scrolling.
    bool m_following = false; ///< The view follows the current row when rows are sorted.
    bool m_leaving = false; ///< The current row changes by itself: do not emit jobSelected().
};

} // namespace ui
