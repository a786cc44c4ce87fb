// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

#include <functional>

namespace hub {

Q_DECLARE_LOGGING_CATEGORY(lcHub) ///< `heliograph.hub`: start and stop of the hub, streams
Q_DECLARE_LOGGING_CATEGORY(lcHttp) ///< `heliograph.http`: refused requests, limits
Q_DECLARE_LOGGING_CATEGORY(lcStore) ///< `heliograph.store`: database
Q_DECLARE_LOGGING_CATEGORY(lcSource) ///< `heliograph.source`: webhooks and their effect
Q_DECLARE_LOGGING_CATEGORY(lcClient) ///< `heliograph.client`: connections of a client to a hub

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

/// Sends every log message of the process to stderr, as one line of text or one JSON object. Each
/// line has an RFC 3339 time, a level and a category. Control characters are escaped, so that text
/// from outside cannot forge a line.
///
/// Call it once, at start-up; logging is thread-safe afterwards. Logging never blocks: lines go
/// through a bounded queue to a writer thread, see LogWriter. At process exit and before a fatal
/// abort, the process waits up to one second for queued lines.
void installLogFormat(LogFormat format);

/// Limits the bytes of queued log lines; further lines are dropped. The default is 4 MiB.
/// Thread-safe.
void setLogQueueBytes(qint64 bytes);

/// Waits until the queue is empty, at most one second. Call it before writing to stderr directly,
/// to keep the order of the output. Thread-safe.
void flushLog();

/// Returns how many lines were dropped since the process started, because stderr was closed or its
/// reader was too slow. Thread-safe.
qint64 droppedLogLines();

/// Sets the lowest level that the categories `heliograph.…` log. The environment variable
/// `QT_LOGGING_RULES` takes precedence. Thread-safe.
void setLogLevel(LogLevel level);

/// Passes each line of the categories `heliograph.…` to `observer` too, on the thread that logs it.
/// The observer must not log: it would deadlock. An empty function removes the observer.
/// Thread-safe.
void setLogObserver(std::function<void(QtMsgType level, const QByteArray &line)> observer);

/// Returns one formatted line without a newline. `ms` is in milliseconds since 1970 UTC.
QByteArray logLine(LogFormat format, qint64 ms, QtMsgType level, const char *category,
                   const QString &text);

} // namespace hub
