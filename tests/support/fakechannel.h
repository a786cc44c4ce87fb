// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/net/channel.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <span>

namespace test {

/// What a FakeChannel sends and receives. It outlives the channel.
struct ChannelRecord
{
    QByteArray input; ///< Bytes from the peer that were not read yet.
    bool inputEnded = false;
    QByteArray written;
    qint64 held = 0; ///< What FakeChannel::held() returns.
    int watchCalls = 0;
    bool watched = true;
    bool closed = false; ///< Channel::close() was called.
    bool destroyed = false;
};

/// A channel without a connection.
class FakeChannel final : public hub::Channel
{
public:
    explicit FakeChannel(ChannelRecord *record)
        : Channel(std::make_shared<hub::ConnectionLedger>()->enter(
                      QHostAddress(QHostAddress::LocalHost), {}),
                  4711)
        , m_record(record)
    { }
    ~FakeChannel() override { m_record->destroyed = true; }

    /// Adds input and reports it to the owner, as the event loop does.
    void receive(const QByteArray &bytes)
    {
        m_record->input += bytes;
        m_owner->channelReadable(); // may destroy this
    }
    /// Reports to the owner that the peer has read all but ChannelRecord::held bytes.
    void progress() { m_owner->channelWritten(); } // may destroy this
    /// Reports to the owner that the peer has closed the connection.
    void hangUp() { m_owner->channelClosed(); } // may destroy this

    qsizetype read(char *data, qsizetype size) override
    {
        const qsizetype count = std::min(size, m_record->input.size());
        std::copy_n(m_record->input.constData(), count, data);
        m_record->input.remove(0, count);
        return count;
    }
    bool inputEnded() const override { return m_record->inputEnded; }
    void watchInput(bool wanted) override
    {
        ++m_record->watchCalls;
        m_record->watched = wanted;
    }
    void discardInput() override { }
    void write(std::span<const QByteArray> parts) override
    {
        for (const QByteArray &part : parts)
            m_record->written += part;
    }
    using Channel::write;
    qint64 held() const override { return m_record->held; }
    qint64 taken() const override { return m_record->written.size() - m_record->held; }

protected:
    void closeGently(std::unique_ptr<Channel>, std::chrono::milliseconds) override
    {
        m_record->closed = true;
    }

private:
    ChannelRecord *m_record;
};

} // namespace test
