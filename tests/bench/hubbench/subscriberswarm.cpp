// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/subscriberswarm.h"

#include "tests/bench/hubbench/loopback.h"
#include "tests/bench/hubbench/steadytime.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace bench {

namespace {

/// Streams opened at the same time: fewer than a listen backlog holds.
constexpr int openAtOnce = 100;
constexpr std::chrono::seconds openLimit{60};
constexpr std::size_t readSize = 256 * 1024;
/// No frame is larger. The limit allows for a snapshot of a hundred thousand jobs.
constexpr std::size_t frameLimit = 64 * 1024 * 1024;

} // namespace

SwarmPlan SwarmPlan::of(const Dialect &dialect, const QByteArrayList &topics, int count)
{
    SwarmPlan plan;
    plan.target = [target = dialect.streamTarget(topics)](int) { return target; };
    plan.greeting = dialect.greeting();
    plan.count = count;
    return plan;
}

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

    /// True the first time, when the frame contains the greeting.
    bool isGreeting(std::string_view frame)
    {
        if (std::exchange(m_greeted, true))
            return false;
        const QByteArray &greeting = m_swarm.m_plan.greeting;
        m_greeted = frame.find(std::string_view(greeting.constData(),
                                                static_cast<std::size_t>(greeting.size())))
                    != std::string_view::npos;
        return m_greeted;
    }

    void descriptorReady(std::uint32_t) override
    {
        // One buffer for all streams, as they read in turn; an unfinished frame is copied in front
        // of the new bytes.
        static std::array<char, frameLimit + readSize> buffer;
        const auto begun = static_cast<std::size_t>(m_begun.size());
        std::memcpy(buffer.data(), m_begun.constData(), begun);
        const ssize_t count = ::recv(m_fd.get(), buffer.data() + begun, readSize, 0);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0) {
            ++m_swarm.m_faults.closed;
            m_swarm.m_poller.remove(m_fd.get());
            return;
        }
        m_swarm.m_bytes += count;
        m_swarm.m_readNs = steadyNs();
        split({buffer.data(), begun + static_cast<std::size_t>(count)});
    }

private:
    /// Passes complete frames to the swarm and keeps the beginning of an incomplete one.
    void split(std::string_view bytes)
    {
        for (std::size_t size = 0; (size = FrameScanner::frameSize(bytes)) != FrameScanner::none;) {
            m_swarm.take(*this, bytes.substr(0, size));
            bytes.remove_prefix(size);
        }
        if (bytes.size() > frameLimit)
            qFatal("a frame of more than %zu bytes", frameLimit);
        m_begun.resize(0); // keeps its capacity
        m_begun.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }

    SubscriberSwarm &m_swarm;
    hub::UniqueFd m_fd;
    Tally m_tally;
    QByteArray m_begun;
    bool m_greeted = false;
};

SubscriberSwarm::SubscriberSwarm(Poller &poller, quint16 port, SwarmPlan plan)
    : m_poller(poller)
    , m_port(port)
    , m_plan(std::move(plan))
    , m_scanner(m_plan.marker)
{ }

SubscriberSwarm::~SubscriberSwarm() = default;

void SubscriberSwarm::open()
{
    const QByteArray headers =
        "Accept: text/event-stream\r\n"
        + (m_plan.cursor.isEmpty() ? QByteArray() : "Last-Event-ID: " + m_plan.cursor + "\r\n");
    const auto size = [this] { return static_cast<int>(m_streams.size()); };
    while (size() < m_plan.count) {
        for (int i = 0; i < openAtOnce && size() < m_plan.count; ++i) {
            const QByteArray request =
                httpRequest("GET", m_plan.target(size()), m_port, {}, headers);
            m_streams.push_back(std::make_unique<Stream>(*this, request));
        }
        if (!m_poller.runUntil([&] { return m_greeted == size(); }, openLimit))
            qFatal("only %d of %d streams were opened", m_greeted, m_plan.count);
    }
}

void SubscriberSwarm::take(Stream &stream, std::string_view frame)
{
    m_greeted += stream.isGreeting(frame) ? 1 : 0;
    const FrameScanner::Event event = m_scanner.eventIn(frame);
    if (event.number < 0)
        return;
    ++m_deliveries;
    stream.tally().take(static_cast<quint64>(event.number), m_faults);
    if (m_plan.timed)
        m_latencies.add(m_readNs - event.ns);
}

Faults SubscriberSwarm::finish(quint64 total)
{
    return finish([total](int) { return total; });
}

Faults SubscriberSwarm::finish(const std::function<quint64(int stream)> &total)
{
    for (std::size_t i = 0; i < m_streams.size(); ++i)
        m_streams[i]->tally().finish(total(static_cast<int>(i)), m_faults);
    return m_faults;
}

} // namespace bench
