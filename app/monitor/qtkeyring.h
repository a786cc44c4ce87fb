// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/keyring.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace app {

/// The keyring of the desktop, by QtKeychain. Never stores anything unencrypted.
class QtKeyring : public Keyring
{
public:
    void read(const QString &key, const Secret &answer) override;
    void write(const QString &key, const QByteArray &secret, const Done &answer) override;
    void remove(const QString &key, const Done &answer) override;

private:
    void start(QKeychain::Job *job, const QString &key, std::function<void()> finished);

    QObject m_context; ///< Ends all answers with this object.
};

} // namespace app
