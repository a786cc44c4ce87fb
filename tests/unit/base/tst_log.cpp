// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hub;

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void textIsOneLine();
    void jsonIsOneObject();
};

void TestLog::textIsOneLine()
{
    const QByteArray line = logLine(LogFormat::Text, 1731000000123, QtInfoMsg, "heliograph.hub",
                                    QStringLiteral("job a\nb\x1b[31m"));
    QCOMPARE(
        line,
        QByteArray("2024-11-07T17:20:00.123Z info    heliograph.hub: job a\\u000ab\\u001b[31m"));
}

void TestLog::jsonIsOneObject()
{
    const QByteArray line = logLine(LogFormat::Json, 1731000000123, QtWarningMsg, "heliograph.hub",
                                    QStringLiteral("job \"a\"\nb"));
    QVERIFY(!line.contains('\n'));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value(QLatin1String("level")).toString(), QStringLiteral("warning"));
    QCOMPARE(object.value(QLatin1String("message")).toString(), QStringLiteral("job \"a\"\nb"));
    QCOMPARE(object.value(QLatin1String("time")).toString(),
             QStringLiteral("2024-11-07T17:20:00.123Z"));
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
