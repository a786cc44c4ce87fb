// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace raw {

/// One stream: a descriptor and its position in the topic.
struct Stream
{
    int fd = -1;
    std::uint64_t sent = 0; ///< Position in bytes since the topic began.
    bool waitsForRoom = false;
};

/// A topic's frames in one buffer, from which all streams are written.
class Topic
{
public:
    void append(std::string_view head, std::string_view body, std::string_view tail);
    void add(Stream *stream);
    void remove(Stream *stream);

    const std::vector<Stream *> &streams() const { return m_streams; }
    /// Writes the missing bytes as far as the socket takes them. Returns false when some are left.
    bool write(Stream &stream) const;
    /// Removes bytes that all streams have.
    void trim();

    bool dirty = false;

private:
    std::string m_bytes;
    std::uint64_t m_begin = 0; ///< The position of the first byte in `m_bytes`.
    std::vector<Stream *> m_streams;
};

} // namespace raw
