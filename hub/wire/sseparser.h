// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <optional>

namespace hub {

/// An event as dispatched by the rules of WHATWG HTML.
struct SseEvent
{
    QByteArray type; ///< `message` when the block has no `event` field.
    QByteArray data; ///< Lines joined by LF, UTF-8 as received.
    QByteArray lastEventId; ///< The last event id, set by this event or an earlier one.
};

/// Incremental parser of `text/event-stream`, by WHATWG HTML "Interpreting an event stream".
/// Handles a byte order mark, and CR, LF and CRLF even when split across reads. A CR ends its line
/// at once. An unfinished block at the end of the stream dispatches nothing.
///
/// feed() calls the handlers in stream order. The parser uses no I/O and no clock. It passes
/// invalid UTF-8 on unchanged.
class SseParser
{
public:
    struct Handlers
    {
        std::function<void(const SseEvent &)> event;
        std::function<void(QByteArrayView)> comment; ///< The text after the colon, untrimmed.
        std::function<void(std::chrono::milliseconds)> retry;
        /// Receives the new last event id of a block that has an `id` field but no data.
        std::function<void(const QByteArray &)> idOnly;
    };

    /// The default limit of one event in bytes. A larger event makes feed() return false.
    static constexpr qsizetype defaultMaxEventBytes = 64 * 1024 * 1024;
    /// A longer `id` makes feed() return false, because a client keeps the id and sends it back in
    /// `Last-Event-ID`. Ids of a hub have at most 96 bytes.
    static constexpr qsizetype maxIdBytes = 256;

    /// The reason why feed() returned false.
    enum class Fault { None, EventTooLarge, IdTooLong };

    explicit SseParser(Handlers handlers, qsizetype maxEventBytes = defaultMaxEventBytes);

    /// Parses the next bytes of the stream. Returns false once a limit is exceeded; the caller then
    /// closes the connection. Handlers must not call the parser.
    bool feed(QByteArrayView bytes);
    Fault fault() const { return m_fault; }

    /// Prepares for a new connection: forgets the unfinished block and the fault, and keeps the
    /// last event id.
    void reset();

    QByteArray lastEventId() const { return m_lastEventId; }
    /// Sets the id that events have until the stream sets another one.
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
    QByteArray m_idBuffer; ///< Set by `id` fields; becomes m_lastEventId when the block ends.
    QByteArray m_lastEventId;
    bool m_hasData = false;
    bool m_hasId = false;
    bool m_skipLineFeed = false; ///< The last byte was a CR, so an LF now belongs to it.
    bool m_atStart = true; ///< A byte order mark may still follow.
    qsizetype m_markBytes = 0; ///< How many of its bytes have arrived.
    Fault m_fault = Fault::None; ///< Kept until reset().
};

} // namespace hub
