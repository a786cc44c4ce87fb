// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/jobevent.h"

#include <QString>

namespace ui {

class TimelineModel;

/// The frames of a job's stream as the hub sends them, for display.
struct RawFrames
{
    QString text; ///< The last frames, at most the wanted bytes; one frame if there is one.
    int shown = 0; ///< Number of frames in the text.
    int all = 0; ///< Number of frames of the timeline.

    static constexpr qsizetype mostBytes = 256 * 1024;

    /// `most` is the size of the text in bytes, beyond which older frames are left out.
    static RawFrames of(const TimelineModel &timeline, qsizetype most = mostBytes);
};

/// Returns the bytes of one frame: its id, its event name and its data, as the stream
/// `/api/v1/events/{job_id}` carries them. The parser has taken off nothing else.
QByteArray rawFrame(const JobEvent &event);

} // namespace ui
