// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rawframes.h"

#include "hub/base/utf8.h"
#include "hub/wire/event.h"
#include "hub/wire/sseframe.h"
#include "ui/models/timelinemodel.h"

namespace ui {

QByteArray rawFrame(const JobEvent &event)
{
    hub::SseFrame frame;
    frame.id = event.id;
    frame.event = hub::toString(event.delta.type);
    frame.data = event.text;
    return hub::encode(frame).value_or(QByteArray());
}

RawFrames RawFrames::of(const TimelineModel &timeline, qsizetype most)
{
    RawFrames frames;
    frames.all = timeline.rowCount();
    QByteArrayList texts;
    qsizetype bytes = 0;
    for (int row = frames.all - 1; row >= 0; --row) {
        const QByteArray text = rawFrame(timeline.at(row));
        bytes += text.size();
        if (bytes > most && !texts.isEmpty())
            break;
        texts.prepend(text);
    }
    frames.shown = static_cast<int>(texts.size());
    frames.text = hub::fromUtf8(texts.join());
    return frames;
}

} // namespace ui
