// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/reachability.h"

#include <QNetworkInformation>

namespace ui {

namespace {

class SystemReachability final : public Reachability
{
public:
    SystemReachability(QNetworkInformation *information, QObject *parent)
        : Reachability(parent)
        , m_information(information)
    {
        connect(information, &QNetworkInformation::reachabilityChanged, this,
                [this] { emit onlineChanged(online()); });
    }

    bool online() const override
    {
        return m_information->reachability() != QNetworkInformation::Reachability::Disconnected;
    }

private:
    QNetworkInformation *m_information;
};

} // namespace

Reachability *Reachability::system(QObject *parent)
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return new SystemReachability(QNetworkInformation::instance(), parent);
    return new Reachability(parent);
}

} // namespace ui
