// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/request.h"

#include <QDBusAbstractAdaptor>
#include <QVariantMap>

class QDBusMessage;

namespace app {

class BusChannel;

/// The interface `org.freedesktop.Application` of a BusChannel, which owns the adaptor. The callers
/// are programs of the same user. The functions answer on the channel's thread.
class ApplicationAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
    Q_DISABLE_COPY_MOVE(ApplicationAdaptor)

public:
    /// More links in one call are refused.
    static constexpr qsizetype maxLinks = 10;

    explicit ApplicationAdaptor(BusChannel *channel);

public slots:
    // D-Bus knows these functions by their names. QtDBus passes the call itself as `message`.
    void Activate(const QVariantMap &platformData);
    /// Opens each link. Answers with an error if there are none or more than maxLinks.
    void Open(const QStringList &uris, const QVariantMap &platformData,
              const QDBusMessage &message);
    /// Answers with an error if no action has this name, or if there is a parameter: no action
    /// takes one.
    void ActivateAction(const QString &name, const QVariantList &parameters,
                        const QVariantMap &platformData, const QDBusMessage &message);

private:
    BusChannel *m_channel;
};

} // namespace app
