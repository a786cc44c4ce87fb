// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/digest.h"
#include "hub/source/macmatch.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

namespace {

constexpr qint64 nowMs = 1'700'000'000'500;
const QByteArray body = "the signed bytes";

Verdict unsignedVerdict()
{
    Verdict verdict;
    verdict.canonical = body;
    return verdict;
}

QByteArray macOf(const QByteArray &secret)
{
    return hmacSha256(secret, body);
}

/// The MAC with one byte changed.
QByteArray changedAt(QByteArray mac, qsizetype at)
{
    mac[at] = char(mac[at] ^ 1);
    return mac;
}

} // namespace

class TestMacMatch : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSecret_data();
    void findsTheSecret();
    void checksOnlySomeSignatures();
    void hidesTheFirstHalf_data();
    void hidesTheFirstHalf();
    void matchesTokens_data();
    void matchesTokens();
    void judgesTimes_data();
    void judgesTimes();
    void theFirstReasonStays();
    void decodesHex_data();
    void decodesHex();
};

void TestMacMatch::findsTheSecret_data()
{
    QTest::addColumn<QList<QByteArray>>("given");
    QTest::addColumn<int>("secret"); // 0 = refused
    using L = QList<QByteArray>;
    QTest::newRow("first") << L{macOf("one")} << 1;
    QTest::newRow("second") << L{macOf("two")} << 2;
    QTest::newRow("both") << L{macOf("two"), macOf("one")} << 1;
    QTest::newRow("among others") << L{"x", macOf("none"), macOf("two")} << 2;
    QTest::newRow("of another secret") << L{macOf("three")} << 0;
    QTest::newRow("truncated") << L{macOf("one").chopped(1)} << 0;
    QTest::newRow("with a byte more") << L{macOf("one") + '\0'} << 0;
    QTest::newRow("an empty one") << L{QByteArray()} << 0;
    QTest::newRow("none") << L{} << 0;
}

void TestMacMatch::findsTheSecret()
{
    QFETCH(QList<QByteArray>, given);
    Verdict verdict = unsignedVerdict();
    matchMacs(verdict, {"one", "two"}, given);
    QTEST(verdict.secret, "secret");
    QCOMPARE(verdict.secrets, 2);
    QCOMPARE(verdict.code, verdict.secret > 0 ? QByteArray() : QByteArray("bad_signature"));
    QVERIFY(!verdict.reason.contains(QLatin1String("one")));
    if (verdict.secret == 0)
        QVERIFY2(verdict.reason.contains(QLatin1String("2 secret(s)")), qPrintable(verdict.reason));
}

void TestMacMatch::checksOnlySomeSignatures()
{
    QList<QByteArray> given(maxSignatures - 1, macOf("none"));
    given << macOf("one");
    Verdict last = unsignedVerdict();
    matchMacs(last, {"one"}, given);
    QVERIFY(last.accepted());
    given.prepend(macOf("none"));
    Verdict beyond = unsignedVerdict();
    matchMacs(beyond, {"one"}, given);
    QCOMPARE(beyond.code, QByteArray("bad_signature"));
}

void TestMacMatch::hidesTheFirstHalf_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<qsizetype>("difference");
    const QByteArray mac = macOf("one");
    QTest::newRow("first byte") << changedAt(mac, 0) << qsizetype(0);
    QTest::newRow("last byte of the first half") << changedAt(mac, 15) << qsizetype(0);
    QTest::newRow("first byte of the second half") << changedAt(mac, 16) << qsizetype(16);
    QTest::newRow("last byte") << changedAt(mac, 31) << qsizetype(31);
    QTest::newRow("truncated") << mac.first(20) << qsizetype(20);
    QTest::newRow("truncated in the first half") << mac.first(15) << qsizetype(0);
}

void TestMacMatch::hidesTheFirstHalf()
{
    QFETCH(QByteArray, given);
    Verdict verdict = unsignedVerdict();
    matchMacs(verdict, {"one"}, {given});
    QVERIFY(!verdict.accepted());
    QVERIFY(verdict.firstDifference);
    QTEST(*verdict.firstDifference, "difference");
}

