// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/session.h"

#include <QObject>

class QSettings;

namespace app {

/// Remembers the pinned jobs of each hub in the settings.
class PinnedJobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinnedJobs)

public:
    /// Neither argument is owned; both outlive this.
    PinnedJobs(QSettings *settings, ui::Session *session, QObject *parent = nullptr);

    /// Gives the session the pins of this hub. Call it after Session::reset(). `address` is the
    /// hub's URL without user and password.
    void setHub(const QString &address);

private:
    QString key() const;
    void save();

    QSettings *m_settings;
    ui::Session *m_session;
    QString m_address;
};

} // namespace app
