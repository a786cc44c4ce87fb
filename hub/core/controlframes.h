// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/closereason.h"
#include "hub/core/store.h"

#include <chrono>

/// The `hub.*` frames that every stream may carry (api.md, "Control events"), encoded. The snapshot
/// is a class of its own: Snapshot.
namespace hub::control {

struct Hello
{
    QByteArray epoch;
    std::chrono::seconds heartbeat{};
    std::chrono::milliseconds retry{};
};

/// Also carries the `retry:` line.
QByteArray hello(const Hello &hello, const StreamStart &start);
/// `requested` is the cursor as the client sent it.
QByteArray gap(const QByteArray &requested, const QByteArray &epoch, const StreamStart &start);
QByteArray end(const QByteArray &jobId, JobStatus status);
QByteArray closing(CloseReason reason, bool reconnect, std::chrono::milliseconds retry);
QByteArray tokenExpiring(std::chrono::seconds left);
QByteArray refused(const QByteArray &bucket, std::chrono::milliseconds retry);

/// What keeps proxies open: a comment, or the image dialect's `heartbeat` event; with an id when
/// `id` is not empty.
QByteArray heartbeat(Dialect dialect, const QByteArray &id);

} // namespace hub::control
