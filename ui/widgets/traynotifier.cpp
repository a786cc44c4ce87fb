// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/traynotifier.h"

#include "ui/widgets/tray.h"

namespace ui {

TrayNotifier::TrayNotifier(Tray *tray, QObject *parent) : Notifier(parent), m_tray(tray)
{
    connect(tray, &Tray::noticeClicked, this,
            [this](const Notice &notice) { emit showWanted(notice, {}); });
}

void TrayNotifier::show(const Notice &notice)
{
    m_tray->notify(notice);
    // The tray does not tell when its balloon is gone.
    emit closed(notice.topic);
}

void TrayNotifier::withdraw()
{
    m_tray->forgetNotice();
}

} // namespace ui
