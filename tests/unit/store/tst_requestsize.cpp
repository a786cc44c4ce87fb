// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/requestsize.h"

#include <QTest>

using namespace hub;

class TestRequestSize : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatMayBeLarge_data();
    void countsWhatMayBeLarge();
};

namespace {

constexpr int large = 100'000;

template<typename Fill>
Write publishWith(const Fill &fill)
{
    Publish request;
    fill(request.change);
    return request;
}

RawMembers nested()
{
    return RawMembers::fromObject(
        {{QStringLiteral("a"),
          QJsonObject{{QStringLiteral("b"), QString(large, QLatin1Char('x'))}}}});
}

} // namespace

Q_DECLARE_METATYPE(hub::Write)

void TestRequestSize::countsWhatMayBeLarge_data()
{
    QTest::addColumn<Write>("request");
    const QByteArray text(large, 'x');
    QTest::newRow("result") << publishWith([&](JobChange &change) { change.result = text; });
    QTest::newRow("extra") << publishWith([](JobChange &change) { change.extra = nested(); });
    QTest::newRow("message") << publishWith(
        [&](JobChange &change) { change.message = QString::fromLatin1(text); });
    PublishBatch batch;
    batch.items.push_back(
        std::get<Publish>(publishWith([](JobChange &change) { change.extra = nested(); })));
    QTest::newRow("batch") << Write(batch);
    CreateJob create;
    create.job.extra = nested();
    QTest::newRow("create") << Write(create);
    Deliver deliver;
    deliver.delivery.body = text;
    QTest::newRow("deliver") << Write(deliver);
    QTest::newRow("notify") << Write(Notify{{}, text, {}});
}

void TestRequestSize::countsWhatMayBeLarge()
{
    QFETCH(Write, request);
    QVERIFY(sizeOf(request) >= large);
    QVERIFY(sizeOf(request) < 3 * large);
}

QTEST_GUILESS_MAIN(TestRequestSize)
#include "tst_requestsize.moc"
