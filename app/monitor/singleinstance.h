// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/instancechannel.h"

#include <memory>

namespace app {

/// Ensures one monitor per user and profile, or per folder of a portable program. A later start
/// passes its request to the first one and exits. With a session bus the name on the bus decides
/// who is first. A lock file decides where there is no bus, or where the bus refuses the name. Two
/// monitors on different buses do not know of each other.
class SingleInstance : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    /// `portableFolder` is the folder of a portable program, empty for an ordinary one.
    explicit SingleInstance(const QString &profile, const QString &portableFolder = {},
                            QObject *parent = nullptr);
    ~SingleInstance() override;

    /// See InstanceChannel::claim(). Call it once.
    hub::Result<InstanceRole> claim(const Request &request);

    /// Returns the name on the bus: the program's id, and a part of its own for a profile or a
    /// portable folder.
    static QString busName(const QString &profile, const QString &portableFolder);

signals:
    /// A later start or the desktop asked for something.
    void requested(const app::Request &request);

private:
    void use(std::unique_ptr<InstanceChannel> channel);

    QString m_profile;
    QString m_portableFolder;
    std::unique_ptr<InstanceChannel> m_channel;
};

} // namespace app
