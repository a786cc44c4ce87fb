// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/life.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <sys/socket.h>

#include <algorithm>

namespace model {

using hub::Cursor;
using hub::EventId;

namespace {

QByteArray word(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toUtf8();
}

EventId idOf(const QByteArray &wire)
{
    const auto cursor = Cursor::parse(wire);
    return cursor ? cursor->id : EventId();
}

} // namespace

Life::Life(const QUrl &hub, const Wanted &wanted, const QByteArray &cursor, EventId head)
    : m_wanted(wanted)
    , m_sentCursor(cursor)
    , m_committed(head)
    , m_parser({[this](const hub::SseEvent &event) { add(event.type, event.data); },
                {},
                {},
                [this](const QByteArray &) { add({}, {}); }})
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
    // The descriptor must exist before the option can be set.
    m_socket.bind(QHostAddress(QHostAddress::LocalHost));
    // A larger buffer would hide a pause; one below the size of a loopback segment is very slow.
    constexpr int receiveBuffer = 96 * 1024;
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_RCVBUF,
                 &receiveBuffer, sizeof receiveBuffer);
    m_socket.connectToHost(hub.host(), static_cast<quint16>(hub.port()));
    QByteArray request = "GET " + wanted.path + "&heartbeat=5 HTTP/1.1\r\nHost: localhost\r\n";
    if (!cursor.isEmpty())
        request += "Last-Event-ID: " + cursor + "\r\n";
    m_socket.write(request + "\r\n");
    m_parser.setLastEventId(cursor);
    m_last = idOf(cursor);
}

void Life::pause()
{
    m_paused = m_wasPaused = true;
    m_socket.setReadBufferSize(1024);
}

void Life::resume()
{
    m_paused = false;
    m_socket.setReadBufferSize(0);
    read();
}

void Life::cut()
{
    resume();
    m_cut = true;
    m_socket.disconnect();
    m_socket.abort();
}

void Life::read()
{
    if (m_paused)
        return;
    QByteArray bytes = m_socket.readAll();
    if (m_status == 0) {
        m_head += bytes;
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        bytes = m_head.mid(end + 4);
        m_status = m_head.mid(9, 3).toInt();
        if (m_status == 204)
            m_socket.disconnectFromHost();
    }
    m_parser.feed(bytes);
}

/// Checks a part of promise 1: ids increase, and none comes twice.
void Life::add(const QByteArray &type, const QByteArray &data)
{
    Frame frame{type, {}, QJsonDocument::fromJson(data).object()};
    const EventId id = idOf(m_parser.lastEventId());
    if (id != m_last) // without an id of its own, the parser repeats the one before
        frame.id = m_last = id;
    const bool isFact = !type.isEmpty() && !isControl(frame) && type != "heartbeat";
    if (isFact && frame.id.isNull())
        m_broken = about("an event without an id of its own", id);
    for (auto it = m_frames.rbegin(); it != m_frames.rend() && m_broken.isEmpty(); ++it) {
        if (it->id.isNull() || frame.id.isNull())
            continue;
        if (frame.id <= it->id)
            m_broken = about("ids do not increase", frame.id);
        break;
    }
    if (type == "hub.hello")
        m_resumed = word(frame.data, "resumed");
    m_frames.push_back(frame);
}

const Life::Frame *Life::control(const QByteArray &type) const
{
    const auto found = std::find_if(m_frames.begin(), m_frames.end(),
                                    [&](const Frame &frame) { return frame.type == type; });
    return found == m_frames.end() ? nullptr : &*found;
}

/// The terminal event that had ended the stream's only job at an id; null when it was running.
const Fact *Life::endAt(const ReferenceModel &reference, EventId upTo) const
{
    const Fact *last =
        m_wanted.endsWithJob ? reference.lastOf(m_wanted.jobs.front(), upTo) : nullptr;
    return last && m_wanted.isAbout(*last) && hub::isTerminal(last->status) ? last : nullptr;
}

/// The terminal event in a frame of a stream of one job; null for every other frame.
const Fact *Life::terminalOf(const ReferenceModel &reference, const Frame &frame) const
{
    const Fact *end = isControl(frame) ? nullptr : endAt(reference, frame.id);
    return end && end->id == frame.id ? end : nullptr;
}

QString Life::about(const char *what, EventId id) const
{
    return QStringLiteral("%1: %2, cursor '%3', at %4 (%5 frames)")
        .arg(QLatin1String(what), QString::fromLatin1(m_wanted.path),
             QString::fromLatin1(m_sentCursor), QString::fromLatin1(id.toString()))
        .arg(m_frames.size());
}

QString Life::verdict(const ReferenceModel &reference) const
{
    if (!m_broken.isEmpty() || m_status == 0)
        return m_broken;
    if (m_status == 204)
        return brokenRefusal(reference);
    if (m_status != 200)
        return about("answered with neither 200 nor 204");
    if (control("hub.refused"))
        return m_frames.size() == 1 ? QString() : about("refused after it began");
    if (m_frames.empty())
        return {};
    for (const QString &broken :
         {brokenStart(reference), compare(reference).broken, brokenEnd(reference)})
        if (!broken.isEmpty())
            return broken;
    return {};
}

