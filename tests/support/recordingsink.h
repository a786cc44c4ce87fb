// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"

#include <algorithm>
#include <memory>

namespace test {

/// What went through a sink; lives on when the sink is gone.
struct SinkRecord
{
    QByteArray taken; ///< What the socket took.
    QByteArray held;
    qint64 room = -1; ///< Bytes the socket still takes; -1 = any number.
    bool closed = false;
    int writes = 0;
    hub::StreamSink::Owner *owner = nullptr;

    /// Makes room, lets held bytes through and tells the owner when all are gone, as a socket would
    /// from the loop.
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
            n = 0; // in order
        else if (room >= 0)
            n = std::min(room, n);
        taken += bytes.left(n);
        held += bytes.mid(n);
        if (room >= 0)
            room -= n;
    }
};

/// A socket that takes as much as the test says.
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
