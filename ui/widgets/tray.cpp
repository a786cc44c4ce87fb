// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tray.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/linkwords.h"
#include "ui/widgets/statepalette.h"

#include <QGuiApplication>
#include <QPainter>
#include <QSystemTrayIcon>

namespace ui {

namespace {

/// A desktop panel may start after this program, so look for a tray again at this interval.
constexpr std::chrono::seconds retryInterval{5};
constexpr std::chrono::milliseconds noticeTime{10'000};

/// Returns the program's icon. A badge in its corner shows a state other than Live.
QIcon trayIcon(LinkState state)
{
    QIcon icon;
    const QColor color = StatePalette::of(QGuiApplication::palette()).color(state);
    for (const int side : {22, 32, 48, 64}) {
        QPixmap pixmap = programIcon().pixmap(side, side);
        if (state != LinkState::Live) {
            const int badge = side * 6 / 10;
            const QRect corner(side - badge, side - badge, badge, badge);
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QGuiApplication::palette().base());
            painter.drawEllipse(corner);
            painter.drawPixmap(corner.topLeft(),
                               tintedPixmap(iconName(state), color, corner.size(), 1));
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

Tray::Tray(QObject *parent) : QObject(parent)
{
    m_summaryAction = m_menu.addAction(QString());
    m_summaryAction->setEnabled(false);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Show Heliograph")), &QAction::triggered, this, &Tray::showWanted);
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &Tray::quitWanted);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &Tray::tryShow);
    m_retry.start();
    tryShow();
}

Tray::~Tray() = default;

bool Tray::isShown() const
{
    // QSystemTrayIcon::isVisible() is not enough: it is true even if no panel shows the icon.
    return m_icon && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::tryShow()
{
    if (m_icon || !QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    m_retry.stop();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger) {
                    emit showWanted();
                }
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this,
            [this] { emit noticeClicked(m_noticeJob); });
    refresh();
    m_icon->show();
}

void Tray::setStatus(const LinkStatus &status, const QString &summary)
{
    const bool differs = status.state != m_status.state;
    m_status = status;
    m_summary = summary;
    if (differs) {
        refresh();
    } else if (m_icon) {
        m_icon->setToolTip(summary);
        m_summaryAction->setText(summary);
    }
}

void Tray::refresh()
{
    m_summaryAction->setText(m_summary);
    if (m_icon) {
        m_icon->setIcon(trayIcon(m_status.state));
        m_icon->setToolTip(m_summary);
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
