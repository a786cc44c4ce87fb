// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace hub {

/// An event as dispatched by the WHATWG rules.
struct SseEvent
{
    QByteArray type; ///< `message` when the stream named none.
    QByteArray data; ///< Lines joined by LF, UTF-8 as received.
    QByteArray lastEventId; ///< The last event id as of this event, set by it or earlier.
};

/// Incremental parser of `text/event-stream`, exactly per WHATWG HTML "Interpreting an event
/// stream": byte order mark, CR / LF / CRLF also split across reads (a CR ends its line at once),
/// nothing dispatched at the end of the stream. Pure: bytes in, callbacks out, called from within
/// feed() in stream order. Invalid UTF-8 is passed through.
class SseParser
{
public:
    struct Handlers
    {
        std::function<void(const SseEvent &)> event;
        std::function<void(QByteArrayView)> comment; ///< Text after the colon, nothing trimmed.
        std::function<void(int)> retry; ///< Milliseconds.
        std::function<void(const QByteArray &)>
            idOnly; ///< A block without data that set the id to this.
    };

    /// One event may hold this many bytes; more makes feed() return false.
    static constexpr qsizetype defaultMaxEventBytes = 64 * 1024 * 1024;
    /// A longer `id` makes feed() return false: it is kept and sent back in `Last-Event-ID`. Ids of
    /// a hub have at most 96 bytes.
    static constexpr qsizetype maxIdBytes = 256;

    /// Why feed() returned false.
    enum class Fault { None, EventTooLarge, IdTooLong };

    explicit SseParser(Handlers handlers, qsizetype maxEventBytes = defaultMaxEventBytes);

    /// Takes the next bytes of the stream. False once a bound was exceeded: give the connection up.
    /// Handlers must not call back into the parser.
    bool feed(QByteArrayView bytes);
    Fault fault() const { return m_fault; }

    /// Forgets the unfinished block and the line state for a new connection; keeps the last event
    /// id.
    void reset();

    QByteArray lastEventId() const { return m_lastEventId; }
    void setLastEventId(const QByteArray &id);

private:
    QByteArrayView withoutByteOrderMark(QByteArrayView bytes);
    void finishLine(QByteArrayView part);
    void handleLine(QByteArrayView line);
    void handleField(QByteArrayView name, QByteArrayView value);
    void dispatch();

    Handlers m_handlers;
    qsizetype m_maxEventBytes;
    QByteArray m_line; ///< The unfinished line.
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_idBuffer; ///< What `id` lines set; becomes m_lastEventId when a block ends.
    QByteArray m_lastEventId;
    bool m_hasData = false;
    bool m_hasId = false;
    bool m_skipLineFeed = false; ///< The last byte was a CR: a LF now belongs to it.
    bool m_atStart = true; ///< A byte order mark may still come.
    qsizetype m_markBytes = 0; ///< How much of it came.
    Fault m_fault = Fault::None; ///< Stays until reset().
};

} // namespace hub
