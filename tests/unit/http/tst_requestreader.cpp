// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/requestreader.h"

#include "tests/support/fakechannel.h"

#include <QTest>

using namespace hub;
using namespace test;
using Step = RequestReader::Step;

namespace {

const QByteArray request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheBytesOfTheNextRequest();
    void readsOneFullBufferInATurn();
    void watchesOnlyWhenItChanges();
};

void TestRequestReader::keepsTheBytesOfTheNextRequest()
{
    ChannelRecord record;
    FakeChannel channel(&record);
    RequestFramer framer({});
    RequestReader reader(framer);
    record.input = request + request.first(5);
    QCOMPARE(reader.step(channel), Step::Read);
    QVERIFY(!framer.isUnfinished());
    QVERIFY(reader.hasPipelined());
    framer.take();
    QCOMPARE(reader.step(channel), Step::Framed);
    QVERIFY(framer.isUnfinished());
    QVERIFY(!reader.hasPipelined());
    QCOMPARE(reader.step(channel), Step::Nothing);
}

void TestRequestReader::readsOneFullBufferInATurn()
{
    ChannelRecord record;
    FakeChannel channel(&record);
    RequestFramer framer({});
    RequestReader reader(framer);
    record.input = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n";
    QCOMPARE(reader.step(channel), Step::Read);
    framer.take();
    framer.admitBody(200'000);
    record.input = QByteArray(200'000, 'b');
    QCOMPARE(reader.step(channel), Step::Read);
    QVERIFY(reader.hadItsTurn());
    QCOMPARE(reader.step(channel), Step::Nothing);
    reader.beginTurn();
    QCOMPARE(reader.step(channel), Step::Read);
}

void TestRequestReader::watchesOnlyWhenItChanges()
{
    ChannelRecord record;
    FakeChannel channel(&record);
    RequestFramer framer({});
    RequestReader reader(framer);
    reader.watch(channel, true); // as at the beginning
    QCOMPARE(record.watchCalls, 0);
    reader.watch(channel, false);
    reader.watch(channel, false);
    QCOMPARE(record.watchCalls, 1);
    QVERIFY(!record.watched);
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
