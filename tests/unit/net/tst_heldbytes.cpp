// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/heldbytes.h"

#include <QTest>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace hub;
using Outcome = HeldBytes::Outcome;
using Frames = std::vector<QByteArray>;

/// Frames for a real socket that takes only as much as its peer reads.
class TestHeldBytes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void sendsWhatFits();
    void holdsTheRestInOrder_data();
    void holdsTheRestInOrder();
    void appendsBehindHeldFrames();
    void forgetsWhatItHeld();
    void saysThatTheSocketFailed();

private:
    int socket() const { return m_ends[0]; }
    QByteArray readAll();
    void closePeer() { ::close(std::exchange(m_ends[1], -1)); }

    std::array<int, 2> m_ends{-1, -1};
};

void TestHeldBytes::init()
{
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()), 0);
    for (const int end : m_ends)
        QVERIFY(::fcntl(end, F_SETFL, ::fcntl(end, F_GETFL) | O_NONBLOCK) == 0);
}

void TestHeldBytes::cleanup()
{
    for (int &end : m_ends) {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }
}

/// Reads what the peer has received so far.
QByteArray TestHeldBytes::readAll()
{
    QByteArray all;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    ssize_t got = 0;
    while ((got = ::read(m_ends[1], chunk.data(), size_t(chunk.size()))) > 0)
        all.append(chunk.constData(), got);
    return all;
}

void TestHeldBytes::sendsWhatFits()
{
    HeldBytes held;
    qint64 taken = 1;
    QCOMPARE(held.send(socket(), Frames{"one"}, taken), Outcome::All);
    QCOMPARE(held.send(socket(), Frames{"two", {}, "three"}, taken), Outcome::All);
    QCOMPARE(held.send(socket(), {}, taken), Outcome::All);
    QVERIFY(held.isEmpty());
    QCOMPARE(held.size(), 0);
    QCOMPARE(taken, 1 + 11); // it adds
    QCOMPARE(readAll(), QByteArray("onetwothree"));
}

void TestHeldBytes::holdsTheRestInOrder_data()
{
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("bytes"); // of each frame
    QTest::newRow("one frame") << 1 << 3'000'000;
    QTest::newRow("some frames") << 7 << 500'000;
    QTest::newRow("more frames than one call sends") << 3'000 << 1'000;
}

void TestHeldBytes::holdsTheRestInOrder()
{
    QFETCH(int, frames);
    QFETCH(int, bytes);
    Frames all;
    QByteArray expected;
    for (int i = 0; i < frames; ++i) {
        QByteArray frame;
        while (frame.size() < bytes)
            frame += QByteArray::number(i) + '.' + QByteArray::number(frame.size()) + ' ';
        all.push_back(frame);
        expected += frame;
    }
    HeldBytes held;
    qint64 taken = 0;
    QCOMPARE(held.send(socket(), all, taken), Outcome::Full);
    QByteArray received;
    Outcome outcome = Outcome::Full;
    for (int round = 0; round < 1'000 && outcome == Outcome::Full; ++round) {
        QVERIFY(!held.isEmpty());
        QCOMPARE(held.size(), expected.size() - taken);
        received += readAll();
        QCOMPARE(received.size(), taken);
        outcome = held.sendTo(socket(), taken);
    }
    QCOMPARE(outcome, Outcome::All);
    QVERIFY(held.isEmpty());
    received += readAll();
    QVERIFY(received == expected);
}

void TestHeldBytes::appendsBehindHeldFrames()
{
    HeldBytes held;
    qint64 taken = 0;
    const QByteArray large(3'000'000, 'x');
    QCOMPARE(held.send(socket(), Frames{large}, taken), Outcome::Full);
    const qint64 before = held.size();
    held.append(Frames{"end", {}});
    QCOMPARE(held.size(), before + 3);
    QByteArray received;
    do
        received += readAll();
    while (held.sendTo(socket(), taken) == Outcome::Full);
    received += readAll();
    QVERIFY(received == large + "end");
}

void TestHeldBytes::forgetsWhatItHeld()
{
    HeldBytes held;
    qint64 taken = 0;
    QCOMPARE(held.send(socket(), Frames{QByteArray(3'000'000, 'x')}, taken), Outcome::Full);
    held.clear();
    QVERIFY(held.isEmpty());
    readAll();
    QCOMPARE(held.sendTo(socket(), taken), Outcome::All);
    QCOMPARE(held.send(socket(), Frames{"new"}, taken), Outcome::All);
    QCOMPARE(readAll(), QByteArray("new"));
}

void TestHeldBytes::saysThatTheSocketFailed()
{
    HeldBytes held;
    qint64 taken = 0;
    closePeer();
    QCOMPARE(held.send(socket(), Frames{"lost"}, taken), Outcome::Failed);
    QCOMPARE(errno, EPIPE);
    QCOMPARE(taken, 0);
    QCOMPARE(held.size(), 4);
    QCOMPARE(held.sendTo(socket(), taken), Outcome::Failed);
}

QTEST_GUILESS_MAIN(TestHeldBytes)
#include "tst_heldbytes.moc"
