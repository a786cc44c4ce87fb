// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/session.h"

#include <QObject>

class QSettings;

namespace app {

/// Remembers for each hub until when the operator has seen its failures. The settings hold this
/// time, so that failures of the time between two starts are new.
class SeenFailures : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeenFailures)

public:
    /// Neither argument is owned; both outlive this.
    SeenFailures(QSettings *settings, ui::Session *session, QObject *parent = nullptr);

    /// Gives the session the time of this hub. Call it after Session::reset(). `address` is the
    /// hub's URL without user and password.
    void setHub(const QString &address);

private:
    QString key() const;

    QSettings *m_settings;
    ui::Session *m_session;
    QString m_address;
};

} // namespace app
