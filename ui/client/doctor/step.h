// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"
#include "ui/client/doctor/finding.h"
#include "ui/client/doctor/patient.h"

#include <QObject>

class QNetworkAccessManager;

namespace ui {

/// One part of an examination. Ends within the times of its patient on the given clock, even if the
/// hub does not answer.
class DoctorStep : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorStep)

public:
    /// `clock` is not owned and outlives this.
    DoctorStep(const Patient &patient, const hub::Clock &clock) : m_patient(patient), m_clock(clock)
    { }

    virtual void start() = 0;
    /// Ends the step early. A step that created a test job cancels it
    /// first, then emits finished().
    virtual void stop() { finish(); }

signals:
    void found(const ui::Finding &finding);
    /// Emitted once.
    void finished();

protected:
    void good(const char *check, const QString &text)
    {
        emit found({check, Finding::Severity::Good, text});
    }
    void note(const char *check, const QString &text, const QString &advice = {})
    {
        emit found({check, Finding::Severity::Note, text, advice});
    }
    void fault(const char *check, const QString &text, const QString &advice = {})
    {
        emit found({check, Finding::Severity::Fault, text, advice});
    }
    void finish()
    {
        if (!std::exchange(m_finished, true))
            emit finished();
    }
    bool isFinished() const { return m_finished; }

    const Patient m_patient;
    const hub::Clock &m_clock;

private:
    bool m_finished = false;
};

} // namespace ui
