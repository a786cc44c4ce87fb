// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// Writes log lines to a descriptor on a thread of its own, in the order of the calls. A descriptor
/// that takes nothing (a pipe that nobody reads) or fails (a reader that is gone) never blocks or
/// ends the caller: lines beyond the bound are dropped and counted, and a line says how many once
/// the descriptor takes lines again. Thread-safe.
class LogWriter
{
public:
    /// Makes the line that says how many lines were dropped, with its newline.
    using Note = std::function<QByteArray(qint64 dropped)>;

    /// `descriptor` is not owned and outlives this. `maxBytes` bounds what waits, with 64 bytes
    /// more for each line.
    LogWriter(int descriptor, qint64 maxBytes, Note note);
    /// Ends the thread. Lines that wait are lost: call flush() before.
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    void setMaxBytes(qint64 maxBytes);

    /// Queues a line, which ends with a newline.
    void write(QByteArray line);
    /// Queues a line also when the queue is full: the last words of a process.
    void writeAnyway(QByteArray line);
    /// Waits until all lines are written, at most `patience`. False when some still wait.
    bool flush(std::chrono::milliseconds patience);
    /// Lines dropped since the start.
    qint64 dropped() const { return m_dropped; }

    /// From now on the caller writes by itself, and only what the descriptor takes at once. For the
    /// end of the process, when what a note needs may be gone.
    void close();

    /// Around fork(): the child has no writer thread, so it writes as after close(). Called on the
    /// thread that forks, in this order; the last two in the process that they name.
    void prepareFork();
    void afterForkInParent();
    void afterForkInChild();

private:
    struct Line
    {
        QByteArray text;
        qint64 says = 0; ///< Of a note: the dropped lines that it tells of.
    };
    struct Chunk
    {
        QByteArray text;
        qint64 lines = 0; ///< Notes apart.
        qint64 says = 0;
        qint64 bytes = 0; ///< As they count for the bound.
    };

    static qint64 costOf(const Line &line);
    void push(Line line);
    void drop(qint64 lines);
    void run();
    bool hasWork() const;
    Chunk takeChunk();
    void finish(const Chunk &chunk, bool written);
    bool writeAll(QByteArrayView text);
    bool waitUntilWritable();
    void writeAtOnce(QByteArrayView text);

    const int m_descriptor;
    const Note m_note;
    std::mutex m_mutex; ///< For all below that is not atomic.
    std::condition_variable m_work;
    std::condition_variable m_idle;
    std::deque<Line> m_lines;
    qint64 m_maxBytes;
    qint64 m_bytes = 0; ///< Of the lines that wait and of those being written.
    qint64 m_unsaid = 0; ///< Dropped lines that no note told of yet.
    bool m_writing = false;
    bool m_works = true; ///< Whether the last write succeeded.
    std::atomic<qint64> m_dropped{0};
    std::atomic<bool> m_stops{false};
    std::atomic<bool> m_closed{false};
    std::thread m_thread; ///< Last: it uses all others.
};

} // namespace hub
