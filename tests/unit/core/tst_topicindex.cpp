// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/topicindex.h"

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

class TestTopicIndex : public QObject
{
    Q_OBJECT

private slots:
    void finds();
    void forgets();
    void namesTopics_data();
    void namesTopics();

private:
    // The index never looks into a subscriber.
    char m_places[3]{};
    Subscriber *subscriber(int i) { return reinterpret_cast<Subscriber *>(&m_places[i]); }

    std::vector<Subscriber *> found(const TopicIndex &index, const Topic &topic)
    {
        std::vector<Subscriber *> list;
        index.forEach(topic, [&](Subscriber *s) { list.push_back(s); });
        return list;
    }
};

void TestTopicIndex::finds()
{
    TopicIndex index;
    index.add(subscriber(0), jobs({"a"}));
    index.add(subscriber(1), jobs({"a", "b"}));
    index.add(subscriber(2), jobs({}));
    QCOMPARE(found(index, Topic::job("a")).size(), std::size_t(3));
    QCOMPARE(found(index, Topic::job("b")), (std::vector{subscriber(1), subscriber(2)}));
    QCOMPARE(found(index, Topic::job("c")), (std::vector{subscriber(2)}));
    QVERIFY(found(index, Topic::user("a")).empty());
    QVERIFY(found(index, Topic::hub()).empty());
}

void TestTopicIndex::forgets()
{
    TopicIndex index;
    index.add(subscriber(0), jobs({"a", "b"}));
    index.add(subscriber(1), jobs({"a"}));
    index.remove(subscriber(0), jobs({"a", "b"}));
    QCOMPARE(found(index, Topic::job("a")), (std::vector{subscriber(1)}));
    QVERIFY(found(index, Topic::job("b")).empty());
    index.remove(subscriber(0), jobs({"a", "b"})); // harmless
    QCOMPARE(found(index, Topic::job("a")).size(), std::size_t(1));
}

void TestTopicIndex::namesTopics_data()
{
    QTest::addColumn<QByteArrayList>("ids");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("all") << QByteArrayList{} << QByteArray("job/*");
    QTest::newRow("one") << QByteArrayList{"a"} << QByteArray("job/a");
    QTest::newRow("some") << QByteArrayList{"a", "b", "c"} << QByteArray("job/a +2");
}

void TestTopicIndex::namesTopics()
{
    QFETCH(QByteArrayList, ids);
    QTEST(topicText(jobs(ids)), "text");
}

QTEST_GUILESS_MAIN(TestTopicIndex)
#include "tst_topicindex.moc"
