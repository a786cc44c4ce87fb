// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace helio {

/// Help of a command, or of helio itself when `command` is empty; at most 24 lines of 80 columns.
/// Empty = no such command.
QString helpText(const QString &command);

/// Version of Heliograph, and of Qt as built with and as running.
QString versionText();

} // namespace helio
