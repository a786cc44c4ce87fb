// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/monitorlink.h"

#include <QTest>

using ui::MonitorLink;
using Target = MonitorLink::Target;

Q_DECLARE_METATYPE(ui::MonitorLink::Target)

class TestMonitorLink : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestMonitorLink::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Target>("target");
    QTest::addColumn<QByteArray>("id");

    QTest::newRow("window") << "heliograph:" << Target::Window << QByteArray();
    QTest::newRow("failures") << "heliograph:failures" << Target::Failures << QByteArray();
    QTest::newRow("job") << "heliograph:job/job-1" << Target::Job << QByteArray("job-1");
    QTest::newRow("scheme in upper case")
        << "HelioGraph:job/Job-1" << Target::Job << QByteArray("Job-1");
    QTest::newRow("all characters of an id")
        << "heliograph:job/aZ09._~:@+=-" << Target::Job << QByteArray("aZ09._~:@+=-");
    QTest::newRow("longest id") << QStringLiteral("heliograph:job/")
                                       + QString(128, QLatin1Char('a'))
                                << Target::Job << QByteArray(128, 'a');
    QTest::newRow("an id like a link")
        << "heliograph:job/heliograph:job" << Target::Job << QByteArray("heliograph:job");
}

void TestMonitorLink::reads()
{
    QFETCH(QString, text);
    QFETCH(Target, target);
    QFETCH(QByteArray, id);
    const auto link = MonitorLink::parse(text);
    QVERIFY2(link, link ? "" : qPrintable(link.error().message));
    QCOMPARE(link->target, target);
    QCOMPARE(link->jobId, id);
}

void TestMonitorLink::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason"); // a part of the message

    const QString noScheme = QStringLiteral("does not begin with heliograph:");
    const QString noHub = QStringLiteral("cannot name a hub");
    const QString noForm = QStringLiteral("use heliograph:");
    const QString noId = QStringLiteral("valid job id");
    QTest::newRow("empty") << "" << noScheme;
    QTest::newRow("scheme alone") << "heliograph" << noScheme;
    QTest::newRow("another scheme") << "https://example.org/" << noScheme;
    QTest::newRow("javascript") << "javascript:alert(1)" << noScheme;
    QTest::newRow("blank before") << " heliograph:job/a" << noScheme;
    QTest::newRow("a file") << "/etc/passwd" << noScheme;
    QTest::newRow("a hub") << "heliograph://evil.example/job/a" << noHub;
    QTest::newRow("only slashes") << "heliograph://" << noHub;
    QTest::newRow("unknown word") << "heliograph:cancel/job-1" << noForm;
    QTest::newRow("upper case") << "heliograph:Job/a" << noForm;
    QTest::newRow("slash before") << "heliograph:/job/a" << noForm;
    QTest::newRow("failures with more") << "heliograph:failures/" << noForm;
    QTest::newRow("query of failures") << "heliograph:failures?hub=http://evil" << noForm;
    QTest::newRow("job without slash") << "heliograph:job" << noForm;
    QTest::newRow("no id") << "heliograph:job/" << noId;
    QTest::newRow("query") << "heliograph:job/a?hub=http://evil.example" << noId;
    QTest::newRow("fragment") << "heliograph:job/a#b" << noId;
    QTest::newRow("path") << "heliograph:job/a/cancel" << noId;
    QTest::newRow("dots") << "heliograph:job/.." << noId;
    QTest::newRow("escaped") << "heliograph:job/%61" << noId;
    QTest::newRow("blank") << "heliograph:job/a b" << noId;
    QTest::newRow("newline") << "heliograph:job/a\n" << noId;
    QTest::newRow("zero") << QStringLiteral("heliograph:job/a") + QString(QChar(0)) << noId;
    QTest::newRow("letter beyond ASCII") << QStringLiteral("heliograph:job/\u00e4") << noId;
    QTest::newRow("right to left") << QStringLiteral("heliograph:job/a\u202eb") << noId;
    QTest::newRow("lone surrogate")
        << QStringLiteral("heliograph:job/a") + QString(QChar(0xd800)) << noId;
    QTest::newRow("long id") << QStringLiteral("heliograph:job/") + QString(129, QLatin1Char('a'))
                             << noId;
    QTest::newRow("long") << QStringLiteral("heliograph:") + QString(100'000, QLatin1Char('a'))
                          << QStringLiteral("longer than 200");
}

void TestMonitorLink::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto link = MonitorLink::parse(text);
    QVERIFY(!link);
    QCOMPARE(link.error().code, QByteArray("bad_link"));
    QVERIFY2(link.error().message.contains(reason), qPrintable(link.error().message));
    QVERIFY(!link.error().message.contains(QStringLiteral("evil")));
}

QTEST_APPLESS_MAIN(TestMonitorLink)
#include "tst_monitorlink.moc"
