// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/onehub.h"

#include <QJsonDocument>
#include <QTest>

using test::HttpAnswer;

/// Many publishes in one request.
class TestHubBatch : public QObject, protected test::OneHub
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void answersEachLine();
    void countsEveryLine_data();
    void countsEveryLine();
};

void TestHubBatch::answersEachLine()
{
    const HttpAnswer answer = call("POST", "/api/v1/events:batch",
                                   R"({"job_id":"a","type":"progress","progress":5})"
                                   "\n"
                                   "not json\r\n\n"
                                   R"({"job_id":"a","type":"completed","idempotency_key":"x"})"
                                   "\n"
                                   R"({"job_id":"a","type":"queued"})"
                                   "\n"
                                   R"({"type":"queued"})");
    QCOMPARE(answer.status, 207);
    const QByteArrayList lines = answer.body.trimmed().split('\n');
    QList<int> statuses;
    QList<int> numbers;
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        statuses << object.value(QLatin1String("status")).toInt();
        numbers << object.value(QLatin1String("line")).toInt();
    }
    QCOMPARE(statuses, (QList<int>{202, 400, 202, 409, 400}));
    QCOMPARE(numbers, (QList<int>{1, 2, 4, 5, 6})); // the third line is empty
    QByteArray many;
    for (int i = 0; i <= 10'000; ++i)
        many += R"({"job_id":"m","type":"log"})"
                "\n";
    QCOMPARE(call("POST", "/api/v1/events:batch", many).code(), QByteArray("bad_batch"));
    QCOMPARE(call("GET", "/api/v1/jobs/m").status, 404); // no line was accepted
}

void TestHubBatch::countsEveryLine_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<int>>("numbers");
    const QByteArray one = R"({"job_id":"a","type":"log"})";
    QTest::newRow("one") << one << QList<int>{1};
    QTest::newRow("empty lines first") << "\n\n" + one << QList<int>{3};
    QTest::newRow("empty lines last") << one + "\n\n\n" << QList<int>{1};
    QTest::newRow("lines with blanks") << one + "\n  \n\t\n" + one << QList<int>{1, 4};
    QTest::newRow("blanks before") << "  \n   " + one + "\n\n " + one << QList<int>{2, 4};
    QTest::newRow("carriage returns") << one + "\r\n\r\n" + one + "\r\n" << QList<int>{1, 3};
    QTest::newRow("other blanks") << one + "\n\v\n\f\n" + one << QList<int>{1, 4};
    // More lines than one slice holds, each after an empty line.
    QList<int> even;
    for (int i = 1; i <= 200; ++i)
        even << 2 * i;
    QTest::newRow("several slices") << ("\n" + one + '\n').repeated(200) << even;
}

void TestHubBatch::countsEveryLine()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QList<int>, numbers);
    const HttpAnswer answer = call("POST", "/api/v1/events:batch", body);
    QCOMPARE(answer.status, 207);
    QList<int> answered;
    for (const QByteArray &line : answer.body.trimmed().split('\n'))
        answered << QJsonDocument::fromJson(line).object().value(QLatin1String("line")).toInt();
    QCOMPARE(answered, numbers);
}

QTEST_GUILESS_MAIN(TestHubBatch)
#include "tst_hubbatch.moc"
