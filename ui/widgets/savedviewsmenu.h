// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

namespace ui {

class JobsPage;
class SavedViews;

/// The submenu of saved views. The first nine have shortcuts.
class SavedViewsMenu : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedViewsMenu)

public:
    /// The menu owns none of the arguments. `window` is its parent and that of its dialog.
    SavedViewsMenu(SavedViews *views, JobsPage *jobs, QWidget *window);

    /// Asks for a name and saves the filter of the list. The menu owns it and does not have it as
    /// an entry.
    QAction *saveAction() const { return m_save; }

signals:
    /// The user saved a view.
    void viewSaved();

private:
    void fill();
    void save();

    SavedViews *m_views;
    JobsPage *m_jobs;
    QAction *m_save;
};

} // namespace ui
