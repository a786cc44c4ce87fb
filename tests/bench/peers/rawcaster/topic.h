// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace raw {

/// One stream: a bare descriptor and how much of its topic it has.
struct Stream
{
    int fd = -1;
    std::uint64_t sent = 0; ///< Bytes since the topic began.
    bool waitsForRoom = false;
};

/// Frames that were appended once, in one buffer that all streams are written from.
class Topic
{
public:
    void append(std::string_view head, std::string_view body, std::string_view tail);
    void add(Stream *stream);
    void remove(Stream *stream);

    const std::vector<Stream *> &streams() const { return m_streams; }
    /// As much as the socket takes of what the stream does not have; false when that is not all.
    bool write(Stream &stream) const;
    /// Forgets what all streams have.
    void trim();

    bool dirty = false;

private:
    std::string m_bytes;
    std::uint64_t m_begin = 0; ///< Where `m_bytes` begins.
    std::vector<Stream *> m_streams;
};

} // namespace raw
