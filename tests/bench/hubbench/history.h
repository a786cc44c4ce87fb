// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/poller.h"

#include <QByteArray>

namespace bench {

/// Publishes `count` events of some jobs in batches. Ends the program when one is not accepted.
void fillHistory(Poller &poller, quint16 port, qint64 count);

/// Publishes one event of a job and then `count` more, numbered from 0. Returns the id of the first
/// one: a stream that resumes after it must get the others.
QByteArray publishBehindCursor(Poller &poller, quint16 port, const QByteArray &job, qint64 count);

} // namespace bench
