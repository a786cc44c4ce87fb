// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

namespace bench {

// The writes of hubbench's scenarios, as the HTTP side hands them to the store.

/// A log line of about 200 bytes for one of `jobs` jobs.
hub::Publish logLine(qint64 number, int jobs);
hub::PublishBatch batchOf(qint64 firstNumber, int size, int jobs);
hub::CreateJob jobWithExternalId(qint64 number);
/// The provider's webhook that ends that job.
hub::Deliver completionOf(qint64 number);

} // namespace bench
