// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/watchaction.h"

#include "ui/models/session.h"
#include "ui/models/watchedjobs.h"
#include "ui/widgets/joblist.h"

namespace ui {

WatchAction::WatchAction(const Session *session, const JobList *list, WatchedJobs *watched,
                         QObject *parent)
    : QAction(tr("Tell me &when done"), parent)
    , m_session(session)
    , m_list(list)
    , m_watched(watched)
{
    setObjectName(QStringLiteral("watch"));
    setShortcut(Qt::Key_W);
    setShortcutContext(Qt::WidgetShortcut);
    setCheckable(true);
    connect(this, &QAction::triggered, this,
            [this](bool checked) { m_watched->set(m_list->currentJob(), checked); });
    connect(list, &JobList::jobSelected, this, &WatchAction::refresh);
    connect(watched, &WatchedJobs::changed, this, &WatchAction::refresh);
    connect(session, &Session::secondPassed, this, &WatchAction::refresh);
    refresh();
}

void WatchAction::refresh()
{
    const QByteArray id = m_list->currentJob();
    const int row = m_session->jobs().find(id);
    const bool runs = row >= 0 && !isTerminal(m_session->jobs().at(row).job.status);
    setEnabled(runs);
    setChecked(runs && m_watched->contains(id));
}

} // namespace ui
