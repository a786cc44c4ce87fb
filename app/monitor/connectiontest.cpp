// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/connectiontest.h"

namespace app {

namespace {

ui::Patient patientOf(const QUrl &hub, const QByteArray &token, const QByteArray &pin)
{
    ui::Patient patient;
    patient.hub = hub;
    patient.token = token;
    patient.pin = pin;
    return patient;
}

} // namespace

ConnectionTest::ConnectionTest(const QUrl &hub, const QByteArray &token, const QByteArray &pin,
                               const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_doctor(&m_network, patientOf(hub, token, pin), clock)
{
    m_network.setPin(hub, pin);
    connect(&m_doctor, &ui::Doctor::found, this, &ConnectionTest::found);
    connect(&m_doctor, &ui::Doctor::certificateRefused, this, &ConnectionTest::certificateRefused);
    connect(&m_doctor, &ui::Doctor::finished, this,
            [this] { emit finished(m_doctor.isHealthy()); });
}

} // namespace app
