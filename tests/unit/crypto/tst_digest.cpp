// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/constanttime.h"
#include "hub/crypto/digest.h"
#include "hub/crypto/randombytes.h"

#include <QTest>

using namespace hub;

class TestDigest : public QObject
{
    Q_OBJECT

private slots:
    void hashes_data();
    void hashes();
    void authenticates_data();
    void authenticates();
    void compares_data();
    void compares();
    void drawsRandomBytes();
};

/// Examples of FIPS 180-4.
void TestDigest::hashes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("empty")
        << QByteArray()
        << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray(
        "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void TestDigest::hashes()
{
    QFETCH(QByteArray, data);
    QTEST(sha256(data).toHex(), "digest");
}

/// RFC 4231, section 4.
void TestDigest::authenticates_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("mac");
    const auto row = [](const char *name, const QByteArray &key, const QByteArray &data,
                        const char *mac) { QTest::newRow(name) << key << data << QByteArray(mac); };
    row("case 1", QByteArray(20, '\x0b'), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    row("case 2", "Jefe", "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    row("case 3", QByteArray(20, '\xaa'), QByteArray(50, '\xdd'),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    row("case 4", QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819"),
        QByteArray(50, '\xcd'), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    row("case 6", QByteArray(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    row("case 7", QByteArray(131, '\xaa'),
        "This is a test using a larger than block-size key and a larger than block-size data. The "
        "key needs to be hashed before being used by the HMAC algorithm.",
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
    row("nothing", QByteArray(), QByteArray(),
        "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

void TestDigest::authenticates()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, data);
    QTEST(hmacSha256(key, data).toHex(), "mac");
}

void TestDigest::compares_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char *name, const QByteArray &a, const QByteArray &b, bool equal) {
        QTest::newRow(name) << a << b << equal;
    };
    row("same", "secret", "secret", true);
    row("first byte", "xecret", "secret", false);
    row("last byte", "secrex", "secret", false);
    row("shorter", "secre", "secret", false);
    row("nothing", "", "secret", false);
    row("both nothing", "", QByteArray(), true);
    row("past a zero", QByteArray("a\0b", 3), QByteArray("a\0c", 3), false);
}

void TestDigest::compares()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QTEST(equalInConstantTime(a, b), "equal");
    QTEST(equalInConstantTime(b, a), "equal");
}

void TestDigest::drawsRandomBytes()
{
    const auto first = randomBytes(32);
    const auto second = randomBytes(32);
    QVERIFY(first && second);
    QCOMPARE(first->size(), 32);
    QVERIFY(*first != *second);
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
