// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobfilter.h"
#include "ui/models/jobsearch.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace ui {

class EmptyState;
class FilterLine;
class JobChips;
class JobList;
class SortedJobs;
class Session;

/// Shows the jobs of the hub: a filter line, JobChips, the list, and a line below it that says how
/// much of all jobs the list shows. An EmptyState replaces an empty list.
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
    /// Gives the keyboard focus to the list, or to the text in its place until there are jobs.
    void focusList();
    void focusFilter();
    /// Returns the parts of the page in the order of the Tab key: the list, the line below it, the
    /// line above it.
    QList<QWidget *> tabOrder() const;
    void clearFilter();
    QString filterText() const;
    /// Filters by this text, and by no chip.
    void setFilterText(const QString &text);
    /// Shows only the jobs that failed, timed out or were lost. Clears the filter line.
    void showFailures();
    /// Updates the ages in the list. Call it once a second.
    void passSecond();

    /// Says whether the hub has jobs that the list does not have yet, and whether they are on their
    /// way.
    void setMore(bool more, bool loading);

    /// Says how far the search in the hub is for jobs that are not loaded.
    void setSearch(const JobSearch &search);

signals:
    /// Another filter text is in use.
    void filterChanged(const QString &text);
    void testJobWanted();
    /// The list has another filter, of text or of states.
    void searched();
    /// The user asked for jobs that are not loaded, by the button or by scrolling to the end.
    void moreWanted();
    /// No hub is chosen yet, and the user wants to choose one.
    void connectWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showOnly(JobStatusSet statuses);
    void applyFilter();
    void refresh();
    void refreshBottom();
    void refreshEmpty();
    QString shownText() const;
    QString searchText() const;
    QString hiddenText() const;
    void toggleStalled();
    QWidget *makeTop();
    QWidget *makeBottom();
    void watchEnd();

    Session *m_session;
    JobList *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QWidget *m_top = nullptr;
    QWidget *m_bottom = nullptr;
    QWidget *m_middle; ///< The list, or the text in its place.
    FilterLine *m_filter;
    JobChips *m_chips;
    QLabel *m_shown;
    QToolButton *m_more;
    bool m_hasMore = false;
    bool m_loading = false;
    JobSearch m_search;
    QString m_address;
    QString m_commandLine;
    bool m_mayPublish = true;
};

} // namespace ui
