// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/epollset.h"
#include "hub/loop/uniquefd.h"
#include "hub/net/channel.h"
#include "hub/net/deadlines.h"
#include "hub/net/heldbytes.h"
#include "hub/net/lingering.h"

namespace hub {

struct NetContext;

/// A channel over a bare descriptor in the epoll set, for plain TCP on Linux. It has no QObject,
/// timer or signal of its own, so an idle connection or stream costs very little.
class DescriptorChannel final : public Channel, private EpollSet::Handler, private Deadlines::Target
{
public:
    /// `fd` is non-blocking and connected. `context` is not owned and outlives this.
    DescriptorChannel(UniqueFd fd, ConnectionPlace place, quint16 peerPort, NetContext *context);
    ~DescriptorChannel() override;

    /// Returns whether the epoll set accepted the descriptor. If not, destroy the channel.
    bool watched() const { return m_token != 0; }

    qsizetype read(char *data, qsizetype size) override;
    bool inputEnded() const override { return m_inputEnded; }
    void watchInput(bool wanted) override;
    void discardInput() override;
    void write(std::span<const QByteArray> parts) override;
    qint64 held() const override { return m_held.size(); }
    qint64 taken() const override { return m_taken; }

private:
    enum class Phase { Open, Flushing, Lingering, Failed };

    void closeGently(std::unique_ptr<Channel> self, std::chrono::milliseconds flushTime) override;
    void descriptorReady(EpollSet::Events events) override;
    void deadlineReached() override { end(); }
    void note(HeldBytes::Outcome outcome);
    void sendHeld();
    void watch(bool readable, bool writable);
    bool dropInput();
    void linger();
    void end();

    UniqueFd m_fd;
    NetContext *m_context;
    EpollSet::Token m_token = 0;
    HeldBytes m_held;
    qint64 m_taken = 0;
    Lingering m_lingering; ///< Restarted by linger().
    Phase m_phase = Phase::Open;
    bool m_inputEnded = false;
    bool m_timedOut = false; ///< The kernel reported ETIMEDOUT.
    bool m_discardsInput = false;
    bool m_readable = true; ///< The epoll set watches for input.
    bool m_writable = false; ///< The epoll set watches for output.
    std::chrono::milliseconds m_flushTime{};
    Deadline m_deadline; ///< Runs only in the phases Flushing and Lingering.
};

} // namespace hub
