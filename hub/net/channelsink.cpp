// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/channelsink.h"

namespace hub {

using namespace std::chrono_literals;

namespace {

/// A closed stream that makes no progress for this time is cut off.
constexpr std::chrono::milliseconds flushTime = 2s;

} // namespace

ChannelSink::ChannelSink(std::shared_ptr<NetContext> context, std::unique_ptr<Channel> channel)
    : m_context(std::move(context))
    , m_channel(std::move(channel))
{
    m_channel->setOwner(this);
    m_channel->discardInput();
}

void ChannelSink::write(std::span<const QByteArray> frames)
{
    if (m_channel)
        m_channel->write(frames);
}

qint64 ChannelSink::backlog() const
{
    return m_channel ? m_channel->held() : 0;
}

qint64 ChannelSink::bytesTaken() const
{
    return m_channel ? m_channel->taken() : m_takenAtEnd;
}

void ChannelSink::close()
{
    if (!m_channel)
        return;
    m_takenAtEnd = m_channel->taken();
    Channel::close(std::move(m_channel), flushTime);
}

void ChannelSink::channelWritten()
{
    if (m_channel->held() == 0 && m_owner)
        m_owner->sinkDrained(); // may destroy this
}

void ChannelSink::channelClosed()
{
    forgetChannel();
    if (m_owner)
        m_owner->sinkClosed(); // may destroy this
}

void ChannelSink::channelTimedOut()
{
    forgetChannel();
    if (m_owner)
        m_owner->sinkTimedOut(); // may destroy this
}

void ChannelSink::forgetChannel()
{
    m_takenAtEnd = m_channel->taken();
    m_channel.reset();
}

} // namespace hub
