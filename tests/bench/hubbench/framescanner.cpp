// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/framescanner.h"

#include <cstring>

namespace bench {

namespace {

/// The event name is within this many bytes of a frame's start; the first frame includes the
/// response head.
constexpr std::size_t nameReach = 1024;
constexpr std::string_view momentMarker = ",\"t\":";

/// Uses memmem(3), because string_view::find() searches for the needle's first character each time,
/// which is slower.
std::size_t find(std::string_view text, std::string_view needle)
{
    const void *at = ::memmem(text.data(), text.size(), needle.data(), needle.size());
    return at ? static_cast<std::size_t>(static_cast<const char *>(at) - text.data())
              : FrameScanner::none;
}

qint64 takeNumber(std::string_view &text)
{
    qint64 number = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
        number = number * 10 + (text[i] - '0');
    text.remove_prefix(i);
    return number;
}

} // namespace

std::size_t FrameScanner::frameSize(std::string_view bytes)
{
    const char *const end = bytes.data() + bytes.size();
    for (const char *at = bytes.data(); at < end; ++at) {
        at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (!at || at + 1 == end)
            return none;
        if (at[1] == '\n')
            return static_cast<std::size_t>(at + 2 - bytes.data());
    }
    return none;
}

FrameScanner::Event FrameScanner::eventIn(std::string_view frame)
{
    const std::size_t at = behindMarker(frame);
    if (at == none)
        return {};
    frame.remove_prefix(at);
    Event event;
    event.number = takeNumber(frame);
    if (frame.starts_with(momentMarker)) {
        frame.remove_prefix(momentMarker.size());
        event.ns = takeNumber(frame);
    }
    return event;
}

std::size_t FrameScanner::behindMarker(std::string_view frame)
{
    if (frame.size() > m_lastAt && frame.substr(m_lastAt).starts_with(m_marker))
        return m_lastAt + m_marker.size();
    if (find(frame.substr(0, nameReach), "event: hub.") != none)
        return none; // a snapshot also contains job ids
    const std::size_t at = find(frame, m_marker);
    if (at == none)
        return none;
    m_lastAt = at;
    return at + m_marker.size();
}

} // namespace bench
