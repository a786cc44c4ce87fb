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
class JobTable;
class JobView;
class Session;

/// The jobs of the hub: a line to filter them, their states with counts, the list, and what to say
/// without one.
class JobsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPage)

public:
    /// `session` is not owned.
    explicit JobsPage(Session *session, QWidget *parent = nullptr);

    JobTable *table() { return m_table; }
    /// Address of the hub for people, and a command line that makes a first job by hand.
    void setHub(const QString &address, const QString &commandLine);
    void focusFilter();
    void clearFilter();
    void passSecond();

signals:
    void testJobWanted();

private:
    struct Chip
    {
        QToolButton *button;
        quint32 statuses;
    };

    void addChip(const QString &name, quint32 statuses);
    void applyFilter();
    void refresh();
    void refreshEmpty();
    int countOf(quint32 statuses) const;
    QWidget *makeTop();

    Session *m_session;
    JobTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QLineEdit *m_filter;
    QLabel *m_shown;
    QList<Chip> m_chips;
    quint32 m_statuses = JobFilter::allStatuses;
    QString m_address;
    QString m_commandLine;
};

} // namespace ui
