// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/epollset.h"
#include "hub/loop/uniquefd.h"

#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>

using namespace hub;
using Event = EpollSet::Event;

namespace {

struct Pair
{
    Pair()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0)
            qFatal("socketpair");
        ours.reset(ends[0]);
        theirs.reset(ends[1]);
    }
    void poke() { QCOMPARE(::write(theirs.get(), "x", 1), 1); }

    UniqueFd ours;
    UniqueFd theirs;
};

class Recorder final : public EpollSet::Handler
{
public:
    void descriptorReady(EpollSet::Events events) override
    {
        ++calls;
        seen |= events;
        if (then)
            then();
    }

    int calls = 0;
    EpollSet::Events seen;
    std::function<void()> then;
};

void turnLoop()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class TestEpollSet : public QObject
{
    Q_OBJECT

private slots:
    void reportsWhatIsAskedFor();
    void reportsHangUpUnasked();
    void reportsResetUnasked();
    void reportsHalfClose();
    void removalInsideABatchIsFinal();
    void reusedDescriptorIsNotTakenForTheOld();
    void selfRemovalAndReAddInsideTheCall();
    void failComesFromTheLoop();
    void failDoesNotReachASuccessor();
    void manyMoreThanABatch();
    void refusesWhatCannotBePolled();
};

void TestEpollSet::reportsWhatIsAskedFor()
{
    EpollSet set;
    Pair pair;
    Recorder recorder;
    const auto token = set.add(pair.ours.get(), Event::Readable, &recorder);
    turnLoop();
    QCOMPARE(recorder.calls, 0);
    set.modify(token, Event::Readable | Event::Writable);
    QTRY_VERIFY(recorder.seen.testFlag(Event::Writable));
    set.modify(token, Event::Readable);
    recorder.seen = {};
    pair.poke();
    QTRY_COMPARE(recorder.seen, EpollSet::Events(Event::Readable));
}

void TestEpollSet::reportsHangUpUnasked()
{
    EpollSet set;
    Pair pair;
    Recorder recorder;
    const auto token = set.add(pair.ours.get(), {}, &recorder);
    recorder.then = [&] { set.remove(token); };
    pair.theirs.reset();
    QTRY_VERIFY(recorder.seen.testFlag(Event::HangUp));
}

void TestEpollSet::reportsResetUnasked()
{
    EpollSet set;
    Pair pair;
    Recorder recorder;
    const auto token = set.add(pair.ours.get(), {}, &recorder);
    recorder.then = [&] { set.remove(token); };
    // Closing a socket with unread bytes sends a reset.
    QCOMPARE(::write(pair.ours.get(), "unread", 6), 6);
    pair.theirs.reset();
    QTRY_VERIFY(recorder.seen.testFlag(Event::Failed));
}

void TestEpollSet::reportsHalfClose()
{
    EpollSet set;
    Pair pair;
    Recorder recorder;
    set.add(pair.ours.get(), Event::Readable, &recorder);
    ::shutdown(pair.theirs.get(), SHUT_WR);
    QTRY_VERIFY(recorder.seen.testFlag(Event::PeerClosed));
    QVERIFY(!recorder.seen.testFlag(Event::HangUp));
}

void TestEpollSet::removalInsideABatchIsFinal()
{
    EpollSet set;
    Pair first;
    Pair second;
    Recorder one;
    Recorder two;
    const auto tokenOne = set.add(first.ours.get(), Event::Readable, &one);
    const auto tokenTwo = set.add(second.ours.get(), Event::Readable, &two);
    one.then = two.then = [&] { // the handler called first removes both
        set.remove(tokenOne);
        set.remove(tokenTwo);
    };
    first.poke();
    second.poke();
    QTRY_COMPARE(one.calls + two.calls, 1);
    turnLoop();
    QCOMPARE(one.calls + two.calls, 1);
    QCOMPARE(set.count(), 0);
}

void TestEpollSet::reusedDescriptorIsNotTakenForTheOld()
{
    EpollSet set;
    Pair first;
    Pair second;
    Recorder one;
    Recorder two;
    Recorder successor;
    Pair quiet;
    EpollSet::Token tokens[2] = {set.add(first.ours.get(), Event::Readable, &one),
                                 set.add(second.ours.get(), Event::Readable, &two)};
    // The handler called first closes the other's descriptor. A new connection then gets the same
    // number and slot.
    const auto replace = [&](Pair &pair, EpollSet::Token token) {
        const int number = pair.ours.get();
        set.remove(token);
        QCOMPARE(::dup2(quiet.ours.get(), number), number);
        set.add(number, Event::Readable, &successor);
    };
    one.then = [&] {
        set.remove(tokens[0]);
        replace(second, tokens[1]);
    };
    two.then = [&] {
        set.remove(tokens[1]);
        replace(first, tokens[0]);
    };
    first.poke();
    second.poke();
    QTRY_COMPARE(one.calls + two.calls, 1);
    turnLoop();
    QCOMPARE(one.calls + two.calls, 1);
    QCOMPARE(successor.calls, 0);
    quiet.poke();
    QTRY_VERIFY(successor.calls > 0);
}

void TestEpollSet::selfRemovalAndReAddInsideTheCall()
{
    EpollSet set;
    Pair pair;
    Recorder before;
    Recorder after;
    const auto token = set.add(pair.ours.get(), Event::Readable, &before);
    before.then = [&] {
        set.remove(token);
        set.add(pair.ours.get(), Event::Readable, &after);
    };
    pair.poke();
    QTRY_VERIFY(after.calls > 0); // level-triggered: the byte is still unread
    QCOMPARE(before.calls, 1);
}

void TestEpollSet::failComesFromTheLoop()
{
    EpollSet set;
    Pair pair;
    Recorder recorder;
    const auto token = set.add(pair.ours.get(), Event::Readable, &recorder);
    set.fail(token);
    QCOMPARE(recorder.calls, 0);
    QTRY_COMPARE(recorder.seen, EpollSet::Events(Event::Failed));
}

void TestEpollSet::failDoesNotReachASuccessor()
{
    EpollSet set;
    Pair pair;
    Recorder recorder;
    Recorder successor;
    const auto token = set.add(pair.ours.get(), Event::Readable, &recorder);
    set.fail(token);
    set.remove(token);
    set.add(pair.ours.get(), Event::Readable, &successor);
    turnLoop();
    QCOMPARE(recorder.calls + successor.calls, 0);
}

void TestEpollSet::manyMoreThanABatch()
{
    EpollSet set;
    std::vector<Pair> pairs(400);
    std::vector<Recorder> recorders(pairs.size());
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto token = set.add(pairs[i].ours.get(), Event::Readable, &recorders[i]);
        recorders[i].then = [&set, token] { set.remove(token); };
        pairs[i].poke();
    }
    QTRY_COMPARE(set.count(), 0);
    QVERIFY(std::all_of(recorders.cbegin(), recorders.cend(),
                        [](const Recorder &recorder) { return recorder.calls == 1; }));
}

void TestEpollSet::refusesWhatCannotBePolled()
{
    EpollSet set;
    Recorder recorder;
    const UniqueFd file(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    QVERIFY(file);
    QCOMPARE(set.add(file.get(), Event::Readable, &recorder), EpollSet::Token{0});
    QCOMPARE(set.count(), 0);
}

QTEST_GUILESS_MAIN(TestEpollSet)
#include "tst_epollset.moc"
