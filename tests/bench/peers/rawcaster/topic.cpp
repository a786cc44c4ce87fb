// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/peers/rawcaster/topic.h"

#include <algorithm>

#include <sys/socket.h>

namespace raw {

void Topic::append(std::string_view head, std::string_view body, std::string_view tail)
{
    if (m_streams.empty())
        return;
    m_bytes.append(head).append(body).append(tail);
}

void Topic::add(Stream *stream)
{
    stream->sent = m_begin + m_bytes.size();
    m_streams.push_back(stream);
}

void Topic::remove(Stream *stream)
{
    std::erase(m_streams, stream);
}

bool Topic::write(Stream &stream) const
{
    while (stream.sent < m_begin + m_bytes.size()) {
        const std::string_view left = std::string_view(m_bytes).substr(stream.sent - m_begin);
        const ssize_t sent = ::send(stream.fd, left.data(), left.size(), MSG_NOSIGNAL);
        if (sent < 0)
            return false;
        stream.sent += static_cast<std::uint64_t>(sent);
    }
    return true;
}

void Topic::trim()
{
    std::uint64_t least = m_begin + m_bytes.size();
    for (const Stream *stream : m_streams)
        least = std::min(least, stream->sent);
    m_bytes.erase(0, least - m_begin);
    m_begin = least;
}

} // namespace raw
