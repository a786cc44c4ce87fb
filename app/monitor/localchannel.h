// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/instancechannel.h"

#include <QLocalServer>
#include <QLockFile>

class QLocalSocket;

namespace app {

/// Finds the first instance by a lock file and reaches it by a local socket, for systems without a
/// session bus. The lock decides who is first, so that two starts at once cannot both be first.
class LocalChannel : public InstanceChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalChannel)

public:
    /// Puts `<name>.lock` and `<name>.socket` into `folder`, which must exist and belong to the
    /// user.
    LocalChannel(const QString &folder, const QString &name, QObject *parent = nullptr);
    ~LocalChannel() override;

    hub::Result<InstanceRole> claim(const Request &request) override;
    /// Returns why later starts cannot reach this first instance; empty if they can.
    QString listenError() const { return m_listenError; }

private:
    hub::Result<InstanceRole> passOn(const Request &request);
    void listen();
    void accept(QLocalSocket *other);

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
    QString m_listenError;
};

} // namespace app
