// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/heldbytes.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace hub {

namespace {

/// Frames in one sendmsg(). Linux allows 1024 (IOV_MAX).
constexpr size_t mostParts = 256;

/// Capacity for frames that is kept after everything is sent. It is small because most writes have
/// few frames and there are many streams.
constexpr size_t keptRoom = 16;

constexpr int sendFlags = MSG_NOSIGNAL | MSG_DONTWAIT;

/// Sends at most mostParts of the frames in one call, the first of them from `offset` on. Returns
/// the result of sendmsg().
ssize_t sendGathered(int fd, std::span<const QByteArray> frames, qsizetype offset)
{
    std::array<iovec, mostParts> parts;
    const size_t count = std::min(mostParts, frames.size());
    for (size_t i = 0; i < count; ++i) {
        const qsizetype skipped = i == 0 ? offset : 0;
        parts[i].iov_base = const_cast<char *>(frames[i].constData()) + skipped;
        parts[i].iov_len = static_cast<size_t>(frames[i].size() - skipped);
    }
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = count;
    return ::sendmsg(fd, &message, sendFlags);
}

} // namespace

HeldBytes::Outcome HeldBytes::send(int fd, std::span<const QByteArray> frames, qint64 &taken)
{
    Q_ASSERT(isEmpty());
    if (frames.size() == 1) {
        const QByteArray &frame = frames.front();
        const ssize_t sent =
            ::send(fd, frame.constData(), static_cast<size_t>(frame.size()), sendFlags);
        if (sent == frame.size()) {
            taken += sent;
            return Outcome::All;
        }
        append(frames);
        if (sent > 0) {
            taken += sent;
            drop(sent);
        }
    } else {
        append(frames);
    }
    return sendTo(fd, taken);
}

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
        const ssize_t sent =
            sendGathered(fd, std::span<const QByteArray>(m_frames).subspan(m_first), m_offset);
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
