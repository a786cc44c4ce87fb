// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/net/channel.h"
#include "hub/net/netcontext.h"

#include <memory>

namespace hub {

/// The socket end of a stream, written to a channel. Input of the peer is discarded.
class ChannelSink final : public StreamSink, private Channel::Owner
{
public:
    ChannelSink(std::shared_ptr<NetContext> context, std::unique_ptr<Channel> channel);

    void setOwner(StreamSink::Owner *owner) override { m_owner = owner; }
    void write(std::span<const QByteArray> frames) override;
    qint64 backlog() const override;
    qint64 bytesTaken() const override;
    void close() override;

private:
    void channelReadable() override { }
    void channelWritten() override;
    void channelClosed() override;
    void channelTimedOut() override;
    void forgetChannel();

    std::shared_ptr<NetContext> m_context; ///< Outlives the channel.
    std::unique_ptr<Channel> m_channel; ///< Null once the stream is closed or its connection ended.
    StreamSink::Owner *m_owner = nullptr;
    qint64 m_takenAtEnd = 0; ///< bytesTaken() once m_channel is null.
};

} // namespace hub
