// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/streamtarget.h"

namespace ui {

/// Adds up the signs that something on the way holds a stream back: a proxy that buffers answers
/// 200 and then nothing, or holds back even the headers, or lets the first bytes through and no
/// more. Refused and broken connections are no such sign.
class StreamDoubt
{
public:
    /// A connection ended; `flowed` = bytes came after its first burst.
    void note(StreamEnd end, bool flowed);
    /// Whether it is time to see if plain requests get through.
    bool isSerious() const { return m_strikes >= seriousStrikes; }
    void reset() { m_strikes = 0; }

private:
    static constexpr int seriousStrikes = 2;

    int m_strikes = 0;
};

} // namespace ui
