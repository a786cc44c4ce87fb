// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storeinbox.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

class TestStoreInbox : public QObject
{
    Q_OBJECT

private slots:
    void servesLanesInTurn();
    void refusesWhoFillsALane_data();
    void refusesWhoFillsALane();
    void isBoundedInAll();
    void takesABoundedAmount_data();
    void takesABoundedAmount();
    void givesBackToWhereItWas();
    void endsWhenItIsClosed();
};

namespace {

class Request final : public StoreRequest
{
public:
    Request(const QByteArray &lane, int number, qint64 bytes)
        : StoreRequest(Kind::Writing, bytes, lane)
        , name(lane + QByteArray::number(number))
    { }
    void fail(const Error &) override { }
    void answer() override { }

    const QByteArray name;
};

bool push(StoreInbox &inbox, const QByteArray &lane, int number, qint64 bytes = 1)
{
    std::unique_ptr<StoreRequest> request = std::make_unique<Request>(lane, number, bytes);
    return inbox.push(request);
}

QByteArrayList namesOf(const StoreRequests &requests)
{
    QByteArrayList names;
    for (const auto &request : requests)
        names.append(static_cast<const Request &>(*request).name);
    return names;
}

StoreInbox::Options roomy()
{
    return {.maxRequests = 1'000, .maxBytes = 1'000, .takeRequests = 100, .takeBytes = 1'000};
}

} // namespace

void TestStoreInbox::servesLanesInTurn()
{
    StoreInbox inbox(roomy());
    for (int i = 0; i < 4; ++i)
        QVERIFY(push(inbox, "a", i));
    QVERIFY(push(inbox, "b", 0) && push(inbox, "c", 0) && push(inbox, "b", 1));
    QCOMPARE(namesOf(inbox.take(0ms)), QByteArrayList({"a0", "b0", "c0", "a1", "b1", "a2", "a3"}));
}

void TestStoreInbox::refusesWhoFillsALane_data()
{
    QTest::addColumn<qint64>("maxRequests");
    QTest::addColumn<qint64>("maxBytes");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("by number") << qint64{40} << qint64{1'000} << qint64{1};
    QTest::newRow("by bytes") << qint64{1'000} << qint64{400} << qint64{10};
}

void TestStoreInbox::refusesWhoFillsALane()
{
    QFETCH(qint64, maxRequests);
    QFETCH(qint64, maxBytes);
    QFETCH(qint64, bytes);
    StoreInbox::Options options = roomy();
    options.maxRequests = maxRequests;
    options.maxBytes = maxBytes;
    options.lanePercent = 25;
    StoreInbox inbox(options);
    for (int i = 0; i < 10; ++i)
        QVERIFY(push(inbox, "greedy", i, bytes));
    QVERIFY(!push(inbox, "greedy", 10, bytes));
    QVERIFY(push(inbox, "other", 0, bytes));
    QCOMPARE(inbox.take(0ms).size(), size_t{11});
    QVERIFY(push(inbox, "greedy", 11, bytes));
}

void TestStoreInbox::isBoundedInAll()
{
    StoreInbox::Options options = roomy();
    options.maxBytes = 100;
    StoreInbox inbox(options);
    QVERIFY(push(inbox, "a", 0, 500)); // a single request always fits
    QVERIFY(!push(inbox, "b", 0, 1));
    QCOMPARE(inbox.take(0ms).size(), size_t{1});
    QVERIFY(push(inbox, "b", 0, 60));
    QVERIFY(!push(inbox, "a", 0, 60));
}

void TestStoreInbox::takesABoundedAmount_data()
{
    QTest::addColumn<size_t>("requests");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("by number") << size_t{3} << qint64{1'000};
    QTest::newRow("by bytes") << size_t{100} << qint64{25};
}

void TestStoreInbox::takesABoundedAmount()
{
    QFETCH(size_t, requests);
    QFETCH(qint64, bytes);
    StoreInbox::Options options = roomy();
    options.takeRequests = requests;
    options.takeBytes = bytes;
    StoreInbox inbox(options);
    for (int i = 0; i < 5; ++i)
        QVERIFY(push(inbox, "a", i, 10));
    QCOMPARE(namesOf(inbox.take(0ms)), QByteArrayList({"a0", "a1", "a2"}));
    QVERIFY(push(inbox, "b", 0, 10));
    QCOMPARE(namesOf(inbox.take(0ms)), QByteArrayList({"a3", "b0", "a4"}));
}

void TestStoreInbox::givesBackToWhereItWas()
{
    StoreInbox inbox(roomy());
    for (int i = 0; i < 3; ++i)
        QVERIFY(push(inbox, "a", i) && push(inbox, "b", i));
    StoreRequests taken = inbox.take(0ms);
    QVERIFY(push(inbox, "a", 3) && push(inbox, "c", 0));
    StoreRequests rest(std::make_move_iterator(taken.begin() + 1),
                       std::make_move_iterator(taken.end()));
    inbox.giveBack(std::move(rest));
    const QByteArrayList again = namesOf(inbox.take(0ms));
    QCOMPARE(again.size(), 7);
    for (const char *lane : {"a", "b"}) {
        QByteArrayList own;
        std::copy_if(again.begin(), again.end(), std::back_inserter(own),
                     [&](const QByteArray &name) { return name.startsWith(lane); });
        QVERIFY(std::is_sorted(own.begin(), own.end()));
    }
    QVERIFY(again.indexOf("c0") < 3); // it does not wait for the requests that were given back
}

void TestStoreInbox::endsWhenItIsClosed()
{
    StoreInbox inbox(roomy());
    QVERIFY(push(inbox, "a", 0));
    inbox.close();
    QCOMPARE(inbox.take(1h).size(), size_t{1});
    QVERIFY(inbox.take(1h).empty());
}

QTEST_GUILESS_MAIN(TestStoreInbox)
#include "tst_storeinbox.moc"
