// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/inflater.h"
#include "tests/support/coded.h"

#include <QTest>

using namespace hub;
using Coding = Inflater::Coding;
using State = Inflater::State;

/// Content codings are decoded completely, whatever the step size, and never beyond the limit.
class TestInflater : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void aBombIsLeftAtTheLimit();
};

namespace {

constexpr qint64 limit = 1'000;

struct Outcome
{
    State state = State::More;
    QByteArray plain;
};

Outcome decode(Coding coding, const QByteArray &coded, qsizetype most, qint64 atMost = limit)
{
    Inflater inflater(coding, coded, atMost);
    Outcome outcome;
    while (outcome.state == State::More)
        outcome.state = inflater.step(most);
    outcome.plain = inflater.take();
    return outcome;
}

} // namespace

void TestInflater::decodes_data()
{
    QTest::addColumn<Coding>("coding");
    QTest::addColumn<QByteArray>("coded");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray text = R"({"type":"log","message":"größer"})";
    const QByteArray full(limit, 'x');
    QTest::newRow("gzip") << Coding::Gzip << test::gzipped(text) << text;
    QTest::newRow("gzip, just the limit") << Coding::Gzip << test::gzipped(full) << full;
    QTest::newRow("gzip, nothing") << Coding::Gzip << test::gzipped({}) << QByteArray();
    QTest::newRow("gzip, two members")
        << Coding::Gzip << test::gzipped(text) + test::gzipped("\n{}") << text + "\n{}";
    QTest::newRow("deflate") << Coding::Deflate << test::deflated(text) << text;
    QTest::newRow("deflate without its frame")
        << Coding::Deflate << test::deflated(text, test::Frame::None) << text;
}

void TestInflater::decodes()
{
    QFETCH(Coding, coding);
    QFETCH(QByteArray, coded);
    QFETCH(QByteArray, plain);
    for (const qsizetype most : {1, 7, 100'000}) {
        const Outcome outcome = decode(coding, coded, most);
        QCOMPARE(outcome.state, State::Done);
        QCOMPARE(outcome.plain, plain);
    }
}

void TestInflater::refuses_data()
{
    QTest::addColumn<Coding>("coding");
    QTest::addColumn<QByteArray>("coded");
    QTest::addColumn<State>("state");
    const QByteArray good = test::gzipped("some text");
    QByteArray wrongSum = good;
    wrongSum[good.size() - 5] = static_cast<char>(wrongSum[good.size() - 5] ^ 1);
    QTest::newRow("nothing") << Coding::Gzip << QByteArray() << State::Corrupt;
    QTest::newRow("plain") << Coding::Gzip << QByteArray("{}") << State::Corrupt;
    QTest::newRow("plain as deflate") << Coding::Deflate << QByteArray("{}") << State::Corrupt;
    QTest::newRow("cut off") << Coding::Gzip << good.chopped(1) << State::Corrupt;
    QTest::newRow("wrong checksum") << Coding::Gzip << wrongSum << State::Corrupt;
    QTest::newRow("something after it") << Coding::Gzip << good + "x" << State::Corrupt;
    QTest::newRow("something after deflate")
        << Coding::Deflate << test::deflated("some text") + "x" << State::Corrupt;
    QTest::newRow("one byte too many")
        << Coding::Gzip << test::gzipped(QByteArray(limit + 1, 'x')) << State::TooLarge;
    QTest::newRow("too large together")
        << Coding::Gzip << test::gzipped(QByteArray(limit, 'x')) + test::gzipped("y")
        << State::TooLarge;
}

void TestInflater::refuses()
{
    QFETCH(Coding, coding);
    QFETCH(QByteArray, coded);
    QFETCH(State, state);
    for (const qsizetype most : {1, 100'000})
        QCOMPARE(decode(coding, coded, most).state, state);
}

void TestInflater::aBombIsLeftAtTheLimit()
{
    const QByteArray bomb = test::gzipped(QByteArray(50'000'000, '\0'));
    QVERIFY(bomb.size() < 100'000);
    const Outcome outcome = decode(Coding::Gzip, bomb, 10'000, 1'000'000);
    QCOMPARE(outcome.state, State::TooLarge);
    QVERIFY(outcome.plain.size() <= 1'000'001);
}

QTEST_APPLESS_MAIN(TestInflater)
#include "tst_inflater.moc"
