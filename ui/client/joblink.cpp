// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/joblink.h"

#include "hub/base/log.h"
#include "ui/client/httprequest.h"
#include "ui/client/hubcontact.h"
#include "ui/client/hubstream.h"
#include "ui/client/poller.h"
#include "ui/client/reachability.h"
#include "ui/client/runningjobs.h"
#include "ui/client/streamdoubt.h"

#include <algorithm>

namespace ui {

/// The stream and the poller, one of which determines the status. While polling, the stream is
/// stopped except for an occasional attempt. The poller continues until such an attempt gets its
/// `hub.hello`.
class JobLink::Private
{
public:
    Private(QNetworkAccessManager *network, const hub::Clock &clock, JobLink *link);

    void start(const QUrl &address, const QByteArray &lastEventId);
    void restart();
    void stop();

    LinkStatus status;
    HubStream stream;
    LinkTimings timings;
    std::chrono::milliseconds polled{0}; ///< Steady time of the last poll answer; 0 = none yet.

    void setTimings(const LinkTimings &newTimings);
    void setContact(HubContact *contact);

private:
    void connectStream();
    void connectPoller();
    void handleStreamStatus(const LinkStatus &streamStatus);
    void handleHello();
    void handleConnectionEnded(StreamEnd end);
    void handleAnswer(const QByteArray &asOf);
    void handlePollFailed(const hub::Error &error);
    void beginPolling();
    void tryStreamLater();
    void setStatus(const LinkStatus &newStatus);

