// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/wantedjob.h"

#include "hub/base/utf8.h"
#include "ui/models/session.h"
#include "ui/widgets/mainwindow.h"

#include <utility>

namespace app {

WantedJob::WantedJob(ui::Session *session, ui::MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
{
    connect(session, &ui::Session::updated, this, &WantedJob::tryShow);
}

void WantedJob::show(const QByteArray &id)
{
    m_id = id;
    tryShow();
}

void WantedJob::tryShow()
{
    if (m_id.isEmpty() || !m_session->hasSnapshot())
        return;
    const QByteArray id = std::exchange(m_id, {});
    if (m_session->jobs().find(id) < 0) {
        m_window->showNotice(
            tr("The link names the job %1, which this hub does not list.").arg(hub::fromUtf8(id)));
        return;
    }
    m_window->selectJob(id);
}

} // namespace app