/// Checks the second half of promise 4: the answer 204 comes only after the job's end.
QString Life::brokenRefusal(const ReferenceModel &reference) const
{
    const EventId cursor = idOf(m_sentCursor);
    const Fact *end = cursor.isNull() ? nullptr : endAt(reference, cursor);
    const Fact *next = end ? reference.nextOf(end->topic.id, end->id) : nullptr;
    const bool goesOn = !end || (next && next->id <= m_committed);
    return !goesOn && m_frames.empty() ? QString() : about("204 although the job continues");
}

/// Checks promise 3: hub.hello first, then a snapshot unless the cursor was honoured.
QString Life::brokenStart(const ReferenceModel &reference) const
{
    if (m_frames.front().type != "hub.hello")
        return about("does not begin with hub.hello");
    const auto count = [this](const char *type) {
        return std::count_if(m_frames.begin(), m_frames.end(),
                             [type](const Frame &frame) { return frame.type == type; });
    };
    if (count("hub.hello") != 1 || count("hub.snapshot") > 1 || count("hub.gap") > 1)
        return about("begins more than once");
    if (m_resumed == "replayed" && (count("hub.snapshot") != 0 || count("hub.gap") != 0))
        return about("a snapshot or a gap though the cursor was honoured");
    if (const QString broken = brokenResume(reference); !broken.isEmpty())
        return broken;
    size_t at = 1;
    if (m_resumed == "gap") {
        if (m_frames.size() > at && m_frames[at].type != "hub.gap")
            return about("hub.gap is not first after hello");
        ++at;
    }
    if (m_resumed != "replayed" && m_frames.size() > at && m_frames[at].type != "hub.snapshot")
        return about("no snapshot though no cursor was honoured");
    return control("hub.snapshot") ? brokenSnapshot(reference) : QString();
}

/// Checks promise 2: a cursor of this hub is honoured, or a gap gives the reason.
QString Life::brokenResume(const ReferenceModel &reference) const
{
    if ((m_resumed == "live") != m_sentCursor.isEmpty())
        return about("a cursor was ignored, or a stream without a cursor resumed");
    if (m_sentCursor.isEmpty())
        return {};
    const auto cursor = Cursor::parse(m_sentCursor);
    const bool isOurs = cursor && cursor->epoch == word(m_frames.front().data, "epoch");
    if (m_resumed == "replayed")
        return isOurs && cursor->id <= reference.head() ? QString()
                                                        : about("a foreign cursor was honoured");
    return m_resumed == "gap" ? brokenGap(reference) : about("the way to resume is unknown");
}

QString Life::brokenGap(const ReferenceModel &reference) const
{
    const Frame *gap = control("hub.gap");
    if (!gap)
        return {}; // cut off before it arrived
    const auto cursor = Cursor::parse(m_sentCursor);
    const bool isOurs = cursor && cursor->epoch == word(m_frames.front().data, "epoch");
    const QByteArray reason = word(gap->data, "reason");
    if (word(gap->data, "requested") != m_sentCursor)
        return about("the gap does not contain the requested cursor");
    const Frame *snapshot = control("hub.snapshot");
    if (snapshot && word(gap->data, "resumed_from") != word(snapshot->data, "as_of"))
        return about("the gap does not end where the snapshot is");
    if ((reason == "epoch") != (cursor && !isOurs))
        return about("the gap's reason is wrong (epoch)");
    const EventId known = idOf(word(gap->data, "resumed_from"));
    if ((reason == "unknown") != (!cursor || (isOurs && cursor->id > known)))
        return about("the gap's reason is wrong (unknown)");
    // Without newer events nothing can be missing.
    if (reason == "evicted" && (!isOurs || cursor->id >= known || reference.facts().empty()))
        return about("a gap where nothing can be missing");
    return {};
}

QString Life::brokenSnapshot(const ReferenceModel &reference) const
{
    const QJsonObject &data = control("hub.snapshot")->data;
    const EventId asOf = idOf(word(data, "as_of"));
    QSet<QByteArray> listed;
    for (const QJsonValue &value : data.value(QLatin1String("jobs")).toArray()) {
        const QJsonObject job = value.toObject();
        const Fact *fact = reference.lastOf(word(job, "job_id"), asOf);
        if (!fact || !m_wanted.isAbout(*fact))
            return about("the snapshot has a job outside the subscription", asOf);
        if (word(job, "status") != hub::toString(fact->status)
            || idOf(word(job, "last_event_id")) != fact->id
            || job.value(QLatin1String("progress")).toDouble() != fact->progress
            || job.value(QLatin1String("attempt")).toInt() != fact->attempt)
            return about("a job in the snapshot differs from its state then", fact->id);
        listed += word(job, "job_id");
    }
    for (const QByteArray &job : reference.jobs()) {
        const Fact *fact = reference.lastOf(job, asOf);
        const bool mayBeLeftOut = data.value(QLatin1String("truncated")).toBool();
        if (fact && m_wanted.isAbout(*fact) && !mayBeLeftOut && !listed.contains(job))
            return about("a job is not in the snapshot", fact->id);
    }
    return {};
}