    JobLink *q;
    Reachability *reachability;
    Poller poller;
    RunningJobs running; ///< Used after a truncated snapshot.
    hub::ClockTimer streamRetry; ///< Time until the next attempt to stream, while polling.
    QUrl hub;
    StreamDoubt doubt;
    const hub::Clock &clock;
    std::chrono::milliseconds streamRetryWait{0};
    std::chrono::milliseconds greeted{0}; ///< Steady time of the last `hub.hello`.
    bool polling = false;
    bool isGreeted = false; ///< The open connection has got its `hub.hello`.
};

JobLink::Private::Private(QNetworkAccessManager *network, const hub::Clock &timeSource,
                          JobLink *link)
    : stream(network, timeSource)
    , q(link)
    , reachability(Reachability::system(link))
    , poller(network, timeSource)
    , running(network)
    , streamRetry(timeSource)
    , clock(timeSource)
{
    setTimings(timings);
    stream.setReachability(reachability);
    connect(&streamRetry, &hub::ClockTimer::timedOut, q, [this] { stream.start(); });
    connectStream();
    connectPoller();
}

void JobLink::Private::connectStream()
{
    connect(&stream, &HubStream::statusChanged, q,
            [this](const LinkStatus &streamStatus) { handleStreamStatus(streamStatus); });
    connect(&stream, &HubStream::helloReceived, q, [this] { handleHello(); });
    connect(&stream, &HubStream::connectionEnded, q,
            [this](StreamEnd end) { handleConnectionEnded(end); });
    connect(&stream, &HubStream::epochChanged, q, &JobLink::epochChanged);
    connect(&stream, &HubStream::gapReceived, q, &JobLink::gapReceived);
    connect(&stream, &HubStream::jobEventReceived, q, &JobLink::eventReceived);
    connect(&stream, &HubStream::snapshotReceived, q, [this](const HubSnapshot &snapshot) {
        if (snapshot.truncated && RunningJobs::mayBeMissing(snapshot.jobs))
            running.start(hub);
        emit q->snapshotReceived(snapshot.jobs, snapshot.asOf, !snapshot.truncated);
    });
    connect(&running, &RunningJobs::received, q,
            [this](const QList<hub::Job> &jobs) { emit q->jobsPolled(jobs, {}); });
}

void JobLink::Private::connectPoller()
{
    connect(&poller, &Poller::changesReceived, q,
            [this](const QList<hub::Job> &jobs, const QByteArray &asOf) {
                handleAnswer(asOf);
                if (!jobs.isEmpty())
                    emit q->jobsPolled(jobs, asOf);
            });
    connect(&poller, &Poller::snapshotReceived, q,
            [this](const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete) {
                const QByteArray before = stream.epoch();
                stream.setCursor(asOf);
                handleAnswer(asOf);
                if (!before.isEmpty() && before != stream.epoch())
                    emit q->epochChanged(stream.epoch());
                emit q->snapshotReceived(jobs, asOf, complete);
            });
    connect(&poller, &Poller::failed, q,
            [this](const hub::Error &error) { handlePollFailed(error); });
}

void JobLink::Private::setTimings(const LinkTimings &newTimings)
{
    timings = newTimings;
    stream.setTimings(timings.stream);
    poller.setTimings(timings.poll);
}

void JobLink::Private::setContact(HubContact *contact)
{
    stream.setContact(contact);
    // While polling, the stream is stopped and resumes nothing.
    connect(contact, &HubContact::resumed, q, [this] {
        if (polling)
            restart();
    });
}

void JobLink::Private::start(const QUrl &address, const QByteArray &lastEventId)
{
    hub = address;
    stream.setUrl(hubUrl(hub, "/api/v1/events", "heartbeat=5&client=" + clientInstance()));
    stream.forget();
    stream.setCursor(lastEventId);
    restart();
}

void JobLink::Private::restart()
{
    polling = false;
    poller.stop();
    running.stop();
    streamRetry.stop();
    streamRetryWait = timings.poll.firstStreamRetry;
    doubt.reset();
    stream.start();
}

void JobLink::Private::stop()
{
    polling = false;
    poller.stop();
    running.stop();
    streamRetry.stop();
    stream.stop();
    setStatus({});
}

void JobLink::Private::handleStreamStatus(const LinkStatus &streamStatus)
{
    if (isFinal(streamStatus.state)) {
        polling = false;
        poller.stop();
        streamRetry.stop();
    }
    // Bytes alone do not make the jobs live: the hub may refuse the stream.
    const bool isLive = streamStatus.state == LinkState::Live;
    isGreeted = isGreeted && isLive;
    if (!polling && (isGreeted || !isLive))
        setStatus(streamStatus);
}

void JobLink::Private::handleHello()
{
    greeted = std::chrono::milliseconds(clock.steadyMs());
    poller.stop();
    isGreeted = true;
    if (std::exchange(polling, false)) {
        qCInfo(hub::lcClient) << "streaming works again, polling ends";
        streamRetryWait = timings.poll.firstStreamRetry;
    }
    setStatus(stream.status());
}

void JobLink::Private::handleConnectionEnded(StreamEnd end)
{
    if (polling)
        return tryStreamLater();
    // The first heartbeat is due after half of the watchdog's time. The first burst ends long
    // before a third of it, so a later byte is a heartbeat or a live event.
    const bool flowed =
        end == StreamEnd::HeartbeatLost && stream.lastByteTime() - greeted > stream.watchdog() / 3;
    doubt.note(end, flowed);
    if (doubt.isSerious() && !poller.isActive() && status.state == LinkState::Reconnecting)
        poller.start(hub, stream.cursor());
}

void JobLink::Private::handleAnswer(const QByteArray &asOf)
{
    polled = std::chrono::milliseconds(clock.steadyMs());
    if (!asOf.isEmpty())
        stream.skipTo(asOf);
    if (!polling)
        beginPolling();
}

void JobLink::Private::beginPolling()
{
    qCInfo(hub::lcClient)
        << "streaming is blocked between this machine and the hub; polling instead";
    polling = true;
    setStatus(
        {LinkState::Polling, 0, {}, tr("streaming is blocked between this machine and the hub")});
    if (polling)
        tryStreamLater();
}

void JobLink::Private::tryStreamLater()
{
    stream.stop();
    streamRetry.start(streamRetryWait);
    streamRetryWait = std::min(streamRetryWait * 2, timings.poll.longestStreamRetry);
}

void JobLink::Private::handlePollFailed(const hub::Error &error)
{
    qCInfo(hub::lcClient) << "polling failed:" << error.message;
    if (!polling)
        return; // this poll was a probe; the stream is already on its next attempt
    restart();
}

void JobLink::Private::setStatus(const LinkStatus &newStatus)
{
    if (status == newStatus)
        return;
    status = newStatus;
    emit q->statusChanged(status);
}

JobLink::JobLink(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(network, clock, this))
{ }

JobLink::~JobLink() = default;

void JobLink::setTimings(const LinkTimings &timings)
{
    m_d->setTimings(timings);
}

void JobLink::setContact(HubContact *contact)
{
    m_d->setContact(contact);
}

void JobLink::start(const QUrl &hub, const QByteArray &lastEventId)
{
    m_d->start(hub, lastEventId);
}

void JobLink::stop()
{
    m_d->stop();
}

void JobLink::retryNow()
{
    m_d->restart();
}

void JobLink::resync()
{
    m_d->stream.setCursor({});
    m_d->restart();
}

const LinkStatus &JobLink::status() const
{
    return m_d->status;
}

QByteArray JobLink::lastEventId() const
{
    return m_d->stream.cursor();
}

std::chrono::milliseconds JobLink::lastByteTime() const
{
    return std::max(m_d->stream.lastByteTime(), m_d->polled);
}

} // namespace ui
