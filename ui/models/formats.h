// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace ui {

/// Time zone of all times in the window.
enum class TimeStyle { Local, Utc };

/// `41 s`, `2:05`, `1:02:07`, `3 d 04:12`; negative counts as 0.
QString formatDuration(std::chrono::milliseconds time);

/// `3 s`, `4 min`, `2 h`, `3 d`: the largest whole unit; negative counts as 0.
QString formatSpan(std::chrono::milliseconds time);

/// `now`, `3 s ago`, `4 min ago`, `2 h ago`, `3 d ago`.
QString formatAge(std::chrono::milliseconds age);

/// `12:04:41.318`
QString formatClock(qint64 wallMs, TimeStyle style);

/// `as of 14:02:11, 42 s ago`. With the date if that is another day than `nowMs`. Both times are in
/// ms since 1970 UTC.
QString formatAsOf(qint64 wallMs, qint64 nowMs, TimeStyle style);

/// `2026-01-31 12:04:41 UTC`, or with the local zone's name; empty for 0.
QString formatMoment(qint64 wallMs, TimeStyle style);

/// ISO 8601 with milliseconds and UTC offset, for text that leaves the program.
QString formatIso(qint64 wallMs, TimeStyle style);

QString formatCount(qint64 count);
/// Returns a count of at most six characters: exact below 100 000, then `123k`, `1.2M` or `1.2G`.
QString formatShort(qint64 count);
QString formatBytes(qint64 bytes);

/// `64 %`; with one decimal unless the value is close to a whole number.
QString formatPercent(double percent);

/// Returns `text` as one line of at most `most` characters. Control characters become spaces; a cut
/// text ends with an ellipsis.
QString oneLine(const QString &text, qsizetype most = 200);

/// Returns `text` so that it cannot reorder what is beside it in a line: between the characters
/// FSI and PDI (Unicode UAX 9). Its own isolates are replaced by U+FFFD, because they could end
/// that. A text without right-to-left and embedding characters is returned as it is.
QString isolated(const QString &text);

/// Returns `text` as rich text for a tool tip: escaped, with its line breaks, and bounded. At most
/// 20 lines and 2000 characters; words of more than 60 characters may break.
QString tipText(const QString &text);

} // namespace ui
