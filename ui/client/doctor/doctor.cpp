// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/doctor.h"

#include "ui/client/doctor/reachstep.h"
#include "ui/client/doctor/servicestep.h"
#include "ui/client/doctor/streamstep.h"

#include <algorithm>

namespace ui {

Doctor::Doctor(QNetworkAccessManager *network, const Patient &patient, const hub::Clock &clock,
               QObject *parent)
    : QObject(parent)
{
    auto reach = std::make_unique<ReachStep>(patient, clock);
    connect(reach.get(), &ReachStep::certificateRefused, this, &Doctor::certificateRefused);
    m_steps.push_back(std::move(reach));
    m_steps.push_back(std::make_unique<ServiceStep>(network, patient, clock));
    m_steps.push_back(std::make_unique<StreamStep>(network, patient, clock));
    for (const auto &step : m_steps) {
        connect(step.get(), &DoctorStep::found, this, &Doctor::handleFinding);
        connect(step.get(), &DoctorStep::finished, this, &Doctor::next, Qt::QueuedConnection);
    }
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    m_steps.front()->start();
}

void Doctor::stop()
{
    if (m_steps.empty())
        return;
    while (m_steps.size() > 1)
        m_steps.pop_back();
    m_steps.front()->stop();
}

bool Doctor::isHealthy() const
{
    return std::none_of(m_findings.begin(), m_findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Fault;
    });
}

void Doctor::handleFinding(const Finding &finding)
{
    m_findings << finding;
    emit found(finding);
    // After a fault the remaining steps would report the same problem in other words. `ready` is
    // the exception: a hub that cannot commit still streams.
    if (finding.severity == Finding::Severity::Fault && finding.check != "ready")
        while (m_steps.size() > 1)
            m_steps.pop_back();
}

void Doctor::next()
{
    if (m_steps.empty())
        return;
    m_steps.pop_front();
    if (m_steps.empty())
        emit finished();
    else
        m_steps.front()->start();
}

} // namespace ui
