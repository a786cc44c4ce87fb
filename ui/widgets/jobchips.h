// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobfilter.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QToolButton;

namespace ui {

class Session;

/// Chooses a group of states for the list of jobs: a button with a count for each group. On a
/// narrow page one button with a menu replaces them. No count ever changes the width of a button.
class JobChips : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobChips)

public:
    explicit JobChips(QWidget *parent = nullptr);

    /// The states of the chosen group.
    JobStatusSet chosen() const { return m_chosen; }
    /// Chooses a group without emitting picked().
    void choose(JobStatusSet statuses);
    /// Says whether the list shows only the stalled jobs.
    void setStalledChosen(bool chosen);
    /// Shows the counts of the session. They look pale while they are not live.
    void showCounts(const Session &session);

    /// Width of all buttons side by side, in device-independent pixels.
    int fullWidth() const;
    /// Shows one button with a menu (true), or all buttons.
    void setCollapsed(bool collapsed);
    /// Returns the size with one button, so that a page can become narrow enough for it.
    QSize minimumSizeHint() const override;

signals:
    /// The user chose this group.
    void picked(ui::JobStatusSet statuses);
    /// The user wants to see only the stalled jobs, or all again.
    void stalledWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Chip
    {
        QString name;
        JobStatusSet statuses;
        QToolButton *button;
        QAction *action; ///< The same in the menu.
        QString count;
    };

    void add(const QString &name, JobStatusSet statuses);
    void setWidths();
    void refreshMenuButton();
    void setFaded(bool faded);
    void refreshPalette();

    QList<Chip> m_chips;
    QActionGroup *m_group;
    QToolButton *m_menu;
    QToolButton *m_stalled; ///< Filters by `is:stalled`; it chooses no group.
    JobStatusSet m_chosen = JobFilter::allStatuses;
    bool m_faded = false;
};

} // namespace ui
