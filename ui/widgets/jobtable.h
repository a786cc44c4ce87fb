// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTreeView>

namespace ui {

class JobView;

/// The jobs list. While the pointer is over it, or a row was chosen by keyboard less than ten
/// seconds ago, it holds the order of its rows; that and the selected job survive every re-sort.
class JobTable : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobTable)

public:
    static constexpr qint64 keyboardHoldMs = 10'000;

    explicit JobTable(QWidget *parent = nullptr);

    /// `jobs` is not owned.
    void setJobs(JobView *jobs);

    /// Empty when nothing is selected. A job that the filter takes out of the list is let go
    /// without jobSelected(), so that whatever shows it does not jump to its neighbour.
    QByteArray currentJob() const;
    /// Selects and shows a job; false when it is filtered out or unknown.
    bool selectJob(const QByteArray &id);

    /// Once a second: lets go what was held long enough, repaints the ages of the rows in sight.
    void passSecond();

    QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);

signals:
    void jobSelected(const QByteArray &id);
    void layoutEdited();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpColumns();
    void updateHold();
    void chooseColumns(const QPoint &position);

    JobView *m_jobs = nullptr;
    QElapsedTimer m_keyboard; ///< Since the last row was chosen by keyboard.
    bool m_pointerInside = false;
    bool m_leaving = false; ///< The current row is on its way out of the list.
};

} // namespace ui
