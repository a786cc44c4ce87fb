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

/// Returns the text for a menu, where an ampersand would mark a key.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

Tray::Tray(QObject *parent) : QObject(parent)
{
    fillMenu();
    connect(&m_host, &TrayHost::appeared, this, &Tray::makeIcon);
    connect(&m_host, &TrayHost::vanished, this, &Tray::shownChanged);
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
    m_toggleAction = m_menu.addAction(QString());
    connect(m_toggleAction, &QAction::triggered, this, &Tray::toggle);
    m_menu.addMenu(&m_failuresMenu);
    m_failuresMenu.setTitle(tr("&Recent failures"));
    m_failuresMenu.setEnabled(false);
    connect(m_menu.addAction(tr("Show &failures")), &QAction::triggered, this,
            &Tray::failuresWanted);
    m_menu.addSeparator();
    m_menu.addMenu(&m_pauseMenu);
    connect(m_menu.addAction(tr("S&ettings…")), &QAction::triggered, this, &Tray::settingsWanted);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &Tray::quitWanted);
    setWindowShown(false);
}

Tray::~Tray() = default;

bool Tray::isShown() const
{
    // QSystemTrayIcon::isVisible() is not enough: it is true even if no panel shows the icon.
    if (!m_icon)
        return false;
    return m_onHost ? m_host.isPresent() : QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::tryShow()
{
    if (!m_icon && m_host.isDecided() && QSystemTrayIcon::isSystemTrayAvailable())
        makeIcon();
}

/// Makes the icon, again if there was one: it may belong to a panel that is gone.
void Tray::makeIcon()
{
    m_icon.reset();
    m_onHost = m_host.isPresent();
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_retry.stop();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    toggle();
                else if (reason == QSystemTrayIcon::MiddleClick)
                    emit m_pauseMenu.pauseWanted(PauseChoice::Hour);
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this,
            [this] { emit noticeClicked(m_notice); });
    refresh();
    m_icon->show();
    emit shownChanged();
}

void Tray::toggle()
{
    if (m_windowShown)
        emit hideWanted();
    else
        emit showWanted();
}

void Tray::setWindowShown(bool shown)
{
    m_windowShown = shown;
    m_toggleAction->setText(shown ? tr("&Hide Heliograph") : tr("&Show Heliograph"));
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
        m_summaryAction->setText(menuText(status.summary));
    }
}

void Tray::setFailures(const QList<Failure> &failures)
{
    if (m_failures == failures)
        return;
    m_failures = failures.mid(0, maxFailures);
    m_failuresMenu.clear();
    for (const Failure &failure : std::as_const(m_failures)) {
        connect(m_failuresMenu.addAction(menuText(failure.text)), &QAction::triggered, this,
                [this, id = failure.jobId] { emit jobWanted(id); });
    }
    m_failuresMenu.setEnabled(!m_failures.isEmpty());
}

void Tray::refresh()
{
    m_summaryAction->setText(menuText(m_status.summary));
    if (m_icon) {
        m_icon->setIcon(trayIcon(m_status.link.state, m_status.unseenFailures, m_host.isPresent()));
        m_icon->setToolTip(m_status.summary);
    }
}

void Tray::notify(const Notice &notice)
{
    if (m_icon) {
        m_notice = notice;
        m_icon->showMessage(notice.title, notice.text,
                            notice.failure ? QSystemTrayIcon::Warning
                                           : QSystemTrayIcon::Information,
                            static_cast<int>(noticeTime.count()));
    }
}

} // namespace ui
