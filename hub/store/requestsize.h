// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/createjob.h"
#include "hub/core/deliver.h"
#include "hub/core/notify.h"
#include "hub/core/publish.h"
#include "hub/core/revocation.h"

namespace hub {

// Each of these returns the approximate memory of a waiting write, in bytes.

qint64 sizeOf(const CreateJob &request);
qint64 sizeOf(const Publish &request);
qint64 sizeOf(const std::vector<Publish> &batch);
qint64 sizeOf(const Deliver &request);
qint64 sizeOf(const Notify &request);
qint64 sizeOf(const Revocation &request);

} // namespace hub
