// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"
#include "ui/models/noticebatch.h"

#include <QMenu>
#include <QObject>
#include <QTimer>

#include <memory>

class QSystemTrayIcon;

namespace ui {

/// The icon in the desktop's tray, whose shape tells the state of the connection, and its
/// notifications. A desktop without a tray has no icon; one that gets a tray later gets the icon
/// then.
class Tray : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    /// True when closing the window leaves a way back to it.
    bool isShown() const;
    void setStatus(const LinkStatus &status, const QString &summary);
    void notify(const Notice &notice);

signals:
    void showWanted();
    void quitWanted();
    /// A notification about this job was clicked; empty = about several.
    void noticeClicked(const QByteArray &jobId);

private:
    void tryShow();
    void refresh();

    std::unique_ptr<QSystemTrayIcon> m_icon;
    QMenu m_menu;
    QAction *m_summaryAction;
    QTimer m_retry;
    LinkStatus m_status;
    QString m_summary;
    QByteArray m_noticeJob;
};

} // namespace ui
