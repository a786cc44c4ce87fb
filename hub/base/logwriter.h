// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/logoutput.h"

#include <QByteArray>
#include <QByteArrayView>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hub {

/// Writes log lines to a descriptor on its own thread, in the order of the calls. A descriptor that
/// is full or broken never blocks or ends the caller. Lines above the queue limit are dropped and
/// counted. When the descriptor accepts data again, a line (the note) tells how many were dropped.
/// Thread-safe.
class LogWriter
{
public:
    /// Returns the line that tells how many lines were dropped, with its newline.
    using Note = std::function<QByteArray(qint64 dropped)>;

    /// `descriptor` is not owned and must outlive this object. `maxBytes` limits the queue; each
    /// line counts as its size plus 64 bytes.
    LogWriter(int descriptor, qint64 maxBytes, Note note);
    /// Ends the thread. Queued lines are lost; call flush() first.
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    void setMaxBytes(qint64 maxBytes);

    /// Queues a line, which must end with a newline. Drops the line when the queue is full.
    void write(QByteArray line);
    /// Queues a line even when the queue is full. For the last message of a process.
    void writeAnyway(QByteArray line);
    /// Waits until the queue is empty, at most `patience`. Returns false when lines are left.
    bool flush(std::chrono::milliseconds patience);
    /// Returns how many lines were dropped since the start.
    qint64 dropped() const { return m_dropped; }

    /// Makes later calls of write() write directly, on the calling thread. A line is
    /// dropped when the descriptor is not writable at once. For the end of the process, when
    /// objects that the note needs may be destroyed.
    void close();

    /// Handlers for LogOutput::aroundFork(). prepareFork() locks the queue, and the other two
    /// unlock it. The child has no writer thread, so it writes as after close().
    void prepareFork();
    void afterForkInParent();
    void afterForkInChild();

private:
    struct Line
    {
        QByteArray text;
        qint64 says = 0; ///< In a note: the number of dropped lines that it reports; else 0.
    };
    struct Chunk
    {
        QByteArray text;
        qint64 lines = 0; ///< Without notes.
        qint64 says = 0;
        qint64 bytes = 0; ///< As counted against m_maxBytes.
    };

    static qint64 costOf(const Line &line);
    void push(Line line);
    void drop(qint64 lines);
    void run();
    bool hasWork() const;
    Chunk takeChunk();
    void finish(const Chunk &chunk, bool written);
    bool writeAll(QByteArrayView text);
    void writeAtOnce(QByteArrayView text);

    const LogOutput m_output;
    const Note m_note;
    std::mutex m_mutex; ///< Guards all members below that are not atomic.
    std::condition_variable m_work;
    std::condition_variable m_idle;
    std::deque<Line> m_lines;
    qint64 m_maxBytes;
    qint64 m_bytes = 0; ///< Of queued lines and of lines being written.
    qint64 m_unsaid = 0; ///< Dropped lines that no note has reported yet.
    bool m_writing = false;
    bool m_works = true; ///< Whether the last write succeeded.
    std::atomic<qint64> m_dropped{0};
    std::atomic<bool> m_stops{false};
    std::atomic<bool> m_closed{false};
    std::thread m_thread; ///< Last, because the thread uses all other members.
};

} // namespace hub
