// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobfilter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace ui {

class EmptyState;
class JobList;
class SortedJobs;
class Session;

/// Shows the jobs of the hub: a filter line, a button with a count for each group of states, and
/// the list. An EmptyState replaces an empty list.
class JobsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPage)

public:
    /// `session` is not owned.
    explicit JobsPage(Session *session, QWidget *parent = nullptr);

    JobList *table() { return m_table; }
    /// `address` is shown to people. `commandLine` creates a first job by hand.
    void setHub(const QString &address, const QString &commandLine);
    /// Offers to send a test job, or not.
    void setMayPublish(bool may);
    void focusFilter();
    void clearFilter();
    /// Shows only the jobs that failed, timed out or were lost. Clears the filter line.
    void showFailures();
    /// Updates the ages in the list. Call it once a second.
    void passSecond();

signals:
    void testJobWanted();
    /// No hub is chosen yet, and the user wants to choose one.
    void connectWanted();

private:
    /// A button that shows only jobs in some states.
    struct Chip
    {
        QToolButton *button;
        JobStatusSet statuses;
    };

    void showOnly(JobStatusSet statuses);
    void addChip(const QString &name, JobStatusSet statuses);
    void applyFilter();
    void refresh();
    void refreshEmpty();
    QWidget *makeTop();

    Session *m_session;
    JobList *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QLineEdit *m_filter;
    QLabel *m_shown;
    QList<Chip> m_chips;
    /// The states of the chosen chip.
    JobStatusSet m_statuses = JobFilter::allStatuses;
    QString m_address;
    QString m_commandLine;
    bool m_mayPublish = true;
};

} // namespace ui
