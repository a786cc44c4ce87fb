// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/base64.h"

#include <QTest>

using namespace hub;

class TestBase64 : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void refuses_data();
    void refuses();
    void onlyOneTextMeansTheSame();
};

/// RFC 4648, section 10, and the two characters that differ between the alphabets.
void TestBase64::vectors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("padded");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const QByteArray &data, const char *padded,
                        const char *url) {
        QTest::newRow(name) << data << QByteArray(padded) << QByteArray(url);
    };
    row("empty", "", "", "");
    row("f", "f", "Zg==", "Zg");
    row("fo", "fo", "Zm8=", "Zm8");
    row("foo", "foo", "Zm9v", "Zm9v");
    row("foob", "foob", "Zm9vYg==", "Zm9vYg");
    row("fooba", "fooba", "Zm9vYmE=", "Zm9vYmE");
    row("foobar", "foobar", "Zm9vYmFy", "Zm9vYmFy");
    row("62 and 63", "\xfb\xff\xbf", "+/+/", "-_-_");
}

void TestBase64::vectors()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, padded);
    QFETCH(QByteArray, url);
    QCOMPARE(encodeBase64Url(data), url);
    QCOMPARE(decodeBase64(padded), data);
    QCOMPARE(decodeBase64Url(url), data);
}

void TestBase64::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isUrl");
    const auto row = [](const char *name, const QByteArray &text, bool isUrl) {
        QTest::newRow(name) << text << isUrl;
    };
    row("url: padding", "Zg==", true);
    row("url: one character over", "Zm9vY", true);
    row("url: left-over bits", "Zh", true);
    row("url: left-over bits of two", "Zm9", true);
    row("url: plus", "+_-_", true);
    row("url: slash", "-/-_", true);
    row("url: space", "Zm 9v", true);
    row("url: newline after", "Zm9v\n", true);
    row("url: zero", QByteArray("Zm9v\0", 5), true);
    row("url: beyond ASCII", "Zm9\xc3\xa4", true);
    row("no padding", "Zg", false);
    row("half the padding", "Zg=", false);
    row("too much padding", "Zg===", false);
    row("padding of nothing", "====", false);
    row("padding inside", "Zg==Zg==", false);
    row("padding after all", "Zm9v====", false);
    row("left-over bits", "Zh==", false);
    row("dash", "-/+/", false);
    row("newline", "Zm9v\r\nYmFy", false);
    row("space before", " Zm9v", false);
    row("space after", "Zm9v ", false);
}

void TestBase64::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isUrl);
    QVERIFY(!(isUrl ? decodeBase64Url(text) : decodeBase64(text)));
}

void TestBase64::onlyOneTextMeansTheSame()
{
    int accepted = 0;
    for (int a = 0; a < 256; ++a) {
        for (int b = 0; b < 256; ++b) {
            const char pair[] = {char(a), char(b)};
            accepted += decodeBase64Url(QByteArrayView(pair, 2)).has_value();
        }
    }
    QCOMPARE(accepted, 256);
}

QTEST_GUILESS_MAIN(TestBase64)
#include "tst_base64.moc"
