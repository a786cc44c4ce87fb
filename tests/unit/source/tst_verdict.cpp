// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/verdict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hub;

class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void isAcceptedWithoutACode();
    void writesEveryMember();
    void storesNeitherBytesNorHints();
    void writesAbsentNumbersAsNull();
    void keepsNumbersThatAreZeroOrNegative();
    void writesTheSignedBytes_data();
    void writesTheSignedBytes();
};

namespace {

Verdict refused()
{
    Verdict verdict;
    verdict.scheme = "github";
    verdict.code = "bad_signature";
    verdict.reason = QStringLiteral("no secret fits \"sha256=\"");
    verdict.secret = 0;
    verdict.secrets = 2;
    verdict.canonical = "body";
    verdict.firstDifference = 17;
    verdict.skew = std::chrono::seconds(3);
    verdict.hints = {QStringLiteral("one"), QStringLiteral("two")};
    verdict.signedId = "msg_1";
    verdict.signedFor = "job/attempt";
    return verdict;
}

QJsonObject written(const Verdict &verdict, VerdictDetail detail)
{
    return QJsonDocument::fromJson(toJson(verdict, detail)).object();
}

} // namespace

void TestVerdict::isAcceptedWithoutACode()
{
    Verdict verdict;
    verdict.reason = QStringLiteral("the source has no secrets"); // a reason alone refuses nothing
    QVERIFY(verdict.accepted());
    QCOMPARE(written(verdict, VerdictDetail::Stored).value(QLatin1String("accepted")),
             QJsonValue(true));
    verdict.code = "stale_timestamp";
    QVERIFY(!verdict.accepted());
    QCOMPARE(written(verdict, VerdictDetail::Stored).value(QLatin1String("accepted")),
             QJsonValue(false));
}

void TestVerdict::writesEveryMember()
{
    QCOMPARE(toJson(refused(), VerdictDetail::Full),
             QByteArray(R"({"scheme":"github","accepted":false,"code":"bad_signature",)"
                        R"("reason":"no secret fits \"sha256=\"","secret":0,"secrets":2,)"
                        R"("first_difference":17,"clock_skew_s":3,"signed_id":"msg_1",)"
                        R"("signed_for":"job/attempt","canonical":"body",)"
                        R"("canonical_base64":"Ym9keQ==","hints":["one","two"]})"));
}

void TestVerdict::storesNeitherBytesNorHints()
{
    QJsonObject expected = written(refused(), VerdictDetail::Full);
    QVERIFY(expected.contains(QLatin1String("canonical_base64")));
    for (const char *name : {"canonical", "canonical_base64", "hints"})
        expected.remove(QLatin1String(name));
    QCOMPARE(written(refused(), VerdictDetail::Stored), expected);
}

void TestVerdict::writesAbsentNumbersAsNull()
{
    const QJsonObject json = written({}, VerdictDetail::Full);
    QVERIFY(json[QLatin1String("first_difference")].isNull());
    QVERIFY(json[QLatin1String("clock_skew_s")].isNull());
    QVERIFY(json[QLatin1String("canonical")].isNull());
    QCOMPARE(json[QLatin1String("canonical_base64")], QJsonValue(QString()));
    QCOMPARE(json[QLatin1String("hints")], QJsonValue(QJsonArray()));
    QCOMPARE(json[QLatin1String("secret")], QJsonValue(0));
    QCOMPARE(json[QLatin1String("signed_id")], QJsonValue(QString()));
}

/// Zero is a known offset and a known skew. A skew below zero says that the sender's clock is slow.
void TestVerdict::keepsNumbersThatAreZeroOrNegative()
{
    Verdict verdict;
    verdict.firstDifference = 0;
    verdict.skew = std::chrono::seconds(0);
    QVERIFY(toJson(verdict, VerdictDetail::Stored)
                .contains(R"("first_difference":0,"clock_skew_s":0,)"));
    verdict.skew = std::chrono::seconds(-86'400);
    QVERIFY(toJson(verdict, VerdictDetail::Stored).contains(R"("clock_skew_s":-86400,)"));
}

void TestVerdict::writesTheSignedBytes_data()
{
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QJsonValue>("text");
    const auto row = [](const char *name, const QByteArray &canonical, const QJsonValue &text) {
        QTest::newRow(name) << canonical << text;
    };
    row("ASCII", "1.body", QStringLiteral("1.body"));
    row("UTF-8", "\xc3\xa9", QStringLiteral("\u00e9"));
    row("line ends and quotes", "\"a\"\r\n", QStringLiteral("\"a\"\r\n"));
    row("a zero byte", QByteArray("a\0b", 3), QString(QLatin1String("a\0b", 3)));
    row("invalid UTF-8", "\xff\xfe", QJsonValue());
    row("UTF-8 that is cut off", "a\xc3", QJsonValue());
    row("none", "", QJsonValue());
}

void TestVerdict::writesTheSignedBytes()
{
    QFETCH(QByteArray, canonical);
    Verdict verdict;
    verdict.canonical = canonical;
    const QJsonObject json = written(verdict, VerdictDetail::Full);
    QTEST(json[QLatin1String("canonical")], "text");
    const QByteArray base64 = json[QLatin1String("canonical_base64")].toString().toLatin1();
    QCOMPARE(QByteArray::fromBase64(base64), canonical);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
