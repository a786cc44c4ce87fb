// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"

#include <algorithm>
#include <memory>

namespace test {

/// What a RecordingSink received. It outlives the sink.
struct SinkRecord
{
    QByteArray taken; ///< Bytes that the socket has taken.
    QByteArray held;
    qint64 room = -1; ///< Bytes that the socket still takes; -1 = no limit.
    bool closed = false;
    int writes = 0;
    hub::StreamSink::Owner *owner = nullptr;

    /// Lets the socket take `bytes` more (-1 = no limit), starting with the held ones. Calls
    /// `sinkDrained()` of the owner when none are held any more, as a real socket does from the
    /// event loop.
    void drain(qint64 bytes = -1)
    {
        room = bytes;
        const bool wasHolding = !held.isEmpty();
        const QByteArray all = held;
        held.clear();
        give(all);
        if (wasHolding && held.isEmpty() && owner)
            owner->sinkDrained();
    }

    void give(const QByteArray &bytes)
    {
        qint64 n = bytes.size();
        if (!held.isEmpty())
            n = 0; // held bytes go first
        else if (room >= 0)
            n = std::min(room, n);
        taken += bytes.left(n);
        held += bytes.mid(n);
        if (room >= 0)
            room -= n;
    }
};

/// A stand-in for a socket that takes only as many bytes as the test allows.
class RecordingSink final : public hub::StreamSink
{
public:
    explicit RecordingSink(std::shared_ptr<SinkRecord> record) : m_record(std::move(record)) { }
    ~RecordingSink() override { m_record->owner = nullptr; }

    void setOwner(Owner *owner) override { m_record->owner = owner; }
    void write(std::span<const QByteArray> frames) override
    {
        ++m_record->writes;
        for (const QByteArray &frame : frames)
            m_record->give(frame);
    }
    qint64 backlog() const override { return m_record->held.size(); }
    qint64 bytesTaken() const override { return m_record->taken.size(); }
    void close() override { m_record->closed = true; }

private:
    std::shared_ptr<SinkRecord> m_record;
};

} // namespace test
