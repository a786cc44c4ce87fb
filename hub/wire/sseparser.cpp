// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/sseparser.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace hub {

namespace {
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
/// A line buffer larger than this is freed after the line.
constexpr qsizetype keptCapacity = 64 * 1024;

/// Finds the line ends in a chunk. Reads each byte at most once to find CR and once to find LF, so
/// the cost is linear for every mix of line ends.
class LineEnds
{
public:
    explicit LineEnds(QByteArrayView bytes)
        : m_end(bytes.end())
        , m_cr(find(bytes.begin(), '\r'))
        , m_lf(find(bytes.begin(), '\n'))
    { }

    /// Returns the first CR or LF at or after `from`; the end of the chunk when there is none.
    const char *next(const char *from)
    {
        if (m_cr < from)
            m_cr = find(from, '\r');
        if (m_lf < from)
            m_lf = find(from, '\n');
        return std::min(m_cr, m_lf);
    }

private:
    const char *find(const char *from, char c) const
    {
        const void *found = from == m_end ? nullptr : std::memchr(from, c, size_t(m_end - from));
        return found ? static_cast<const char *>(found) : m_end;
    }

    const char *m_end;
    const char *m_cr;
    const char *m_lf;
};

void empty(QByteArray &buffer)
{
    if (buffer.capacity() > keptCapacity)
        buffer.clear();
    else
        buffer.resize(0);
}

/// Returns the time of a `retry` value, at most as many milliseconds as fit into an int. Returns
/// nullopt unless the value has only digits.
std::optional<std::chrono::milliseconds> parseRetry(QByteArrayView value)
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    qint64 ms = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return std::nullopt;
        ms = std::min(most, ms * 10 + (c - '0'));
    }
    return value.isEmpty() ? std::nullopt : std::optional(std::chrono::milliseconds(ms));
}
} // namespace

SseParser::SseParser(Handlers handlers, qsizetype maxEventBytes)
    : m_handlers(std::move(handlers))
    , m_maxEventBytes(maxEventBytes)
{ }

bool SseParser::feed(QByteArrayView bytes)
{
    bytes = withoutByteOrderMark(bytes);
    LineEnds ends(bytes);
    const char *at = bytes.begin();
    while (at != bytes.end() && m_fault == Fault::None) {
        if (std::exchange(m_skipLineFeed, false) && *at == '\n') {
            ++at;
            continue;
        }
        const char *end = ends.next(at);
        const QByteArrayView part(at, end);
        if (m_line.size() + m_data.size() + part.size() > m_maxEventBytes) {
            m_fault = Fault::EventTooLarge;
        } else if (end == bytes.end()) {
            m_line += part;
            at = end;
        } else {
            m_skipLineFeed = *end == '\r';
            finishLine(part);
            at = end + 1;
        }
    }
    return m_fault == Fault::None;
}

/// Removes a byte order mark from the start of the stream, even when it arrives in pieces.
QByteArrayView SseParser::withoutByteOrderMark(QByteArrayView bytes)
{
    while (m_atStart && !bytes.isEmpty()) {
        if (bytes.front() != byteOrderMark[m_markBytes]) {
            // This is no byte order mark: its bytes so far belong to the first line.
            m_line += byteOrderMark.first(m_markBytes);
            m_atStart = false;
            break;
        }
        bytes = bytes.sliced(1);
        m_atStart = ++m_markBytes < byteOrderMark.size();
    }
    return bytes;
}

/// Handles the line that `part` completes. Does not copy a line that is completely in `part`.
void SseParser::finishLine(QByteArrayView part)
{
    if (m_line.isEmpty()) {
        handleLine(part);
        return;
    }
    m_line += part;
    handleLine(m_line);
    empty(m_line);
}

void SseParser::handleLine(QByteArrayView line)
{
    if (line.isEmpty()) {
        dispatch();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        if (m_handlers.comment)
            m_handlers.comment(line.sliced(1));
        return;
    }
    if (colon < 0) {
        handleField(line, {});
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    handleField(line.first(colon), value);
}

void SseParser::handleField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        if (std::exchange(m_hasData, true))
            m_data += '\n';
        m_data += value;
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (value.size() > maxIdBytes) {
            m_fault = Fault::IdTooLong;
            return;
        }
        if (value.contains('\0'))
            return;
        m_idBuffer = value.toByteArray();
        m_hasId = true;
    } else if (name == "retry") {
        const auto retry = parseRetry(value);
        if (retry && m_handlers.retry)
            m_handlers.retry(*retry);
    }
}

void SseParser::dispatch()
{
    m_lastEventId = m_idBuffer;
    const bool hadId = std::exchange(m_hasId, false);
    const QByteArray type = std::exchange(m_type, {});
    if (!std::exchange(m_hasData, false)) {
        if (hadId && m_handlers.idOnly)
            m_handlers.idOnly(m_lastEventId);
        return;
    }
    const SseEvent event{type.isEmpty() ? QByteArrayLiteral("message") : type,
                         std::exchange(m_data, {}), m_lastEventId};
    if (m_handlers.event)
        m_handlers.event(event);
}

void SseParser::reset()
{
    m_line.clear();
    m_data.clear();
    m_type.clear();
    m_idBuffer = m_lastEventId;
    m_hasData = false;
    m_hasId = false;
    m_skipLineFeed = false;
    m_fault = Fault::None;
    m_atStart = true;
    m_markBytes = 0;
}

void SseParser::setLastEventId(const QByteArray &id)
{
    m_idBuffer = id;
    m_lastEventId = id;
}

} // namespace hub
