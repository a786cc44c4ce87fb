// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/eventring.h"

#include <QString>

namespace ui {

/// Returns the level of an event by the rule of hub::eventLevel(). `sent` is the level of a log
/// line as its producer sent it.
LogLevel logLevel(hub::EventType type, QByteArrayView sent);

/// Returns the level to show for a row. A row of the monitor itself has the level of its kind: a
/// connection is information, everything else is a warning.
LogLevel shownLevel(const LogRow &row);

/// Returns the word of a level for people; empty for LogLevel::None.
QString word(LogLevel level);

/// Returns the word of a level in a filter and in JSON; empty for LogLevel::None.
QString filterWordOf(LogLevel level);

} // namespace ui
