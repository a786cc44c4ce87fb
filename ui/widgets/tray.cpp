// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tray.h"

#include "ui/widgets/trayicon.h"

#include <QAction>
#include <QSystemTrayIcon>

namespace ui {

namespace {

/// A desktop panel may start after this program, so look for a tray again at this interval.
constexpr std::chrono::seconds retryInterval{5};
constexpr std::chrono::milliseconds noticeTime{10'000};

} // namespace

Tray::Tray(QObject *parent) : QObject(parent)
{
    fillMenu();
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &Tray::tryShow);
    m_retry.start();
    tryShow();
}

void Tray::fillMenu()
{
    m_summaryAction = m_menu.addAction(QString());
    m_summaryAction->setEnabled(false);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Show Heliograph")), &QAction::triggered, this, &Tray::showWanted);
    connect(m_menu.addAction(tr("Show &failures")), &QAction::triggered, this,
            &Tray::failuresWanted);
    m_pauseAction = m_menu.addAction(tr("&Pause notifications"));
    m_pauseAction->setCheckable(true);
    connect(m_pauseAction, &QAction::triggered, this, &Tray::pauseToggled);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &Tray::quitWanted);
}

Tray::~Tray() = default;

bool Tray::isShown() const
{
    // QSystemTrayIcon::isVisible() is not enough: it is true even if no panel shows the icon.
    return m_icon && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::tryShow()
{
    if (m_icon || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_retry.stop();
    m_namedIcons = panelTakesNames();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    emit showWanted();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this,
            [this] { emit noticeClicked(m_noticeJob); });
    refresh();
    m_icon->show();
}

void Tray::setStatus(const Status &status)
{
    const bool differs = status.link.state != m_status.link.state
                         || status.unseenFailures != m_status.unseenFailures;
    m_status = status;
    if (differs) {
        refresh();
    } else if (m_icon) {
        m_icon->setToolTip(status.summary);
        m_summaryAction->setText(status.summary);
    }
}

void Tray::setPaused(bool paused)
{
    m_pauseAction->setChecked(paused);
}

void Tray::refresh()
{
    m_summaryAction->setText(m_status.summary);
    if (m_icon) {
        m_icon->setIcon(trayIcon(m_status.link.state, m_status.unseenFailures, m_namedIcons));
        m_icon->setToolTip(m_status.summary);
    }
}

void Tray::notify(const Notice &notice)
{
    if (m_icon) {
        m_noticeJob = notice.jobId;
        m_icon->showMessage(notice.title, notice.text,
                            notice.failure ? QSystemTrayIcon::Warning
                                           : QSystemTrayIcon::Information,
                            static_cast<int>(noticeTime.count()));
    }
}

} // namespace ui
