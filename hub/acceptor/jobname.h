// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/topic.h"

namespace hub {

/// Returns whether a new job may have this id. The id must be valid (isValidId()) and must not be a
/// word that names another stream, such as `hub` in `/api/v1/events/hub`.
inline bool mayNameJob(QByteArrayView id)
{
    return isValidId(id) && id != "hub" && id != "executions" && id != "notifications";
}

} // namespace hub
