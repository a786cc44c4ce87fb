// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"
#include "ui/client/doctor/doctorcalls.h"
#include "ui/client/doctor/finding.h"
#include "ui/client/doctor/patient.h"

namespace ui {

/// A webhook about the doctor's own job. It says so where sources look when nobody told them
/// otherwise: at the top, as `generic` does, and in `data`, where Standard Webhooks have it.
struct TestWebhook
{
    QByteArray path;
    QByteArray body;
    DoctorCalls::Headers headers;
};

/// What every message of the doctor's job says.
inline constexpr auto testMessage = "test of helio doctor, nothing runs";

/// Says that `job` has completed.
TestWebhook testWebhook(const Patient &patient, const QByteArray &job, qint64 nowMs);
/// The same signed with a key that nobody has; where it is taken all the same, it changes nothing.
TestWebhook forgedWebhook(const Patient &patient, const QByteArray &job, qint64 nowMs);

/// What it means that the hub refused the former.
Finding webhookRefusal(const Patient &patient, const hub::Error &error);

} // namespace ui
