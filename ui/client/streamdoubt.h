// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/streamtarget.h"

namespace ui {

/// Counts signs that something on the way holds a stream back. A buffering proxy answers 200 and
/// then sends nothing, or holds back even the headers, or passes on only the first bytes. Refused
/// and broken connections reset the count.
class StreamDoubt
{
public:
    /// Call this when a connection ends. `flowed` tells whether bytes came after the first burst.
    void note(StreamEnd end, bool flowed);
    /// Returns whether to check if plain requests get through.
    bool isSerious() const { return m_strikes >= seriousStrikes; }
    void reset() { m_strikes = 0; }

private:
    static constexpr int seriousStrikes = 2;

    int m_strikes = 0;
};

} // namespace ui
