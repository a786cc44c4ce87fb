// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

namespace bench {

// The writes of hubbench's scenarios, in the form in which the HTTP layer passes them to the store.

/// A log event of about 200 bytes for one of `jobs` jobs.
hub::Publish logLine(qint64 number, int jobs);
std::vector<hub::Publish> batchOf(qint64 firstNumber, int size, int jobs);
hub::CreateJob jobWithExternalId(qint64 number);
/// The completion webhook of the job that jobWithExternalId(number) creates.
hub::Deliver completionOf(qint64 number);

} // namespace bench
