// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/feedindex.h"

#include <QTest>

using namespace hub;

namespace {

Subscription jobs(const QByteArrayList &ids)
{
    Subscription subscription;
    subscription.jobs = ids;
    return subscription;
}

} // namespace

class TestFeedIndex : public QObject
{
    Q_OBJECT

private slots:
    void finds();
    void oneFeedForTheSameSubscription_data();
    void oneFeedForTheSameSubscription();
    void forgets();
    void namesTopics_data();
    void namesTopics();

private:
    std::shared_ptr<Feed> join(FeedIndex &index, int i, const Subscription &subscription)
    {
        return index.join(subscriber(i), subscription, m_log, 1000);
    }
    // The index never dereferences a subscriber.
    char m_places[3]{};
    Subscriber *subscriber(int i) { return reinterpret_cast<Subscriber *>(&m_places[i]); }

    std::vector<Feed *> found(const FeedIndex &index, const Topic &topic)
    {
        std::vector<Feed *> list;
        index.forEach(topic, [&](Feed &feed) { list.push_back(&feed); });
        return list;
    }

    EventLog m_log{{}, {1'000'000, 50}};
};

void TestFeedIndex::finds()
{
    FeedIndex index;
    const auto a = join(index, 0, jobs({"a"}));
    const auto both = join(index, 1, jobs({"a", "b"}));
    const auto all = join(index, 2, jobs({}));
    QCOMPARE(found(index, Topic::job("a")), (std::vector{a.get(), both.get(), all.get()}));
    QCOMPARE(found(index, Topic::job("b")), (std::vector{both.get(), all.get()}));
    QCOMPARE(found(index, Topic::job("c")), std::vector{all.get()});
    QVERIFY(found(index, Topic::user("a")).empty());
    QVERIFY(found(index, Topic::hub()).empty());
}

void TestFeedIndex::oneFeedForTheSameSubscription_data()
{
    QTest::addColumn<Subscription>("other");
    QTest::addColumn<bool>("same");
    Subscription other = jobs({"a"});
    QTest::newRow("same") << other << true;
    other.types = {EventType::Failed};
    QTest::newRow("types") << other << false;
    other = jobs({"a"});
    other.dialect = Dialect::Image;
    QTest::newRow("dialect") << other << false;
    other = jobs({"a"});
    other.owner = "o";
    QTest::newRow("owner") << other << false;
    other = jobs({"a"});
    other.scope = Scope::Job;
    QTest::newRow("scope") << other << false;
    QTest::newRow("more jobs") << jobs({"a", "b"}) << false;
    QTest::newRow("all jobs") << jobs({}) << false;
}

void TestFeedIndex::oneFeedForTheSameSubscription()
{
    QFETCH(Subscription, other);
    FeedIndex index;
    const auto first = join(index, 0, jobs({"a"}));
    const auto second = join(index, 1, other);
    QTEST(first == second, "same");
    QCOMPARE(second->subscription(), other);
}

void TestFeedIndex::forgets()
{
    FeedIndex index;
    const auto both = join(index, 0, jobs({"a", "b"}));
    const auto one = join(index, 1, jobs({"a"}));
    QCOMPARE(join(index, 2, jobs({"a", "b"})), both);
    index.leave(subscriber(0), *both);
    QCOMPARE(found(index, Topic::job("b")), std::vector{both.get()}); // another member is left
    index.leave(subscriber(2), *both);
    QCOMPARE(found(index, Topic::job("a")), std::vector{one.get()});
    QVERIFY(found(index, Topic::job("b")).empty());
    index.leave(subscriber(0), *both); // leaving twice is harmless
    QCOMPARE(found(index, Topic::job("a")).size(), std::size_t(1));
}

void TestFeedIndex::namesTopics_data()
{
    QTest::addColumn<QByteArrayList>("ids");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("all") << QByteArrayList{} << QByteArray("job/*");
    QTest::newRow("one") << QByteArrayList{"a"} << QByteArray("job/a");
    QTest::newRow("some") << QByteArrayList{"a", "b", "c"} << QByteArray("job/a +2");
}

void TestFeedIndex::namesTopics()
{
    QFETCH(QByteArrayList, ids);
    QTEST(topicText(jobs(ids)), "text");
}

QTEST_GUILESS_MAIN(TestFeedIndex)
#include "tst_feedindex.moc"
