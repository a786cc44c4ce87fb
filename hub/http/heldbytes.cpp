// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/heldbytes.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace hub {

namespace {

/// Parts of one call; the system's bound (IOV_MAX) is 1024.
constexpr size_t mostParts = 256;

/// Room kept once everything is sent: most writes are of few frames, and there are many streams.
constexpr size_t keptRoom = 16;

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL | MSG_DONTWAIT;
#else
constexpr int sendFlags = 0;
#endif

} // namespace

void HeldBytes::append(std::span<const QByteArray> frames)
{
    for (const QByteArray &frame : frames) {
        if (frame.isEmpty())
            continue;
        m_frames.push_back(frame);
        m_size += frame.size();
    }
}

void HeldBytes::clear()
{
    m_frames.clear();
    if (m_frames.capacity() > keptRoom)
        m_frames.shrink_to_fit();
    m_first = 0;
    m_offset = 0;
    m_size = 0;
}

HeldBytes::Outcome HeldBytes::sendTo(int fd, qint64 &taken)
{
    while (m_size > 0) {
        std::array<iovec, mostParts> parts;
        const size_t count = std::min(mostParts, m_frames.size() - m_first);
        for (size_t i = 0; i < count; ++i) {
            const qsizetype skipped = i == 0 ? m_offset : 0;
            const QByteArray &frame = m_frames[m_first + i];
            parts[i].iov_base = const_cast<char *>(frame.constData()) + skipped;
            parts[i].iov_len = static_cast<size_t>(frame.size() - skipped);
        }
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = count;
        const ssize_t sent = ::sendmsg(fd, &message, sendFlags);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK ? Outcome::Full : Outcome::Failed;
        taken += sent;
        drop(sent);
    }
    return Outcome::All;
}

void HeldBytes::drop(qint64 count)
{
    m_size -= count;
    if (m_size == 0)
        return clear();
    count += m_offset;
    while (count >= m_frames[m_first].size()) {
        count -= m_frames[m_first].size();
        m_frames[m_first++].clear();
    }
    m_offset = count;
    if (m_first > m_frames.size() / 2) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
}

} // namespace hub
