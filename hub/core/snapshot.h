// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"

#include <QByteArray>

#include <vector>

namespace hub {

/// How much one snapshot holds at most. What does not fit is left out, and the snapshot says
/// `truncated`.
struct SnapshotLimits
{
    int jobs = 1'000;
    qint64 bytes = 1024 * 1024; ///< Of JSON text, the last job excepted.

    bool operator==(const SnapshotLimits &) const = default;
};

/// The `hub.snapshot` event of a stream, encoded and cut into parts that are written one after the
/// other. A part holds whole jobs: about 64 KiB of them, or one that is larger. Written once by any
/// thread, then only read.
class Snapshot
{
public:
    /// `asOf` as on the wire. `withId` gives the event this id: no event before `asOf` follows it.
    Snapshot(const QByteArray &asOf, bool withId);

    /// Adds a job, encoded as JSON. A line break between its tokens is allowed.
    void add(const QByteArray &job);
    /// Completes the event. Once, after the last add().
    void finish(bool truncated);

    bool isTruncated() const { return m_truncated; }
    int jobs() const { return m_jobs; }
    /// Size of all parts, in bytes.
    qint64 bytes() const { return m_bytes; }
    /// At least one once it is finished.
    const std::vector<QByteArray> &parts() const { return m_parts; }

    /// What completes the event as truncated when a stream ends between two parts.
    static QByteArray cutOff();

private:
    void append(const QByteArray &text);

    std::vector<QByteArray> m_parts;
    qint64 m_bytes = 0;
    int m_jobs = 0;
    bool m_truncated = false;
};

} // namespace hub