void TestMacMatch::matchesTokens_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("secret"); // 0 = refused
    QTest::newRow("first") << QByteArray("one") << 1;
    QTest::newRow("second") << QByteArray("two") << 2;
    QTest::newRow("another") << QByteArray("three") << 0;
    QTest::newRow("a beginning") << QByteArray("on") << 0;
    QTest::newRow("nothing") << QByteArray() << 0;
}

void TestMacMatch::matchesTokens()
{
    QFETCH(QByteArray, given);
    Verdict verdict;
    matchToken(verdict, {"one", "two"}, given);
    QTEST(verdict.secret, "secret");
    QCOMPARE(verdict.secrets, 2);
    QCOMPARE(verdict.accepted(), verdict.secret > 0);
    QVERIFY(!verdict.firstDifference);
}

void TestMacMatch::judgesTimes_data()
{
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<std::optional<std::chrono::seconds>>("skew");
    const auto row = [](const char *name, const char *seconds, const char *code,
                        std::optional<std::chrono::seconds> skew) {
        QTest::newRow(name) << QByteArray(seconds) << QByteArray(code) << skew;
    };
    row("now", "1700000000", "", 0s);
    row("as old as allowed", "1699999700", "", -300s);
    row("older", "1699999699", "stale_timestamp", -301s);
    row("as far ahead as allowed", "1700000300", "", 300s);
    row("further ahead", "1700000301", "stale_timestamp", 301s);
    row("1970", "0", "stale_timestamp", -1'700'000'000s);
    row("18 digits", "999999999999999999", "stale_timestamp", 999'999'998'299'999'999s);
    row("19 digits", "9223372036854775807", "malformed_signature", {});
    row("beyond 64 bits", "99999999999999999999", "malformed_signature", {});
    row("negative", "-1", "malformed_signature", {});
    row("signed", "+1700000000", "malformed_signature", {});
    row("a fraction", "1700000000.5", "malformed_signature", {});
    row("nothing", "", "malformed_signature", {});
    row("a word", "now", "malformed_signature", {});
}

void TestMacMatch::judgesTimes()
{
    QFETCH(QByteArray, seconds);
    QFETCH(std::optional<std::chrono::seconds>, skew);
    Verdict verdict;
    judgeTime(verdict, seconds, nowMs, 300s);
    QTEST(verdict.code, "code");
    QCOMPARE(verdict.skew, skew);
}

void TestMacMatch::theFirstReasonStays()
{
    Verdict verdict = unsignedVerdict();
    refuse(verdict, "missing_signature", QStringLiteral("no header"));
    refuse(verdict, "bad_signature", QStringLiteral("another"));
    judgeTime(verdict, "1", nowMs, 300s);
    matchMacs(verdict, {"one"}, {});
    QCOMPARE(verdict.code, QByteArray("missing_signature"));
    QCOMPARE(verdict.reason, QStringLiteral("no header"));
    QVERIFY(verdict.skew); // the skew is still told
}

void TestMacMatch::decodesHex_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    const QByteArray hex = macOf("one").toHex();
    QTest::newRow("lower case") << hex << true;
    QTest::newRow("upper case") << hex.toUpper() << true;
    QTest::newRow("a digit less") << hex.chopped(1) << false;
    QTest::newRow("two digits more") << hex + "00" << false;
    QTest::newRow("no digit") << hex.chopped(1) + 'g' << false;
    QTest::newRow("a space") << ' ' + hex.chopped(1) << false;
    QTest::newRow("a prefix") << "0x" + hex.chopped(2) << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestMacMatch::decodesHex()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    const auto mac = decodeHexMac(text);
    QCOMPARE(mac.has_value(), good);
    if (good)
        QCOMPARE(*mac, macOf("one"));
}

QTEST_GUILESS_MAIN(TestMacMatch)
#include "tst_macmatch.moc"
