// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"
#include "hub/wire/job.h"

#include <QString>

namespace ui {

/// What people read for a status, kind or event type: "Running", "Timed out", …
QString word(hub::JobStatus status);
QString word(hub::JobKind kind);
QString word(hub::EventType type);

/// What people read for a user, or for a topic that may name one: characters that would change how
/// the rest looks are escaped.
QString userName(const QByteArray &user);

} // namespace ui
