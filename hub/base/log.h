// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

#include <functional>

namespace hub {

Q_DECLARE_LOGGING_CATEGORY(lcHub) ///< `heliograph.hub`: life of the hub, streams opened and closed
Q_DECLARE_LOGGING_CATEGORY(lcHttp) ///< `heliograph.http`: requests refused, limits
Q_DECLARE_LOGGING_CATEGORY(lcStore) ///< `heliograph.store`: database
Q_DECLARE_LOGGING_CATEGORY(lcSource) ///< `heliograph.source`: webhooks and what was made of them
Q_DECLARE_LOGGING_CATEGORY(lcClient) ///< `heliograph.client`: the hub as its clients see it

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

/// Sends every log line of the process to stderr as one line of text or one JSON object, with an
/// RFC 3339 time, level and category. Control characters are escaped, so that no foreign text can
/// forge a line. Call once, from the composition root. Thread-safe afterwards. Logging never
/// blocks: lines go through a bounded queue and a thread of their own, see LogWriter. At the exit
/// of the process and before a fatal end, lines that wait get a second to be written.
void installLogFormat(LogFormat format);

/// Bounds the lines that wait for stderr, in bytes (64 KiB or more). Thread-safe.
void setLogQueueBytes(qint64 bytes);

/// Waits until the lines so far are written, at most a second. Call it before writing to stderr
/// directly, to keep the order.
void flushLog();

/// Returns how many lines were dropped since the process began, because nobody read stderr or it
/// was closed. Thread-safe.
qint64 droppedLogLines();

/// What our own categories (`heliograph.…`) say from now on. `QT_LOGGING_RULES` stays over it.
/// Thread-safe.
void setLogLevel(LogLevel level);

/// Also hands each line of our own categories (`heliograph.…`) to `observer`, on the thread that
/// logged it; it must not log. An empty one ends that. Thread-safe.
void setLogObserver(std::function<void(QtMsgType level, const QByteArray &line)> observer);

/// One formatted line without its newline; `ms` is the time since 1970 UTC.
QByteArray logLine(LogFormat format, qint64 ms, QtMsgType level, const char *category,
                   const QString &text);

} // namespace hub
