// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"

#include <QByteArray>

#include <vector>

namespace hub {

/// Limits of one snapshot. A snapshot that leaves jobs out says `truncated`.
struct SnapshotLimits
{
    int jobs = 1'000;
    qint64 bytes = 1024 * 1024; ///< Of JSON text; the last job may exceed it.

    bool operator==(const SnapshotLimits &) const = default;
};

/// The encoded `hub.snapshot` event of a stream, cut into parts that are written in order. A part
/// holds whole jobs: about 64 KiB, or one larger job. Any thread may build it; after finish() it is
/// only read.
class Snapshot
{
public:
    /// `asOf` is a cursor as on the wire. `withId` makes it the id of the event: set it when no
    /// event up to `asOf` is sent after the snapshot.
    Snapshot(const QByteArray &asOf, bool withId);

    /// Adds a job, encoded as JSON, which may have line breaks between tokens.
    void add(const QByteArray &job);
    /// Completes the event. Call it once, after the last add().
    void finish(bool truncated);

    bool isTruncated() const { return m_truncated; }
    int jobs() const { return m_jobs; }
    /// Returns the size of all parts in bytes.
    qint64 bytes() const { return m_bytes; }
    /// Returns the parts; at least one after finish().
    const std::vector<QByteArray> &parts() const { return m_parts; }

    /// Returns the text that completes the event as truncated, for a stream that ends between two
    /// parts.
    static QByteArray cutOff();

private:
    void append(const QByteArray &text);

    std::vector<QByteArray> m_parts;
    qint64 m_bytes = 0;
    int m_jobs = 0;
    bool m_truncated = false;
};

} // namespace hub
