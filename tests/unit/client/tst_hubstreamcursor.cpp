// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/cannedstream.h"
#include "ui/client/hubstream.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;

/// The cursor of a client after various frames.
class TestHubStreamCursor : public QObject
{
    Q_OBJECT

private slots:
    void follows_data();
    void follows();
};

void TestHubStreamCursor::follows_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("events");
    QTest::addColumn<QByteArray>("cursor");

    const QByteArray event =
        "event: log\nid: j.9-1\ndata: {\"job_id\":\"a\",\"message\":\"m\"}\n\n";
    const QByteArray gap = "event: hub.gap\ndata: {\"requested\":\"j.9-1\",\"resumed_from\":"
                           "\"k.1-0\",\"reason\":\"epoch\"}\n\n";
    QTest::newRow("an event") << event << 1 << QByteArray("j.9-1");
    QTest::newRow("again") << event + event << 1 << QByteArray("j.9-1");
    QTest::newRow("heartbeat") << event + ": beat\nid: j.12-0\n\n" << 1 << QByteArray("j.12-0");
    QTest::newRow("heartbeat of another epoch")
        << event + ": beat\nid: k.9-0\n\n" + event << 1 << QByteArray("j.9-1");
    QTest::newRow("gap into another epoch") << event + gap << 1 << QByteArray("k.1-0");
}

void TestHubStreamCursor::follows()
{
    QFETCH(QByteArray, sent);
    QFETCH(int, events);
    QFETCH(QByteArray, cursor);
    test::CannedNetwork network;
    HubStream stream(&network);
    QSignalSpy heard(&stream, &HubStream::jobEventReceived);
    stream.setUrl(QUrl(QStringLiteral("http://localhost/api/v1/events")));
    stream.start();
    network.reply()->begin();
    network.reply()->deliver(sent);
    QCOMPARE(heard.size(), events);
    QCOMPARE(stream.cursor(), cursor);
}

QTEST_GUILESS_MAIN(TestHubStreamCursor)
#include "tst_hubstreamcursor.moc"
