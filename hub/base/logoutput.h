// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <atomic>
#include <functional>
#include <thread>

namespace hub {

/// What LogWriter needs from the system. The implementation for Unix never blocks longer than a
/// tenth of a second. The portable one cannot tell whether a descriptor takes bytes: its write()
/// waits for the reader, so a LogWriter on a full pipe ends only when somebody reads it.
class LogOutput
{
public:
    /// `descriptor` is not owned and outlives this.
    explicit LogOutput(int descriptor) : m_descriptor(descriptor) { }

    /// Bytes that the system writes in one piece.
    static const qsizetype pieceBytes;

    /// Starts a thread that a broken descriptor does not end (SIGPIPE).
    static std::thread startThread(std::function<void()> run);

    /// Calls these functions around fork(), where the system has that. For the whole process.
    static void aroundFork(void (*before)(), void (*inParent)(), void (*inChild)());

    /// Writes at most pieceBytes. Waits until the descriptor takes bytes or `stops` becomes true.
    /// Returns how many bytes were written, or -1 when it failed or must stop.
    qsizetype write(QByteArrayView piece, const std::atomic<bool> &stops) const;

    /// Writes a whole line without waiting for a reader. Returns false when that is not possible.
    bool writeAtOnce(QByteArrayView line) const;

private:
    const int m_descriptor;
    mutable std::atomic<bool> m_waits{false}; ///< write() waits for a reader. Portable only.
};

} // namespace hub
