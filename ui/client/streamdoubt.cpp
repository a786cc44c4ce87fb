// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/streamdoubt.h"

namespace ui {

void StreamDoubt::note(StreamEnd end, bool flowed)
{
    switch (end) {
    case StreamEnd::Silent:
        // A hub sends its first bytes at once, so this sign alone is serious.
        m_strikes += seriousStrikes;
        break;
    case StreamEnd::NoAnswer: ++m_strikes; break;
    case StreamEnd::HeartbeatLost: m_strikes = flowed ? 0 : m_strikes + 1; break;
    case StreamEnd::Clean:
    case StreamEnd::Broken:
    case StreamEnd::Untrusted:
    case StreamEnd::Unreachable:
    case StreamEnd::BadStatus:
    case StreamEnd::NotAStream:
    case StreamEnd::BadRedirect:
    case StreamEnd::TooLarge: m_strikes = 0; break;
    }
}

} // namespace ui
