// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"
#include "hub/wire/job.h"

#include <QString>

namespace ui {

/// Returns the text for a status, kind or event type: "Running", "Timed out", …
QString word(hub::JobStatus status);
QString word(hub::JobKind kind);
QString word(hub::EventType type);

/// Returns text from the hub, such as a job id. Invalid UTF-8 becomes U+FFFD.
QString displayText(QByteArrayView utf8);

/// Returns a user id, or a topic with one, for display. Escapes characters that would change how
/// the surrounding text looks.
QString userName(const QByteArray &user);

} // namespace ui
