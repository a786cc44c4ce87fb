// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "ui/client/linktimings.h"
#include "ui/client/streamtarget.h"

/// The parameters that a test suite gives for one stream.
struct StreamParameters
{
    ui::StreamTarget target;
    ui::StreamTimings timings;
    QUrl callbackUrl;
    QByteArray lastEventId;
};

/// Parses the body of `POST /`.
hub::Result<StreamParameters> parseStreamParameters(const QByteArray &json);