/// Checks that frame `i` is `hub.end` exactly when required: after the terminal event of an attempt
/// that was the last one when the stream began, or that began later.
QString Life::brokenEndAfter(const ReferenceModel &reference, size_t i) const
{
    const Fact *end = i > 0 ? terminalOf(reference, m_frames[i - 1]) : nullptr;
    const bool ends = m_frames[i].type == "hub.end";
    if (!end)
        return ends ? about("hub.end does not come after a terminal event", m_last) : QString();
    const Fact *next = reference.nextOf(end->topic.id, end->id);
    if (ends && next && next->id <= m_committed)
        return about("hub.end though another attempt had begun before", end->id);
    if (!ends && !next)
        return about("no hub.end after the terminal event", end->id);
    if (ends && word(m_frames[i].data, "status") != hub::toString(end->status))
        return about("hub.end has a wrong status", m_last);
    return {};
}

/// Checks promise 4: one terminal event, `hub.end`, close. No stream ends without a final event.
QString Life::brokenEnd(const ReferenceModel &reference) const
{
    for (size_t i = 0; i < m_frames.size(); ++i) {
        const Frame &frame = m_frames[i];
        const bool isLast = i + 1 == m_frames.size();
        if (const QString broken = brokenEndAfter(reference, i); !broken.isEmpty())
            return broken;
        if ((frame.type == "hub.end" || frame.type == "hub.closing") && !isLast)
            return about("a frame follows the final event", m_last);
    }
    const QByteArray last = m_frames.back().type;
    const bool told = last == "hub.end" || last == "hub.closing";
    if (told && !isOver())
        return about("still open after the end", m_last);
    // The hub does not wait long for a paused reader, so the final event may be lost.
    const bool mayMissIt = m_cut || m_wasPaused;
    return isOver() && !mayMissIt && !told ? about("no end before the close", m_last) : QString();
}

/// The events that must follow the beginning of the stream.
std::vector<Fact> Life::expected(const ReferenceModel &reference) const
{
    EventId after = idOf(m_sentCursor);
    const Frame *snapshot = control("hub.snapshot");
    if (m_resumed != "replayed") {
        if (!snapshot)
            return {};
        after = idOf(word(snapshot->data, "as_of"));
    }
    std::vector<Fact> facts;
    // A job that has already ended is reported by its last event.
    if (const Fact *end = m_resumed != "replayed" ? endAt(reference, after) : nullptr)
        facts.push_back(*end);
    const auto &all = reference.facts();
    for (auto it = all.upper_bound(after); it != all.end(); ++it)
        if (m_wanted.matches(it->second))
            facts.push_back(it->second);
    return facts;
}

/// Checks promises 1, 2 and 5: exactly the accepted events, in order. A progress event may be
/// missing only when newer progress of its job exists and the reader may have lagged.
Life::Progress Life::compare(const ReferenceModel &reference) const
{
    const std::vector<Fact> facts = expected(reference);
    const std::vector<bool> skippable = skippableIn(facts, m_wasPaused);
    Progress result;
    size_t at = 0;
    const auto passTo = [&](EventId id) {
        for (; at < facts.size() && facts[at].id < id; ++at) {
            ++result.skipped;
            if (!skippable[at] && result.broken.isEmpty())
                result.broken = about("an event is missing", facts[at].id);
        }
    };
    for (const Frame &frame : m_frames) {
        if (frame.id.isNull() || isControl(frame))
            continue;
        passTo(frame.id);
        const bool idOnly = frame.type.isEmpty() || frame.type == "heartbeat";
        const bool found = at < facts.size() && facts[at].id == frame.id;
        if (found == idOnly && result.broken.isEmpty())
            result.broken =
                about(idOnly ? "an id without its event" : "an unexpected event", frame.id);
        if (!found)
            continue;
        const QByteArray status = word(frame.data, "status");
        if (m_wanted.topics == hub::TopicKind::Job && m_wanted.kind != hub::JobKind::Image
            && status != hub::toString(facts[at].status) && result.broken.isEmpty())
            result.broken = about("an event whose status differs from its job's", frame.id);
        ++at;
    }
    for (; at < facts.size(); ++at)
        result.missing += skippable[at] ? 0 : 1;
    return result;
}

bool Life::hasAll(const ReferenceModel &reference) const
{
    if (isOver() || !m_broken.isEmpty())
        return true;
    if (control("hub.end") || control("hub.closing"))
        return false; // the connection must still close
    const bool begun = m_resumed == "replayed" || control("hub.snapshot");
    return begun && compare(reference).missing == 0;
}

int Life::idOnlyFrames() const
{
    return static_cast<int>(std::count_if(m_frames.begin(), m_frames.end(), [](const Frame &frame) {
        return !frame.id.isNull() && (frame.type.isEmpty() || frame.type == "heartbeat");
    }));
}

int Life::skipped(const ReferenceModel &reference) const
{
    return compare(reference).skipped;
}

} // namespace model
