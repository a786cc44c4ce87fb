// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/instancechannel.h"

class QDBusMessage;

namespace app {

/// Finds the first instance by a name on the session bus, and offers `org.freedesktop.Application`
/// there (Desktop Entry Specification 1.5, section 8). The desktop and later starts call it.
class BusChannel : public InstanceChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusChannel)

public:
    /// `name` is the name on the bus. Connects to the bus.
    explicit BusChannel(const QString &name, QObject *parent = nullptr);
    /// Gives the name back.
    ~BusChannel() override;

    /// Returns whether the process has a session bus that answers. Never starts a bus.
    static bool isAvailable();

    hub::Result<InstanceRole> claim(const Request &request) override;

private:
    QDBusMessage messageFor(const Request &request) const;

    QString m_name;
    bool m_owner = false;
};

} // namespace app
