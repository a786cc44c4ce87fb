// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/topic.h"

#include <QTest>

using namespace hub;

class TestTopic : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void knowsIds_data();
    void knowsIds();
};

void TestTopic::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char *good :
         {"hub", "job/a", "user/a@example.org", "job/hub", "user/auth0|5f7c",
          "user/repo:o/n:ref:refs/heads/main", "user//", "user/\xC3\xA4 b", "user/.."})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad :
         {"", "hub/", "hub/a", "job", "job/", "user/", "jobs/a", "Job/a", "/a", "job/a/b", "job//a",
          "job/a ", "execution/a", "job/*", "user/a\n", "user/\xFF"})
        QTest::newRow(qPrintable(QLatin1String("bad ") + QLatin1String(bad)))
            << QByteArray(bad) << false;
}

void TestTopic::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto topic = Topic::parse(text);
    QCOMPARE(topic.has_value(), valid);
    if (valid)
        QCOMPARE(topic->toString(), text);
}

void TestTopic::knowsIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("valid");
    QTest::newRow("all characters") << QByteArray("azAZ09._~:@+=-") << true;
    QTest::newRow("longest") << QByteArray(128, 'a') << true;
    QTest::newRow("too long") << QByteArray(129, 'a') << false;
    QTest::newRow("dots in it") << QByteArray("...") << true;
    for (const char *bad :
         {"", ".", "..", "a b", "a/b", "a%41", "a?b", "a#b", "a\n", "a*", "\xC3\xA4"})
        QTest::newRow(qPrintable(QLatin1String("bad ") + QLatin1String(bad)))
            << QByteArray(bad) << false;
    QTest::newRow("NUL") << QByteArrayLiteral("a\0") << false;
}

void TestTopic::knowsIds()
{
    QFETCH(QByteArray, id);
    QTEST(isValidId(id), "valid");
}

QTEST_GUILESS_MAIN(TestTopic)
#include "tst_topic.moc"
