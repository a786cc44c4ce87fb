// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/doctor/doctorcalls.h"
#include "ui/client/doctor/step.h"

namespace ui {

/// Checks that a hub answers at the address, accepts this host name, and accepts our token. Reports
/// the checks `host`, `ready` and `auth`.
class ServiceStep final : public DoctorStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceStep)

public:
    /// `network` and `clock` are not owned and outlive this.
    ServiceStep(QNetworkAccessManager *network, const Patient &patient, const hub::Clock &clock);

    void start() override;

private:
    void handleHealth(const hub::Result<QJsonObject> &answer);
    void handleReady(const hub::Result<QJsonObject> &answer);
    void handleJobs(const hub::Result<QJsonObject> &answer);

    DoctorCalls m_calls;
};

} // namespace ui
