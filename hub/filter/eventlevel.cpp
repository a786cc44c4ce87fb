// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/eventlevel.h"

#include <algorithm>
#include <array>

namespace hub {

namespace {

struct Word
{
    const char *word;
    EventLevel level;
};

/// The words of producers that do not mean `info`. Case is ignored.
constexpr std::array<Word, 7> sentLevels{{
    {"trace", EventLevel::Debug},
    {"debug", EventLevel::Debug},
    {"warn", EventLevel::Warning},
    {"warning", EventLevel::Warning},
    {"error", EventLevel::Error},
    {"critical", EventLevel::Error},
    {"fatal", EventLevel::Error},
}};

EventLevel lineLevel(QByteArrayView sent)
{
    const auto found = std::find_if(sentLevels.begin(), sentLevels.end(), [sent](const Word &one) {
        return sent.compare(one.word, Qt::CaseInsensitive) == 0;
    });
    return found == sentLevels.end() ? EventLevel::Info : found->level;
}

} // namespace

EventLevel eventLevel(EventType type, QByteArrayView sent)
{
    switch (type) {
    case EventType::Log: return lineLevel(sent);
    case EventType::Progress: return EventLevel::Debug;
    case EventType::Failed:
    case EventType::TimedOut:
    case EventType::Lost: return EventLevel::Error;
    case EventType::Cancelled: return EventLevel::Warning;
    case EventType::Queued:
    case EventType::Processing:
    case EventType::Completed:
    case EventType::Notification: break;
    }
    return EventLevel::Info;
}

quint32 levelBit(EventLevel level)
{
    return 1U << static_cast<int>(level);
}

} // namespace hub
