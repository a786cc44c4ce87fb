// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace helio {

/// Returns the help of a command, or of helio itself if `command` is empty. A text has at most 24
/// lines of 80 columns. Returns an empty string if there is no such command.
QString helpText(const QString &command);

/// Returns one line with the version of Heliograph, the Qt version it was built with and the Qt
/// version it runs with.
QString versionText();

} // namespace helio
