// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/doctor/finding.h"
#include "ui/client/doctor/patient.h"

#include <QObject>

#include <deque>
#include <memory>

class QNetworkAccessManager;

namespace ui {

class DoctorStep;

/// Looks at a hub from where its clients are: whether it is reached, answers, streams without
/// anything on the way holding events back, resumes, and takes webhooks. Ends within about a
/// minute, whatever the other side does. It makes one job, named `heliograph-doctor-…`, and ends
/// it.
class Doctor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Doctor)

public:
    /// `network` is not owned.
    Doctor(QNetworkAccessManager *network, const Patient &patient, QObject *parent = nullptr);
    ~Doctor() override;

    /// Once.
    void start();
    /// Ends the examination soon, and the job of it.
    void stop();

    const QList<Finding> &findings() const { return m_findings; }
    /// No finding is a fault.
    bool isHealthy() const;

signals:
    void found(const ui::Finding &finding);
    /// Once.
    void finished();

private:
    void next();
    void handleFinding(const Finding &finding);

    std::deque<std::unique_ptr<DoctorStep>> m_steps; ///< The first one is at work.
    QList<Finding> m_findings;
};

} // namespace ui
