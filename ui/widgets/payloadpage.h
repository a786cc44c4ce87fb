// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace ui {

class JobDetail;
class ListDelegate;

/// Shows a job, or one event of it, as a tree of names and values. A field finds texts in it.
/// Values and their JSONPaths can be copied by menu and by keys. What is open and chosen in the
/// tree stays when the job changes.
class PayloadPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadPage)

public:
    /// `detail` is not owned and outlives this.
    explicit PayloadPage(JobDetail *detail, QWidget *parent = nullptr);

    /// Says whether the tree shows the job or one event.
    void refresh();
    QTreeView *tree() { return m_tree; }
    /// Selects the next match of the search field (1), or the previous one (-1). Goes on at the
    /// other end.
    void goToMatch(int step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(QLayout *row, const QString &icon, const QString &text);
    QLayout *makeTop();
    QLayout *makeSearch();
    QLayout *makeBottom();
    void makeTree();
    bool pressTreeKey(QKeyEvent *event, bool act);
    void search();
    void showMatchCount();
    void remember();
    void restore();
    void openAgain(const QModelIndex &parent);
    void showCut();
    void showAll();
    void showMenu(const QPoint &position);
    void copyRole(int role);

    JobDetail *m_detail;
    QTreeView *m_tree;
    ListDelegate *m_delegate;
    QLabel *m_of = nullptr; ///< Says whether the payload is of the job or of one event.
    QToolButton *m_showJob = nullptr; ///< Returns from the payload of an event to that of the job.
    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QLabel *m_length = nullptr; ///< The length of the chosen text, if the tree cuts it.
    QToolButton *m_all = nullptr;
    QTimer m_wait; ///< Until the user has stopped typing.
    QModelIndexList m_matches;
    QSet<QString> m_open; ///< Paths of open rows, while the model is reset.
    QString m_current;
    QByteArray m_jobId;
    int m_place = 0; ///< Keeps the scroll bar's value while the model is reset.
};

} // namespace ui
