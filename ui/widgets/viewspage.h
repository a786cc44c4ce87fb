// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/viewsmodel.h"

#include <QWidget>

class QTreeView;

namespace ui {

/// The sidebar: a tree of views with live counts. A click on a view filters the list of jobs.
class ViewsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewsPage)

public:
    /// `session` and `saved` are not owned and outlive this.
    ViewsPage(const Session *session, SavedViews *saved, QWidget *parent = nullptr);

    /// Marks the view with this filter text, or none.
    void showFilter(const QString &filter);
    /// Updates the counts. Call it once a second.
    void passSecond();

signals:
    /// The user chose this filter.
    void picked(const QString &filter);

private:
    void choose(const QModelIndex &index);
    void offerActions(const QPoint &position);

    SavedViews *m_saved;
    ViewsModel m_model;
    QTreeView *m_tree;
    QString m_filter;
};

} // namespace ui
