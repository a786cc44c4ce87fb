// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/fieldsyntax.h"

#include <QTest>

using namespace hub;

class TestFieldSyntax : public QObject
{
    Q_OBJECT

private slots:
    void acceptsGzip_data();
    void acceptsGzip();
};

void TestFieldSyntax::acceptsGzip_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("accepts");
    const auto row = [](const char *value, bool accepts) {
        QTest::addRow("'%s'", value) << QByteArray(value) << accepts;
    };
    row("gzip", true);
    row("gzip, deflate, br", true);
    row("br, GZIP", true);
    row("x-gzip", true);
    row("gzip;q=0.5", true);
    row("gzip; q=1", true);
    row("gzip;q=0", false);
    row("gzip;q=0.000, *", false);
    row("*", true);
    row("*;q=0", false);
    row("identity", false);
    row("deflate", false);
    row("", false);
    row("gzipped", false);
}

void TestFieldSyntax::acceptsGzip()
{
    QFETCH(QByteArray, value);
    QTEST(hub::acceptsGzip(value), "accepts");
}

QTEST_GUILESS_MAIN(TestFieldSyntax)
#include "tst_fieldsyntax.moc"
