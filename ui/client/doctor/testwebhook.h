// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"
#include "ui/client/doctor/doctorcalls.h"
#include "ui/client/doctor/finding.h"
#include "ui/client/doctor/patient.h"

namespace ui {

/// A webhook about the doctor's own job. Its fields are where sources look by default: at the top
/// level for `generic`, and in `data` for Standard Webhooks.
struct TestWebhook
{
    QByteArray path;
    QByteArray body;
    DoctorCalls::Headers headers;
};

/// The message of every event of the doctor's job.
inline constexpr auto testMessage = "test job of helio doctor";

/// Returns a webhook that reports `job` as completed. `nowMs` is in ms since 1970 UTC.
TestWebhook testWebhook(const Patient &patient, const QByteArray &job, qint64 nowMs);
/// Returns a webhook with a wrong signature. If the source accepts it anyway, it changes nothing.
TestWebhook forgedWebhook(const Patient &patient, const QByteArray &job, qint64 nowMs);

/// Explains why the hub refused testWebhook().
Finding webhookRefusal(const Patient &patient, const hub::Error &error);

} // namespace ui
