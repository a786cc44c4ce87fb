// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QWidget>

class QAction;
class QLabel;

namespace ui {

class FilterLine;
class LogActions;
class LogFind;
class LogFindBar;
class LogView;
class Session;

/// Shows the event log, with its filter and buttons to follow and to pause it.
class LogPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPage)

public:
    /// `session` is not owned.
    explicit LogPage(Session *session, QWidget *parent = nullptr);

    LogView *view() { return m_view; }
    FilterLine *filter() { return m_filter; }
    LogActions *actions() { return m_actions; }
    QAction *followAction() { return m_follow; }
    QAction *pauseAction() { return m_pause; }
    void focusFilter();
    /// Shows the bar of Find and gives it the focus.
    void openFind();
    void setTimeStyle(TimeStyle style);
    /// Asks for a file and writes the selected rows into it; all rows when none is selected.
    void saveRows();

signals:
    /// Something was done that the status line should tell.
    void told(const QString &text);

private:
    void saveTo(const QString &path, std::vector<qint64> sequences);
    void tellOfCopy(qint64 rows, qint64 selected);
    QWidget *makeTop();
    void connectActions();
    void applyFilter();
    void applyFind(const QString &text);
    void closeFind();
    void showFound();
    /// Goes to the next (`step` 1) or the previous (-1) match.
    void goToMatch(int step);
    void label(int number);
    void showHighlights();
    void refresh();
    QString figures() const;
    QString asOf() const;
    QString notice() const;

    Session *m_session;
    TimeStyle m_timeStyle = TimeStyle::Local;
    LogView *m_view;
    LogActions *m_actions;
    LogFind *m_find;
    LogFindBar *m_findBar;
    FilterLine *m_filter;
    QLabel *m_figures;
    int m_wantedStep = 0; ///< The step to take when the search is done; 0 = none.
    QAction *m_follow;
    QAction *m_pause;
};

} // namespace ui
