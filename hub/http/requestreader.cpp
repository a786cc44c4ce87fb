// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/requestreader.h"

#include <array>
#include <utility>

namespace hub {

namespace {

constexpr std::size_t readChunk = 64 * 1024;

} // namespace

RequestReader::Step RequestReader::step(Channel &channel)
{
    if (!m_input.isEmpty()) {
        m_input.remove(0, m_framer.feed(m_input));
        return Step::Framed;
    }
    if (m_hadItsTurn)
        return Step::Nothing;
    static std::array<char, readChunk> buffer; // shared: all connections are on one thread
    const qsizetype count = channel.read(buffer.data(), buffer.size());
    const QByteArrayView bytes(buffer.data(), count);
    m_input = bytes.sliced(m_framer.feed(bytes)).toByteArray();
    m_hadItsTurn = count == qsizetype(readChunk);
    return count > 0 ? Step::Read : Step::Nothing;
}

void RequestReader::watch(Channel &channel, bool wanted)
{
    if (std::exchange(m_watches, wanted) != wanted)
        channel.watchInput(wanted);
}

} // namespace hub
