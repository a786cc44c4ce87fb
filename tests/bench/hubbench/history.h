// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/poller.h"

#include <QByteArray>

namespace bench {

/// Publishes `count` events of some jobs by batches; ends the program when one is not accepted.
void fillHistory(Poller &poller, quint16 port, qint64 count);

/// Publishes one event of a job, then `count` more numbered from 0. What comes back is the id of
/// the first: a stream of the job that continues behind it must get the others.
QByteArray publishBehindCursor(Poller &poller, quint16 port, const QByteArray &job, qint64 count);

} // namespace bench
