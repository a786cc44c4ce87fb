// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

namespace hub {

/// Refused with a code of api.md.
Receipt refused(const char *code, const QString &message);
Receipt accepted(EventId event);
/// Accepted before, as `event`.
Receipt duplicateOf(EventId event);
Receipt invalidJobId();
Receipt unknownJob(const QByteArray &id);
Receipt reservedJobId(const QByteArray &id);
/// Says nothing of the job that has the id: it may be another's.
Receipt externalIdTaken();

} // namespace hub
