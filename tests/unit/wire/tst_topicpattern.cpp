// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/topicpattern.h"

#include <QTest>

using namespace hub;

class TestTopicPattern : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void matches_data();
    void matches();
    void namesOneTopic();
};

void TestTopicPattern::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good : {"hub", "job/a", "job/*", "job/render-*", "user/*", "job/.*",
                             "user/repo:o/*", "user/a|b*"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad : {"", "*", "hub*", "hub/*", "job*", "job/**", "job/*a", "job/a*b",
                            "job/a/*", "*/a", "job/a b*"})
        QTest::newRow(qPrintable(QLatin1String("bad ") + QLatin1String(bad)))
            << QByteArray(bad) << false;
    QTest::newRow("longest prefix") << QByteArray("job/" + QByteArray(127, 'a') + '*') << true;
    QTest::newRow("no id is that long") << QByteArray("job/" + QByteArray(128, 'a') + '*') << false;
    QTest::newRow("longest of users") << QByteArray("user/" + QByteArray(255, 'a') + '*') << true;
    QTest::newRow("no user is that long")
        << QByteArray("user/" + QByteArray(256, 'a') + '*') << false;
    QTest::newRow("huge") << QByteArray("job/" + QByteArray(10'000, 'a') + '*') << false;
}

void TestTopicPattern::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto pattern = TopicPattern::parse(text);
    QCOMPARE(pattern.has_value(), valid);
    if (valid)
        QCOMPARE(pattern->toString(), text);
}

void TestTopicPattern::matches_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *pattern, const char *topic, bool expected) {
        QTest::addRow("%s %s", pattern, topic)
            << QByteArray(pattern) << QByteArray(topic) << expected;
    };
    row("job/a", "job/a", true);
    row("job/a", "job/ab", false);
    row("job/a", "user/a", false);
    row("job/a*", "job/a", true);
    row("job/a*", "job/ab", true);
    row("job/a*", "job/b", false);
    row("job/a*", "user/ab", false);
    row("job/*", "job/x", true);
    row("job/*", "hub", false);
    row("user/*", "job/x", false);
    row("hub", "hub", true);
    row("hub", "job/hub", false);
}

void TestTopicPattern::matches()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, topic);
    QTEST(TopicPattern::parse(pattern)->matches(*Topic::parse(topic)), "expected");
}

void TestTopicPattern::namesOneTopic()
{
    QVERIFY(TopicPattern::exactly(Topic::job("a")).topic() == Topic::job("a"));
    QVERIFY(TopicPattern::all(TopicKind::Hub).topic() == Topic::hub());
    QVERIFY(!TopicPattern::all(TopicKind::Job).topic());
    QVERIFY(TopicPattern::all(TopicKind::User).matches(Topic::user("u")));
}

QTEST_GUILESS_MAIN(TestTopicPattern)
#include "tst_topicpattern.moc"
