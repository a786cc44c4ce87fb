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
Publish publishWith(const Fill &fill)
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

void TestRequestSize::countsWhatMayBeLarge_data()
{
    QTest::addColumn<qint64>("size");
    const QByteArray text(large, 'x');
    QTest::newRow("result") << sizeOf(
        publishWith([&](JobChange &change) { change.result = text; }));
    const Publish withExtra = publishWith([](JobChange &change) { change.extra = nested(); });
    QTest::newRow("extra") << sizeOf(withExtra);
    QTest::newRow("message") << sizeOf(
        publishWith([&](JobChange &change) { change.message = QString::fromLatin1(text); }));
    QTest::newRow("batch") << sizeOf(std::vector<Publish>{withExtra});
    CreateJob create;
    create.job.extra = nested();
    QTest::newRow("create") << sizeOf(create);
    Deliver deliver;
    deliver.delivery.body = text;
    QTest::newRow("deliver") << sizeOf(deliver);
    QTest::newRow("notify") << sizeOf(Notify{{}, text, {}});
}

void TestRequestSize::countsWhatMayBeLarge()
{
    QFETCH(qint64, size);
    QVERIFY(size >= large);
    QVERIFY(size < 3 * large);
}

QTEST_GUILESS_MAIN(TestRequestSize)
#include "tst_requestsize.moc"
