// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/systemclock.h"
#include "ui/client/certificate.h"
#include "ui/client/doctor/finding.h"
#include "ui/client/doctor/patient.h"

#include <QObject>

#include <deque>
#include <memory>

class QNetworkAccessManager;

namespace ui {

class DoctorStep;

/// Examines a hub from the place of its clients. Checks that the hub is reachable, answers, streams
/// without anything on the way holding events back, resumes a stream, and accepts webhooks. Ends
/// within about a minute, even if the hub does not answer. Creates one job named
/// `heliograph-doctor-…` and ends it.
class Doctor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Doctor)

public:
    /// `network` and `clock` are not owned and outlive this.
    Doctor(QNetworkAccessManager *network, const Patient &patient,
           const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);
    ~Doctor() override;

    /// Call once.
    void start();
    /// Stops early: ends the doctor's job, then emits finished().
    void stop();

    const QList<Finding> &findings() const { return m_findings; }
    /// Returns whether no finding is a fault.
    bool isHealthy() const;

signals:
    void found(const ui::Finding &finding);
    /// The hub presented a certificate that is not trusted. The finding `tls` follows.
    void certificateRefused(const ui::Certificate &certificate);
    /// Emitted once.
    void finished();

private:
    void next();
    void handleFinding(const Finding &finding);

    std::deque<std::unique_ptr<DoctorStep>> m_steps; ///< The first step is the current one.
    QList<Finding> m_findings;
};

} // namespace ui
