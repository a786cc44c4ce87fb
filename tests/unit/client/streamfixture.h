// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/scriptedserver.h"
#include "ui/client/eventstream.h"

#include <QNetworkAccessManager>

namespace test {

using namespace std::chrono_literals;
using namespace ui;

/// A server, a stream from it with short timings, and a record of the stream's signals.
struct StreamFixture
{
    ScriptedServer server;
    QNetworkAccessManager network;
    EventStream stream;
    QList<hub::SseEvent> events;
    QList<LinkStatus> statuses;
    QList<StreamEnd> ends;

    explicit StreamFixture(const hub::Clock &clock = hub::systemClock()) : stream(&network, clock)
    {
        QObject::connect(&stream, &EventStream::eventReceived, &stream,
                         [this](const hub::SseEvent &event) { events << event; });
        QObject::connect(&stream, &EventStream::statusChanged, &stream,
                         [this](const LinkStatus &status) { statuses << status; });
        QObject::connect(&stream, &EventStream::connectionEnded, &stream,
                         [this](StreamEnd end) { ends << end; });
        stream.setTarget({server.url("/stream")});
        stream.setTimings(quick());
    }

    static StreamTimings quick()
    {
        StreamTimings timings;
        timings.firstBackoff = 5ms;
        timings.mostBackoff = 20ms;
        timings.watchdog = 0ms;
        return timings;
    }

    LinkState state() const { return stream.status().state; }
    QByteArray header(int request, const QByteArray &name) const
    {
        return server.request(request).headers.value(name);
    }
    void reply(int number, const QByteArray &head)
    {
        server.send(number, "HTTP/1.1 " + head + "\r\n\r\n");
    }
};

} // namespace test
