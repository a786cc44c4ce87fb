// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/scriptedserver.h"
#include "ui/client/joblink.h"

#include <QNetworkAccessManager>

namespace test {

using namespace std::chrono_literals;
using namespace ui;

inline const QByteArray streamPath = "/api/v1/events";
inline const QByteArray jobsPath = "/api/v1/jobs";

/// A JobLink with short timings, a scripted hub, and a record of the link's signals as words, in
/// order.
struct LinkFixture
{
    ScriptedServer server;
    QNetworkAccessManager network;
    JobLink link;
    QByteArrayList told;
    QList<LinkState> states;
    /// Answer the nth stream request and the nth job list request, from 0. The defaults send
    /// nothing.
    std::function<void(int request, int nth)> onStream = [](int, int) {};
    std::function<void(int request, int nth)> onJobs = [](int, int) {};

    explicit LinkFixture(const hub::Clock &clock = hub::systemClock()) : link(&network, clock)
    {
        link.setTimings(quick());
        server.respond([this](int n, const ScriptedRequest &request) {
            const int nth = static_cast<int>(server.requestsFor(request.path()).size()) - 1;
            if (request.path() == streamPath)
                onStream(n, nth);
            else if (request.path() == jobsPath)
                onJobs(n, nth);
        });
        listen();
    }

    static LinkTimings quick()
    {
        LinkTimings timings;
        timings.stream.firstBackoff = 5ms;
        timings.stream.mostBackoff = 20ms;
        timings.poll.shortest = 10ms;
        timings.poll.longest = 20ms;
        timings.poll.firstStreamRetry = 30ms;
        timings.poll.longestStreamRetry = 100ms;
        return timings;
    }

    /// Shortens the connect timeout and the watchdog, for tests in which streams must be given up.
    void impatient()
    {
        LinkTimings timings = quick();
        timings.stream.connectTimeout = 150ms;
        timings.stream.watchdog = 150ms;
        link.setTimings(timings);
    }

    void listen()
    {
        QObject::connect(&link, &JobLink::statusChanged, &server,
                         [this](const LinkStatus &status) { states << status.state; });
        QObject::connect(&link, &JobLink::eventReceived, &server,
                         [this](const JobEvent &event) { told << "event " + event.id; });
        QObject::connect(&link, &JobLink::gapReceived, &server, [this](const Gap &gap) {
            told << "gap " + gap.requested + ' ' + gap.resumedFrom + ' ' + gap.reason.toUtf8();
        });
        QObject::connect(&link, &JobLink::epochChanged, &server,
                         [this](const QByteArray &epoch) { told << "epoch " + epoch; });
        QObject::connect(
            &link, &JobLink::snapshotReceived, &server,
            [this](const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete) {
                told << "snapshot " + asOf + ids(jobs) + (complete ? "" : " …");
            });
        QObject::connect(&link, &JobLink::jobsPolled, &server,
                         [this](const QList<hub::Job> &jobs, const QByteArray &asOf) {
                             told << "polled " + asOf + ids(jobs);
                         });
    }

    static QByteArray ids(const QList<hub::Job> &jobs)
    {
        QByteArray text;
        for (const hub::Job &job : jobs)
            text += ' ' + job.id;
        return text;
    }

    LinkState state() const { return link.status().state; }
    QByteArray cursorOfStream(int nth) const
    {
        return server.request(server.requestsFor(streamPath).at(nth))
            .headers.value("last-event-id");
    }
    void answerJobs(int request, const QByteArray &body, const QByteArray &etag = {})
    {
        server.answer(request, 200, "application/json", body,
                      etag.isEmpty() ? QByteArray() : "ETag: " + etag + "\r\n");
    }
};

} // namespace test
