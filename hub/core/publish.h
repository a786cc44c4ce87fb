// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/receipt.h"
#include "hub/core/visibility.h"
#include "hub/wire/event.h"
#include "hub/wire/jobchange.h"

#include <vector>

namespace hub {

/// One change published through the API. An unknown job is created and owned by `publisher`.
struct Publish
{
    JobChange change;
    QByteArray idempotencyKey; ///< Empty = none. Scoped to the job; kept for a day.
    QByteArray publisher;
    Visibility visible; ///< A job outside it counts as unknown.
    bool reserved = false; ///< The id is reserved, for a source or for generated ids: an unknown
                           ///< job is refused.
};

/// The answer to Publish.
struct Published
{
    std::vector<Event> events; ///< Accepted events in id order.
    Receipt receipt;
};

/// The answer to a batch of Publish.
struct PublishedBatch
{
    std::vector<Event> events; ///< Accepted events in id order.
    std::vector<Result<Receipt>> receipts; ///< One for each item of the batch, in its order.
};

} // namespace hub
