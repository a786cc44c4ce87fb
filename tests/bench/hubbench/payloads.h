// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace bench {

/// A `log` event (never skipped for anybody) that carries its number, and in `t` a moment. What the
/// hub adds makes a frame of about 220 bytes of it.
QByteArray logEvent(qint64 number, qint64 ns = 0);
/// The same with its job, as a line of a batch.
QByteArray batchLine(const QByteArray &job, qint64 number);
/// The same for servers that add next to nothing: as many bytes on the stream.
QByteArray plainEvent(qint64 number, qint64 ns);

/// How many events the answer to a batch accepted; -1 unless it is all of `expected`.
qint64 acceptedInBatch(int status, const QByteArray &body, qint64 expected);

} // namespace bench
