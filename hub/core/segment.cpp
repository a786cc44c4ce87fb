// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/segment.h"

#include <numeric>

namespace hub {

qint64 Segment::eventCount() const
{
    return std::accumulate(events.begin(), events.end(), qint64{control});
}

void Segment::take(const Event &event, const QByteArray &frame, bool endsWithJob)
{
    if (frames.empty())
        first = event.id;
    frames.push_back(frame);
    bytes += frame.size();
    last = event.id;
    if (event.topic.kind == TopicKind::Hub)
        ++control;
    else
        ++events[static_cast<std::size_t>(event.type)];
    if (endsWithJob && isTerminal(event.type)) {
        terminal = statusOf(event.type);
        terminalJob = event.topic.id;
    }
}

void Segment::join()
{
    if (frames.size() > 1)
        frames.assign(1, joined());
}

QByteArray Segment::joined() const
{
    if (frames.size() == 1)
        return frames.front();
    QByteArray joined;
    joined.reserve(bytes);
    for (const QByteArray &frame : frames)
        joined += frame;
    return joined;
}

} // namespace hub
