// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/closereason.h"
#include "hub/core/streamstart.h"
#include "hub/wire/dialect.h"
#include "hub/wire/job.h"

#include <chrono>

/// The encoded `hub.*` frames that every stream may carry (resources/docs/streams.md). The snapshot
/// has its own class, Snapshot.
namespace hub::control {

struct Hello
{
    QByteArray epoch;
    std::chrono::seconds heartbeat{};
    std::chrono::milliseconds retry{};
};

/// Returns the first frame of a stream, with a `retry:` line.
QByteArray hello(const Hello &hello, const StreamStart &start);
/// `requested` is the cursor as the client sent it.
QByteArray gap(const QByteArray &requested, const QByteArray &epoch, const StreamStart &start);
/// Returns the last frame of a job's stream.
QByteArray end(const QByteArray &jobId, JobStatus status);
/// Returns the frame that precedes a close by the hub, with a `retry:` line.
QByteArray closing(CloseReason reason, bool reconnect, std::chrono::milliseconds retry);
QByteArray tokenExpiring(std::chrono::seconds left);
/// Returns the frame of a refused stream, with a `retry:` line. `bucket` names the limit.
QByteArray refused(const QByteArray &bucket, std::chrono::milliseconds retry);

/// Returns bytes that keep proxies from closing the connection: a comment, or the `heartbeat` event
/// of the image dialect. With an id unless `id` is empty.
QByteArray heartbeat(Dialect dialect, const QByteArray &id);

} // namespace hub::control
