// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

namespace hub {

/// Returns a refusal. `code` is an error code of resources/docs/api.md.
Receipt refused(const char *code, const QString &message);
Receipt accepted(EventId event);
/// Returns the receipt of a change that was already accepted as `event`.
Receipt duplicateOf(EventId event);
Receipt invalidJobId();
Receipt unknownJob(const QByteArray &id);
Receipt reservedJobId(const QByteArray &id);
/// Returns a refusal that does not name the other job, because it may belong to another user.
Receipt externalIdTaken();

} // namespace hub
