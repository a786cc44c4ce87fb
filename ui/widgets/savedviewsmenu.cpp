// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/savedviewsmenu.h"

#include "ui/models/formats.h"
#include "ui/models/savedviews.h"
#include "ui/widgets/jobspage.h"

#include <QInputDialog>

namespace ui {

SavedViewsMenu::SavedViewsMenu(SavedViews *views, JobsPage *jobs, QWidget *window)
    : QMenu(tr("Saved &views"), window)
    , m_views(views)
    , m_jobs(jobs)
    , m_save(new QAction(tr("&Save this view…"), this))
{
    m_save->setObjectName(QStringLiteral("view.save"));
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    connect(m_save, &QAction::triggered, this, &SavedViewsMenu::save);
    const auto update = [this] { m_save->setEnabled(!m_jobs->filterText().isEmpty()); };
    connect(jobs, &JobsPage::filterChanged, m_save, update);
    connect(views, &SavedViews::changed, this, &SavedViewsMenu::fill);
    update();
    fill();
}

void SavedViewsMenu::fill()
{
    constexpr int withShortcut = 9;
    clear();
    int number = 0;
    for (const SavedView &view : m_views->all()) {
        QKeySequence shortcut;
        if (++number <= withShortcut)
            shortcut = QKeySequence(QStringLiteral("Alt+Shift+%1").arg(number));
        QString text = view.name;
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction *action = addAction(
            text, shortcut, this, [this, filter = view.filter] { m_jobs->setFilterText(filter); });
        if (number <= withShortcut)
            action->setObjectName(QStringLiteral("view.saved-%1").arg(number));
    }
    setEnabled(number > 0);
}

void SavedViewsMenu::save()
{
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("Name of the view:"));
    dialog->setTextValue(oneLine(m_jobs->filterText(), SavedViews::maxNameLength));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        m_views->save(name, m_jobs->filterText());
        emit viewSaved();
    });
    dialog->open();
}

} // namespace ui
