// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace ui {

/// Returns `text` as one word for a POSIX shell, between single quotes.
QString shellWord(const QString &text);

/// Returns a command line that follows the stream of a job. It begins with the oldest event that
/// the hub remembers if `epoch`, the epoch of the hub's history, is not empty. The token is the
/// placeholder `$HELIO_TOKEN`, which the shell replaces; a hub without keys ignores it.
QString streamCurl(const QUrl &hub, const QByteArray &jobId, const QByteArray &epoch);

} // namespace ui
