// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topic.h"

namespace hub {

/// Whether a new job may have this id: a valid id (isValidId()), and none of the words that name
/// another stream at the place of a job's (`/api/v1/events/hub`).
inline bool mayNameJob(QByteArrayView id)
{
    return isValidId(id) && id != "hub" && id != "executions" && id != "notifications";
}

} // namespace hub
