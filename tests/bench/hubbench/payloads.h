// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace bench {

/// A `log` event with its number, and a time in `t`. Log events are never skipped. With what the
/// hub adds, its frame has about 220 bytes.
QByteArray logEvent(qint64 number, qint64 ns = 0);
/// The same event with its job id, as a line of a batch.
QByteArray batchLine(const QByteArray &job, qint64 number);
/// The same event for servers that add almost nothing. Its frame has the same size.
QByteArray plainEvent(qint64 number, qint64 ns);

/// The number of events that a batch's answer accepted; -1 unless all of `expected` were.
qint64 acceptedInBatch(int status, const QByteArray &body, qint64 expected);

} // namespace bench
