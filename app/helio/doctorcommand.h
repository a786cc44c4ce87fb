// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/operateoptions.h"
#include "ui/client/doctor/doctor.h"

namespace helio {

/// Implements `helio doctor`: checks whether a hub can be reached and streams events correctly.
class DoctorCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorCommand)

public:
    DoctorCommand(const Context &context, const DoctorOptions &options);

    void start() override;
    bool wantsInterrupts() const override { return true; }
    /// Ends the test job before finishing. A second call ends the process at once.
    void interrupt() override;

private:
    void print(const ui::Finding &finding);
    void handleFinished();

    const DoctorOptions m_options;
    ui::Doctor m_doctor;
    bool m_interrupted = false;
};

} // namespace helio
