// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/receipt.h"
#include "hub/wire/event.h"

#include <vector>

namespace hub {

/// A notification to a user.
struct Notify
{
    QByteArray user;
    QByteArray data; ///< JSON text.
    QByteArray idempotencyKey; ///< Empty = none. Scoped to user and publisher; kept for a day.
    QByteArray publisher{};
};

/// The answer to Notify.
struct Notified
{
    std::vector<Event> events; ///< The accepted event. Empty for a duplicate.
    Receipt receipt;
};

} // namespace hub
