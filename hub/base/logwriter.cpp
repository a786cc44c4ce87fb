// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/logwriter.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <utility>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

namespace hub {

namespace {

/// A pipe that poll() reports as writable accepts this many bytes without blocking, and keeps them
/// together (pipe(7)).
constexpr qsizetype pieceBytes = PIPE_BUF;
/// Bytes that a queued line counts in addition to its text.
constexpr qint64 lineOverhead = 64;
/// While the writer thread waits for the descriptor, it checks m_stops at this interval.
constexpr std::chrono::milliseconds pollInterval{100};

/// Starts a thread with all signals blocked, so that signal handlers run on other threads. Writing
/// to a pipe without a reader then fails with EPIPE and does not end the process (SIGPIPE).
template<typename Function>
std::thread quietThread(Function run)
{
    sigset_t all;
    sigset_t former;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &former);
    std::thread thread(run);
    pthread_sigmask(SIG_SETMASK, &former, nullptr);
    pthread_setname_np(thread.native_handle(), "log");
    return thread;
}

} // namespace

LogWriter::LogWriter(int descriptor, qint64 maxBytes, Note note)
    : m_descriptor(descriptor)
    , m_note(std::move(note))
    , m_maxBytes(maxBytes)
    , m_thread(quietThread([this] { run(); }))
{ }

LogWriter::~LogWriter()
{
    m_stops = true;
    {
        const std::lock_guard lock(m_mutex);
        m_work.notify_all();
    }
    m_thread.join();
}

void LogWriter::setMaxBytes(qint64 maxBytes)
{
    const std::lock_guard lock(m_mutex);
    m_maxBytes = maxBytes;
}

void LogWriter::write(QByteArray line)
{
    if (m_closed)
        return writeAtOnce(line);
    const std::lock_guard lock(m_mutex);
    Line next{std::move(line)};
    if (m_bytes + costOf(next) > m_maxBytes)
        return drop(1);
    if (m_unsaid > 0) // the note stands in place of the dropped lines
        push({m_note(m_unsaid), std::exchange(m_unsaid, 0)});
    push(std::move(next));
}

void LogWriter::writeAnyway(QByteArray line)
{
    if (m_closed)
        return writeAtOnce(line);
    const std::lock_guard lock(m_mutex);
    push({std::move(line)});
}

bool LogWriter::flush(std::chrono::milliseconds patience)
{
    if (m_closed)
        return true;
    std::unique_lock lock(m_mutex);
    return m_idle.wait_for(lock, patience, [this] { return m_lines.empty() && !m_writing; });
}

void LogWriter::close()
{
    m_closed = true;
}

void LogWriter::prepareFork()
{
    m_mutex.lock();
}

void LogWriter::afterForkInParent()
{
    m_mutex.unlock();
}

void LogWriter::afterForkInChild()
{
    m_mutex.unlock();
    m_closed = true;
}

qint64 LogWriter::costOf(const Line &line)
{
    return line.text.size() + lineOverhead;
}

void LogWriter::push(Line line)
{
    m_bytes += costOf(line);
    m_lines.push_back(std::move(line));
    m_work.notify_one();
}

void LogWriter::drop(qint64 lines)
{
    m_dropped += lines;
    m_unsaid += lines;
}

void LogWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_work.wait(lock, [this] { return m_stops || hasWork(); });
        if (m_stops)
            return;
        const Chunk chunk = takeChunk();
        m_writing = true;
        lock.unlock();
        const bool written = writeAll(chunk.text);
        lock.lock();
        m_writing = false;
        finish(chunk, written);
    }
}

/// Returns whether there is anything to write. After a failed write, a note alone is not tried
/// again; the next line tries the descriptor.
bool LogWriter::hasWork() const
{
    return !m_lines.empty() || (m_unsaid > 0 && m_works && !m_closed);
}

/// Removes lines from the queue that fit into one write, at least one. Returns the pending note
/// when the queue is empty.
LogWriter::Chunk LogWriter::takeChunk()
{
    if (m_lines.empty())
        return {m_note(m_unsaid), 0, std::exchange(m_unsaid, 0), 0};
    Chunk chunk;
    while (!m_lines.empty()) {
        const Line &line = m_lines.front();
        if (!chunk.text.isEmpty() && chunk.text.size() + line.text.size() > pieceBytes)
            break;
        chunk.text += line.text;
        chunk.lines += line.says > 0 ? 0 : 1;
        chunk.says += line.says;
        chunk.bytes += costOf(line);
        m_lines.pop_front();
    }
    return chunk;
}

void LogWriter::finish(const Chunk &chunk, bool written)
{
    m_bytes -= chunk.bytes;
    m_works = written;
    if (!written) {
        drop(chunk.lines);
        m_unsaid += chunk.says;
    }
    if (m_lines.empty())
        m_idle.notify_all();
}

/// Returns false when the descriptor failed or the thread must end.
bool LogWriter::writeAll(QByteArrayView text)
{
    while (!text.isEmpty()) {
        if (!waitUntilWritable())
            return false;
        const auto size = static_cast<size_t>(std::min(text.size(), pieceBytes));
        const ssize_t written = ::write(m_descriptor, text.data(), size);
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        text = text.sliced(std::max<ssize_t>(written, 0));
    }
    return true;
}

bool LogWriter::waitUntilWritable()
{
    pollfd wanted{m_descriptor, POLLOUT, 0};
    while (!m_stops) {
        if (::poll(&wanted, 1, static_cast<int>(pollInterval.count())) > 0)
            return true; // also on an error, which write() then reports
    }
    return false;
}

void LogWriter::writeAtOnce(QByteArrayView text)
{
    pollfd wanted{m_descriptor, POLLOUT, 0};
    if (::poll(&wanted, 1, 0) == 1 && (wanted.revents & (POLLERR | POLLNVAL)) == 0
        && ::write(m_descriptor, text.data(), static_cast<size_t>(text.size())) == text.size())
        return;
    ++m_dropped;
}

} // namespace hub
