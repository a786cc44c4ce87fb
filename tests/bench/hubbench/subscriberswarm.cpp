// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/subscriberswarm.h"

#include "tests/bench/hubbench/loopback.h"
#include "tests/bench/hubbench/steadytime.h"

#include <array>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace bench {

namespace {

/// So many streams are opened at once: fewer than a listen backlog holds.
constexpr int openAtOnce = 100;
constexpr std::chrono::seconds openLimit{60};
/// The event name stands within so many bytes of a frame, or in the first one's response head.
constexpr qsizetype nameReach = 1024;

/// The number behind `marker`, or -1.
qint64 numberBehind(QByteArrayView text, QByteArrayView marker)
{
    const qsizetype found = text.indexOf(marker);
    if (found < 0)
        return -1;
    qint64 number = 0;
    for (qsizetype i = found + marker.size(); i < text.size() && text[i] >= '0' && text[i] <= '9';
         ++i)
        number = number * 10 + (text[i] - '0');
    return number;
}

} // namespace

class SubscriberSwarm::Stream final : public Poller::Handler
{
public:
    Stream(SubscriberSwarm &swarm, const QByteArray &request)
        : m_swarm(swarm)
        , m_fd(connectTo(swarm.m_port))
        , m_tally(swarm.m_plan.order)
    {
        if (::send(m_fd.get(), request.constData(), static_cast<std::size_t>(request.size()), 0)
            != request.size())
            qFatal("a new connection takes no request");
        swarm.m_poller.add(m_fd.get(), EPOLLIN, this);
    }
    ~Stream() { m_swarm.m_poller.remove(m_fd.get()); }
    Q_DISABLE_COPY_MOVE(Stream)

    Tally &tally() { return m_tally; }

    void descriptorReady(std::uint32_t) override
    {
        static std::array<char, 262'144> buffer; // for all: one reads at a time
        const ssize_t count = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0) {
            ++m_swarm.m_faults.closed;
            m_swarm.m_poller.remove(m_fd.get());
            return;
        }
        m_swarm.m_bytes += count;
        m_swarm.m_readNs = steadyNs();
        split(QByteArrayView(buffer.data(), count));
    }

private:
    /// Complete frames go to the swarm, the beginning of one is kept.
    void split(QByteArrayView bytes)
    {
        if (!m_begun.isEmpty()) {
            m_begun.append(bytes);
            const QByteArray joined = std::exchange(m_begun, {});
            return splitFrames(joined);
        }
        splitFrames(bytes);
    }

    void splitFrames(QByteArrayView bytes)
    {
        for (qsizetype end = bytes.indexOf("\n\n"); end >= 0; end = bytes.indexOf("\n\n")) {
            m_swarm.take(*this, bytes.first(end));
            bytes = bytes.sliced(end + 2);
        }
        if (!bytes.isEmpty())
            m_begun = bytes.toByteArray();
    }

    SubscriberSwarm &m_swarm;
    hub::UniqueFd m_fd;
    Tally m_tally;
    QByteArray m_begun;
};

SubscriberSwarm::SubscriberSwarm(Poller &poller, quint16 port, SwarmPlan plan)
    : m_poller(poller)
    , m_port(port)
    , m_plan(std::move(plan))
{ }

SubscriberSwarm::~SubscriberSwarm() = default;

void SubscriberSwarm::open()
{
    const QByteArray header =
        m_plan.cursor.isEmpty() ? QByteArray() : "Last-Event-ID: " + m_plan.cursor + "\r\n";
    while (static_cast<int>(m_streams.size()) < m_plan.count) {
        for (int i = 0; i < openAtOnce && static_cast<int>(m_streams.size()) < m_plan.count; ++i) {
            QByteArray target = m_plan.target;
            target.replace('*', QByteArray::number(m_streams.size()));
            const QByteArray request = httpRequest("GET", target, m_port, {}, header);
            m_streams.push_back(std::make_unique<Stream>(*this, request));
        }
        const auto all = [this] { return m_greeted == static_cast<int>(m_streams.size()); };
        if (!m_poller.runUntil(all, openLimit))
            qFatal("only %d of %d streams were opened", m_greeted, m_plan.count);
    }
}

void SubscriberSwarm::take(Stream &stream, QByteArrayView frame)
{
    const QByteArrayView start = frame.first(std::min<qsizetype>(frame.size(), nameReach));
    if (start.contains("event: hub.")) { // a snapshot also holds job ids
        m_greeted += start.contains("hub.hello") ? 1 : 0;
        return;
    }
    const qint64 number = numberBehind(frame, m_plan.marker);
    if (number < 0)
        return;
    ++m_deliveries;
    stream.tally().take(static_cast<quint64>(number), m_faults);
    if (m_plan.timed)
        m_latencies.add(m_readNs - numberBehind(frame, "\"t\":"));
}

Faults SubscriberSwarm::finish(quint64 total)
{
    for (const auto &stream : m_streams)
        stream->tally().finish(total, m_faults);
    return m_faults;
}

} // namespace bench
